using Bot.Articles;

namespace Bot.Storage.Tests;

/// <summary>One agency's report, written for these tests, as papers print it.</summary>
internal static class WireStory
{
    public static readonly string[] Paragraphs =
    [
        "The port of Bergen will close its inner harbour to large ships for a year from May while divers and engineers replace a quay wall that has been sinking since the winter, the mayor said on Tuesday.",
        "Harbour master Ada Lind told reporters that the wall had moved eleven centimetres in four months. “We waited too long, and I am the one who has to say so,” she said.",
        "The ferries that carry some 9,000 commuters a day from the islands of Askøy and Sotra will leave from the old fish quay on the northern side of the bay, which the city has kept as a reserve since the herring fleet moved out.",
        "Cruise lines were told last week. Two of them have moved their summer calls to Stavanger, and a third is still in talks about anchoring outside the bay and bringing passengers ashore in small boats.",
        "The works are expected to cost 412 million kroner. The state has promised half of it; the rest comes out of harbour dues, which rise by 6 percent in January.",
        "Shopkeepers along the waterfront said they feared a lost season. “A year is what they say now,” said Ole Berg, who has sold knitwear there since 1991. “Ask me again when they have found what is under the mud.”",
        "What is under the mud worries others too. A survey in 2019 found mercury from a wartime wreck in the sediment, and the environment agency has asked for a barrier around the site before any dredging begins.",
        "Opposition councillors accused the mayor of having known about the survey and the movement of the wall before last autumn's election. She denied it and said that the measurements had reached her desk in January.",
        "The council votes on the contract on Thursday. Three firms have made offers, and the harbour board recommends the middle one, from a Danish company that rebuilt a quay in Aarhus in fourteen months.",
        "The inner harbour was last closed in 1944, after an ammunition ship exploded at its moorings and destroyed most of the waterfront.",
    ];

    public static Article Original { get; } = Make("wire0001", "Bergen closes its inner harbour for a year", "Nordic Wire", Paragraphs);

    public static Article Make(string id, string title, string outlet, IEnumerable<string> paragraphs) =>
        SampleArticles.Bare(id, [.. paragraphs]) with { Title = title, Outlet = outlet, Date = new DateOnly(2026, 2, 3) };

    /// <summary>As many as one word in twenty replaced, as sub-editors do.</summary>
    public static IEnumerable<string> Edited(int every) => Paragraphs.Select(paragraph =>
        string.Join(' ', paragraph.Split(' ').Select((word, i) => i % every == every - 1 ? "otherwise" : word)));

    /// <summary>Another report about the same events in words of its own, with one sentence of the agency's in it.</summary>
    public static readonly string[] OwnReport =
    [
        "Bergen's waterfront is to lose its big ships until next spring. Engineers have eleven months and a little more to pull out a failing wall before it pulls down the street above.",
        "Nobody at the town hall would say on Tuesday who knew what and when. The measurements, which this newspaper has seen, go back to October.",
        "For commuters the change means a longer walk: boats from Askøy and Sotra will tie up on the north side, at the quay where trawlers once landed herring.",
        "“We waited too long, and I am the one who has to say so,” harbour master Ada Lind told reporters.",
        "Residents of the old town remember the last time that the basin stood empty. It was wartime, and half of the houses were gone.",
    ];
}
