using System.Text;

namespace Bot.Answers.Verification;

/// <summary>What a statement puts between quotation marks must be the article's words, too.</summary>
internal static class InnerQuotes
{
    /// <summary>Puts the stored words in place of each quotation and adds where they stand to the evidence.</summary>
    /// <returns>The first quotation that is not in the source; null when all are.</returns>
    public static string? Restore(string statement, SourceText source, List<SourceSpan> spans, out string restored)
    {
        restored = statement;
        var text = new StringBuilder();
        var copied = 0;
        foreach (var (start, end) in new StatementText(statement, source).Quotes)
        {
            var quote = statement[start..end];
            if (Find(quote, source, spans) is not { } span)
            {
                return quote;
            }

            if (!spans.Exists(known => known.Paragraph == span.Paragraph))
            {
                spans.Add(span);
            }

            // Punctuation at the ends belongs to the statement's sentence.
            var first = start + quote.Length - quote.AsSpan().TrimStart(Punctuation).Length;
            var last = start + quote.AsSpan().TrimEnd(Punctuation).Length;
            text.Append(statement, copied, first - copied).Append(source.Paragraphs[span.Paragraph].Text, span.Start, span.End - span.Start);
            copied = last;
        }

        restored = text.Append(statement, copied, statement.Length - copied).ToString();
        return null;
    }

    private const string Punctuation = " \"'‘’“”.,;:!?-…()[]*_>";

    private static SourceSpan? Find(string quote, SourceText source, List<SourceSpan> spans)
    {
        foreach (var paragraph in spans.Select(span => span.Paragraph))
        {
            if (QuoteMatch.Find(source.QuotableOf(paragraph), quote) is var (start, end))
            {
                return new SourceSpan(paragraph, start, end);
            }
        }

        return source.FindQuote(quote);
    }
}
