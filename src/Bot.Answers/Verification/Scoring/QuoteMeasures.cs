using Bot.Answers.Quoting;
using Bot.Answers.Verification.Evidence;
using Bot.Answers.Verification.Terms;

namespace Bot.Answers.Verification.Scoring;

/// <summary>What stands between quotation marks must stand in the source, and not be cut short.</summary>
/// <remarks>A phrase may be taken out of a quotation; whoever gives its beginning gives a sentence, and must not break off in the middle of it.</remarks>
internal static class QuoteMeasures
{
    private const int WordsOfAPhrase = 4;
    private const int WordsToShow = 6;

    public static void Take(SentenceAlignment alignment, Measures measures)
    {
        var (statement, source) = (alignment.Statement, alignment.Source);
        foreach (var (start, end) in statement.Quotes)
        {
            var quote = statement.Text[start..end];
            if (source.FindQuote(new QuoteMatch(quote)) is not { } found)
            {
                measures.Add(Feature.QuoteUnseen);
                measures.Note(FindingKind.QuoteAltered, quote);
            }
            else if (source.Paragraph(found.Paragraph).Text is var text && GoesOn(text.AsSpan(found.End)))
            {
                var last = Array.FindLast(statement.Terms, term => term.End <= end);
                measures.Add(Feature.QuoteCut, last.Is(TermKinds.Stop) ? 2 : 1);
                if (Continuation(quote, text, found) is { } continuation)
                {
                    measures.Add(Feature.QuoteShortened);
                    measures.Note(FindingKind.QuoteShortened, continuation);
                }
            }
        }
    }

    /// <summary>How the speaker went on, when a quotation begins with a sentence and breaks off in the middle of it, unmarked; null when it does not.</summary>
    /// <param name="text">The paragraph where the quotation stands.</param>
    public static string? Continuation(string quote, string text, SourceSpan found) =>
        GoesOn(text.AsSpan(found.End)) && Begins(text.AsSpan(0, found.Start)) && quote.AsSpan().Count(' ') >= WordsOfAPhrase && !quote.AsSpan().TrimEnd().EndsWith('…') && !quote.AsSpan().TrimEnd().EndsWith("...")
            ? string.Join(' ', text[found.End..].Split(' ', WordsToShow + 2, StringSplitOptions.RemoveEmptyEntries).Take(WordsToShow)).TrimEnd(',', '.', '”', '"', '»')
            : null;

    /// <summary>True when a sentence, or what somebody says, begins behind these words.</summary>
    public static bool Begins(ReadOnlySpan<char> before) =>
        before is [] or ['\'' or '‘'] or [.., '“' or '"' or '„' or '«'] or [.., ' ', '\'' or '‘'] or [.., '.' or '!' or '?', ' '];

    // The speaker went on, without so much as a comma.
    private static bool GoesOn(ReadOnlySpan<char> rest) => rest.Length > 1 && rest[0] == ' ' && char.IsLetterOrDigit(rest[1]);
}
