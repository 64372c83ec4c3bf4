using System.Collections.Immutable;

namespace Bot.Localization;

/// <content>Quotes, summaries, the menu of a message, help.</content>
internal abstract partial class Translation
{
    private const int MostNumbers = 20;

    public abstract string SpeakerNotNamed { get; }

    public abstract string QuotesNobody { get; }

    public abstract string NoQuotesBy(string speaker);

    /// <summary>Behind <see cref="NoQuotesBy"/>, where somebody has a name like that.</summary>
    public abstract string DidYouMean(string name);

    public abstract string NoQuotesAbout(string topic);

    public abstract string NoQuotesByAbout(string speaker, string topic);

    public abstract string Speakers(string names);

    public abstract string NamesNoSpeaker { get; }

    public abstract string QuoteCount(int count);

    public abstract string NothingToSummarise { get; }

    public abstract string SaysNothingAbout(string topic);

    /// <summary>Which paragraphs bear on a topic; null when none does.</summary>
    public string? Bearing(string topic, ImmutableArray<int> paragraphs) =>
        paragraphs.IsEmpty ? null : ParagraphsAbout(topic, $"{string.Join(", ", paragraphs.Take(MostNumbers))}{(paragraphs.Length > MostNumbers ? ", …" : "")}");

    /// <param name="numbers">“3, 7, 12”.</param>
    protected abstract string ParagraphsAbout(string topic, string numbers);

    /// <summary>Title of a form, at most 45 characters.</summary>
    public abstract string AskAboutTitle { get; }

    /// <summary>Label of a form's field, at most 45 characters.</summary>
    public abstract string AddressLabel { get; }

    /// <summary>Before the reason why it will not be read either.</summary>
    public abstract string NotReadYet { get; }

    public abstract string NoLinkInMessage { get; }

    public abstract string NoWordsInMessage { get; }

    public abstract string WordForWord { get; }

    /// <summary>Of words that the article says somebody did not say.</summary>
    public abstract string NotSaid(string names);

    /// <summary>Of words that the article gives to others than the message does.</summary>
    public abstract string SaidByOther(string names);

    /// <summary>Of words that the article only passes on as somebody's claim.</summary>
    public abstract string OnlyClaimed(string names);

    /// <summary>Of words that a message gives to somebody and the article to nobody.</summary>
    public abstract string NobodysQuotation { get; }

    public abstract string Altered { get; }

    public abstract string NotFoundHere { get; }

    public abstract string ClosestIs { get; }

    /// <summary>Under an altered quote: how to read the marks in it.</summary>
    public abstract string HowChangesAreMarked { get; }

    public abstract string AndMore(int count);

    /// <summary>Answers a greeting.</summary>
    public abstract string Hello { get; }

    /// <param name="command">A command to click on, by its name.</param>
    public abstract string Help(Func<string, string> command);
}
