using System.Text;

namespace Bot.Answers.Verification;

/// <summary>What a statement puts between quotation marks must be the article's words, too.</summary>
internal static class InnerQuotes
{
    /// <summary>Puts the stored words in place of each quotation and adds where they stand to the evidence.</summary>
    /// <returns>What is wrong with the first quotation that is not in the source, or breaks off; null when nothing is.</returns>
    public static string? Restore(string statement, SourceText source, List<SourceSpan> spans, out string restored)
    {
        restored = statement;
        var text = new StringBuilder();
        var copied = 0;
        foreach (var (from, end) in StatementText.QuotedIn(statement))
        {
            // Marks that do not pair quote some words twice.
            var start = Math.Max(from, copied);
            var quote = statement[start..Math.Max(start, end)];
            if (!quote.Any(char.IsLetterOrDigit))
            {
                continue;
            }

            if (Find(new QuoteMatch(quote), source, spans) is not { } span)
            {
                return $"The words “{Shorten(quote)}” are put in quotation marks, but the article does not contain them.";
            }

            if (Continuation(quote, statement[end..], source.Paragraph(span.Paragraph).Text, span) is { } continuation)
            {
                return $"The quotation breaks off; the article goes on “{continuation}”.";
            }

            if (!spans.Exists(known => known.Paragraph == span.Paragraph))
            {
                spans.Add(span);
            }

            // Punctuation at the ends belongs to the statement's sentence.
            var first = start + quote.Length - quote.AsSpan().TrimStart(Punctuation).Length;
            var last = start + quote.AsSpan().TrimEnd(Punctuation).Length;
            text.Append(statement, copied, first - copied).Append(source.Paragraph(span.Paragraph).Text, span.Start, span.End - span.Start);
            copied = last;
        }

        restored = text.Append(statement, copied, statement.Length - copied).ToString();
        return null;
    }

    private const string Punctuation = " \"'‘’“”.,;:!?-…()[]*_>";

    public static string Shorten(string words) => words.Length <= 120 ? words : string.Concat(words.AsSpan(0, 119).TrimEnd(), "…");

    private static string? Continuation(string quote, string behind, string text, SourceSpan found) =>
        QuoteMeasures.Continuation(quote, text, found) ?? QuoteTurn.LeftOut(quote, behind, text, found, QuoteMeasures.Begins(text.AsSpan(0, found.Start)));

    private static SourceSpan? Find(QuoteMatch quote, SourceText source, List<SourceSpan> spans)
    {
        foreach (var paragraph in spans.Select(span => span.Paragraph))
        {
            if (quote.FindIn(source.QuotableOf(paragraph)) is var (start, end))
            {
                return new SourceSpan(paragraph, start, end);
            }
        }

        return source.FindQuote(quote);
    }
}
