using Bot.Answers;
using Bot.Answers.Quoting;
using Bot.Articles;
using Bot.Ask;
using Bot.Phrasebook;
using Bot.Storage.Answers;

namespace Bot.Checking;

/// <summary>What became of checking a quote, as Discord shows it.</summary>
internal static class CheckedQuoteMessage
{
    private const int LongestShown = 300;

    // Longer stretches are shown without the comparison, which would double them.
    private const int LongestCompared = 600;

    /// <param name="quote">As it stands in the message.</param>
    public static IReadOnlyList<MessagePart> Of(string quote, CheckedQuote outcome, Phrases phrases) => outcome switch
    {
        CheckedQuote.Verbatim found => [phrases.WordForWord, MessagePart.Quote(found.Citation.Quote), Source(found.Citation, found.Article, phrases)],
        CheckedQuote.Altered found when found.Words.Sum(words => words.Text.Length) <= LongestCompared =>
        [
            phrases.Altered, $"> {string.Join(' ', found.Words.Select(Marked))}", $"-# {phrases.HowChangesAreMarked}", Source(found.Citation, found.Article, phrases),
        ],
        CheckedQuote.Altered found => [phrases.Altered, MessagePart.Quote(found.Citation.Quote), Source(found.Citation, found.Article, phrases)],
        _ => [phrases.NotFoundHere, MessagePart.Quote(SourceNote.Shortened(quote, LongestShown))],
    };

    private static string Marked(ComparedWords words) => words.Origin switch
    {
        WordOrigin.Article => $"__{DiscordText.EscapeInline(words.Text)}__",
        WordOrigin.Quote => $"~~{DiscordText.EscapeInline(words.Text)}~~",
        _ => DiscordText.Escape(words.Text),
    };

    private static MessagePart Source(Citation citation, Article article, Phrases phrases) => SourceNote.Unnumbered(
        new CitationGiven(1, citation.ArticleId, citation.Version, citation.Title, citation.Paragraph, citation.Start, citation.End, citation.Quote, citation.Url), article, phrases);
}
