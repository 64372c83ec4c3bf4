using Bot.Articles;

namespace Bot.Answers.Tests.Verification;

/// <summary>News written for these tests, unlike the built-in article in subject, names and manner.</summary>
internal static class WrittenArticles
{
    public static Article Reservoir { get; } = ArticleReader.FromParagraphs("Town votes to drain its reservoir",
    [
        "KELDERBY, England — The town council of Kelderby voted 14 to 9 on Monday night to drain the Stonemoor reservoir before the winter, after engineers found cracks in the 118-year-old dam.",
        "The work will cost £3.4 million and is expected to begin on 6 October. About 2,600 households that drink water from Stonemoor will be connected to the regional network, the council said.",
        "“Nobody wanted this vote,” said council leader Harriet Okafor. “But we cannot ask people to sleep below a wall that our own inspectors no longer trust.”",
        "The cracks were discovered in May by divers from the engineering firm Brandt & Lisle. Its report, published last week, says that the northern wall has moved by 11 millimetres since 2019 and that the movement has not stopped.",
        "Opponents of the plan said that the report had been written in haste. Councillor Miles Redfern, who voted against the motion, called the decision “a very expensive way of being nervous” and asked for a second opinion.",
        "Redfern said that a repair from inside would cost less than £900,000 and could be finished in two summers. He denied that his business, which rents out boats on the lake, had influenced his vote.",
        "The environment agency had warned in June that the fish in the reservoir would not survive a quick draining. It now supports a slower plan, under which the water will fall by no more than 20 centimetres a day.",
        "“We were wrong about the speed and the council has listened,” said Priya Nair, a biologist who advises the agency. “The trout can be moved, the crayfish probably cannot.”",
        "Farmers in the valley are less certain. Tom Eldridge, 61, whose land lies below the dam, said he had asked for a meeting three times and had never received an answer.",
        "“They have known about the wall since May and told us in September,” Eldridge said. “I do not blame the engineers, I blame the letters that nobody wrote.”",
        "Okafor apologised for the silence and promised weekly bulletins. She rejected a demand by the farmers for compensation, saying that the council may not pay for losses that have not happened.",
        "Water bills in Kelderby are likely to rise by up to 4 percent next year, according to the regional supplier, Aire Water. The company said that most customers would pay less than £2 more a month.",
        "The reservoir was built in 1907 for the textile mills, which closed in the 1970s. In 2011 it was sold to the town for a single pound, and since then it has mostly been used for sailing and fishing.",
        "A decision about a new dam will not be made before 2028. Until then the valley floor will be fenced off, and a museum in nearby Harrowgate has offered to show the drowned village of Stonemoor to visitors for the first time.",
    ]);

    public static Article Ferries { get; } = ArticleReader.FromParagraphs("Electric ferries delayed again",
    [
        "Norwegian shipbuilder Fjordverk has delayed the delivery of six electric ferries to the city of Lisbon for the third time, the transport ministry in Portugal announced on Thursday.",
        "The first two ships, ordered in 2022 for €58 million, were due in March and will now arrive in November at the earliest. The remaining four are expected in 2027.",
        "Fjordverk blamed a shortage of batteries. “We have hulls without hearts,” chief executive Ingrid Solheim told reporters in Bergen. “I will not send a ship to sea that can cross the river only once.”",
        "The company said it had changed its supplier in July, after the Swedish battery maker Voltara filed for bankruptcy. It declined to name the new supplier.",
        "Transport minister Rui Carvalho said that Lisbon would demand a penalty of €40,000 for each day of delay, as the contract allows. He ruled out cancelling the order.",
        "“Patience is not a transport policy, but neither is tearing up a contract,” Carvalho said.",
        "Around 19 million passengers cross the Tagus by ferry every year. The oldest ships in service were built in 1981, and 7 of the 22 were out of order last week, according to the operator, Transtejo.",
        "The union of ferry workers said that crews were tired of apologising. Its president, Marta Figueiredo, said that 340 crossings had been cancelled in August, more than in the whole of last year.",
        "“Every morning we explain to people why the boat is not there,” Figueiredo said. “The engineers do their best, the ministry does its best, and the boat is still not there.”",
        "Transtejo denied that the number was so high. It said 212 crossings had been cancelled and that fewer than 3 percent of passengers had been affected.",
        "A spokesman for Fjordverk, Anders Moen, said the yard had hired 85 workers and added a night shift. He would not say whether the company could meet the new date.",
        "The opposition Social Democrats called for an inquiry into the purchase. Their spokeswoman, Beatriz Lobo, said that a cheaper offer from a Dutch yard had been rejected in 2021 without a reason.",
        "Carvalho, who was not yet minister at the time, said he had never seen the Dutch offer. He promised to publish all the documents before the end of October.",
        "Similar ferries built by Fjordverk have been running in Gothenburg since 2023. They have been praised for their quiet engines, although one was taken out of service for five weeks after a fire in a charging station.",
    ]);
}
