using Bot.Answers;
using Bot.Answers.Quoting;
using Bot.Articles;
using Bot.Localization;
using Bot.Storage.Answers;

namespace Bot.Messages;

/// <summary>What became of checking a quote, as Discord shows it.</summary>
internal static class CheckedQuoteMessage
{
    private const int LongestShown = 300;

    // Longer stretches are shown without the comparison, which would double them.
    private const int LongestCompared = 600;

    /// <param name="quote">As it stands in the message.</param>
    public static IReadOnlyList<MessagePart> Of(string quote, CheckedQuote outcome, Translation translation) => outcome switch
    {
        CheckedQuote.Verbatim found => [Verdict(found.Ownership, translation), MessagePart.Quote(found.Citation.Quote), Source(found.Citation, found.Article, translation)],
        CheckedQuote.Altered found when found.Words.Sum(words => words.Text.Length) <= LongestCompared =>
        [
            translation.Altered, .. Warning(found.Ownership, translation), $"> {string.Join(' ', found.Words.Select(Marked))}", $"-# {translation.HowChangesAreMarked}", Source(found.Citation, found.Article, translation),
        ],
        CheckedQuote.Altered found => [translation.Altered, .. Warning(found.Ownership, translation), MessagePart.Quote(found.Citation.Quote), Source(found.Citation, found.Article, translation)],
        _ => [translation.NotFoundHere, MessagePart.Quote(SourceNote.Shortened(quote, LongestShown))],
    };

    /// <summary>What to say of words that stand in the article as they are.</summary>
    private static string Verdict(QuoteOwnership ownership, Translation translation) => ownership.Owner switch
    {
        QuoteOwner.Denied => translation.NotSaid(Names(ownership, translation)),
        QuoteOwner.Other => translation.SaidByOther(Names(ownership, translation)),
        QuoteOwner.Alleged => translation.OnlyClaimed(Names(ownership, translation)),
        QuoteOwner.Article => translation.NobodysQuotation,
        _ => translation.WordForWord,
    };

    private static IEnumerable<MessagePart> Warning(QuoteOwnership ownership, Translation translation) =>
        ownership.Owner is QuoteOwner.Denied or QuoteOwner.Other or QuoteOwner.Alleged ? [Verdict(ownership, translation)] : [];

    private static string Names(QuoteOwnership ownership, Translation translation) =>
        ownership.Speakers.IsEmpty ? translation.SpeakerNotNamed : SourceNote.Names(ownership.Speakers, translation);

    private static string Marked(ComparedWords words) => words.Origin switch
    {
        WordOrigin.Article => $"__{DiscordText.EscapeInline(words.Text)}__",
        WordOrigin.Quote => $"~~{DiscordText.EscapeInline(words.Text)}~~",
        _ => DiscordText.Escape(words.Text),
    };

    private static MessagePart Source(Citation citation, Article article, Translation translation) => SourceNote.Unnumbered(
        new CitationRecord(1, citation.ArticleId, citation.Version, citation.Title, citation.Paragraph, citation.Start, citation.End, citation.Quote, citation.Url), article, translation, verbatim: false);
}
