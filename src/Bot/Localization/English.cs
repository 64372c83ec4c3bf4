using System.Globalization;
using Bot.Articles;
using Bot.Discord.Interactions;

namespace Bot.Localization;

internal sealed partial class English : Translation
{
    public override string Code => "en";

    public override InteractionSentences Sentences { get; } = new();

    protected override string And => "and";

    public override string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public override string Version(int version) => $"version {version}";

    public override string Probably(string name) => $"probably {name}";

    public override string DoesNotSay => "Not in this article.";

    public override string ReadsEnglish => "The articles here are in English, and I read questions in English. Please ask in English.";

    public override string IsWriting => "-# ✍ Writing the answer, then checking it against the article …";

    public override string SaysOtherwise(string says, string asked) => $"The article says otherwise: “{says}”, not “{asked}”.";

    public override string Nearest(string article) => $"The nearest it does say, in {article}:";

    public override string Says(string sources, bool several, string what) => $"{sources} {(several ? "say" : "says")} {what}";

    public override string TheSame => "the same";

    public override string TheyContradict => "They contradict each other:";

    public override string ModelFailed => "The language model’s answer is of no use, so I quote the article instead.";

    public override string ReadAs(string question) => $"Read as: {question}";

    public override string MoreThanFits => "There is more than fits here. Ask for less at once, for example one speaker or one topic.";

    public override string QuestionEmpty => "Your question is empty. Ask who, what, when or where, or what somebody said.";

    public override string QuestionTooLong(int limit) => $"Your question is too long; the limit is {limit} characters. Ask something shorter.";

    public override string NoSuchArticle => "I have no such article here. Choose one from the list that appears while you type.";

    public override string NoArticleYet => "There is no article here yet.";

    public override string ArticleRemoved => "That article is no longer in the library, so I cannot show more of it.";

    public override string ShowContext => "Context";

    public override string FollowUp => "Follow up";

    public override string Share => "Share";

    public override string Retry => "Try again";

    public override string Previous => "Back";

    public override string Next => "Next";

    public override string PageOf(int page, int pages) => $"Page {page} of {pages}";

    public override string FollowUpTitle => "Ask a follow-up question";

    public override string QuestionLabel => "Your question";

    public override string FollowUpExample => "And what happened then?";

    public override string AnswerGone => "I no longer have this answer: it was deleted or is too old. Please ask again with `/ask`.";

    public override string RetryGone => "I no longer have this question. Please ask it again with `/ask`.";

    public override string ThanksForGood => "Thank you. I have noted that this answer helped.";

    public override string ThanksForWrong => "Thank you. I have noted it, so that it can be looked at.";

    public override string WhichCitation => "Which citation is wrong?";

    public override string WholeAnswer => "The answer as a whole";

    public override string SharedBy(string person) => $"Shared by {person}";

    public override string Shared => "Everybody here can see the answer now.";

    public override string AlreadyShared => "This answer has been shared already.";

    public override string OnlyAskerShares => "Only the person who asked can share this answer.";

    public override string SpeakerNotNamed => "speaker not named";

    public override string QuotesNobody => "The article quotes nobody.";

    public override string NoQuotesBy(string speaker) => $"No quotes by {speaker}.";

    public override string DidYouMean(string name) => $"Did you mean {name}?";

    public override string NoQuotesAbout(string topic) => $"No quotes about {topic}.";

    public override string NoQuotesByAbout(string speaker, string topic) => $"No quotes by {speaker} about {topic}.";

    public override string Speakers(string names) => $"Speakers in this article: {names}.";

    public override string NamesNoSpeaker => "The article names no speaker.";

    public override string NothingToSummarise => "The article has nothing to summarise.";

    public override string SaysNothingAbout(string topic) => $"The article says nothing about {topic}.";

    protected override string ParagraphsAbout(string topic, string numbers) => $"About {topic}: ¶ {numbers}";

    public override string AskAboutTitle => "Ask about this article";

    public override string AddressLabel => "Link to the article";

    public override string NotReadYet => "I have not read this article yet.";

    public override string NoLinkInMessage => "There is no link to an article in this message.";

    public override string NoWordsInMessage => "There are no words in this message that I could look up.";

    public override string WordForWord => "**Word for word.** The article says exactly this:";

    public override string NotSaid(string names) => $"**Denied.** By the article, this was not said ({names}):";

    public override string SaidByOther(string names) => $"**By somebody else.** The article gives these words to {names}:";

    public override string OnlyClaimed(string names) => $"**Only claimed.** In the article, somebody else says that this was said ({names}):";

    public override string NobodysQuotation => "**Nobody’s quotation.** The article says this in its own words:";

    public override string Altered => "**Not word for word.** The article says:";

    public override string NotFoundHere => "**Not found.** No article here says this.";

    public override string ClosestIs => "The closest I have, which may be about something else:";

    public override string HowChangesAreMarked => "Underlined: in the article, missing or different in the message. Struck out: in the message, not in the article.";

    public override string AndMore(int count) => $"and {count} more";

    public override string Verbatim => "✓ word for word";

    public override string NoneSays => "Not in any article here.";

    public override string AnsweredHere => "What it does answer:";

    public override string AskAll => "Ask all articles";

    public override string Good => "Good";

    public override string Wrong => "Bad";

    public override string WhatIsWrong => "What is wrong?";

    public override string Hello => "Hello!";

    public override string QuoteCount(int count) => Counted(count, "quote", "quotes");

    public override string Help(Func<string, string> command) =>
        $"""
        I answer questions about news articles, and I prove every answer with the article's own words. What an article does not say, I say it does not say.

        {command("ask")} a question about the articles here
        {command("summary")} what an article says, each point with its paragraph
        {command("quotes")} who said what, in their exact words
        {command("article list")} what I have read; {command("article show")} one of them
        {command("article add")} a file, a link or text; {command("article remove")} takes it away
        {command("article use")} the article that this channel is about
        {command("settings")} how I behave here; {command("forget")} deletes what I keep of you; {command("help")} this
        In the menu of a message, under Apps: **Ask about this article** and **Check this quote**

        You can also mention me with a question, reply to an answer, or write to me directly.
        """;

    public override string? Of(Standing standing) => standing switch
    {
        Standing.Denied => "denied: the article says that this was not said",
        Standing.Alleged => "claimed by somebody else",
        _ => null,
    };
}
