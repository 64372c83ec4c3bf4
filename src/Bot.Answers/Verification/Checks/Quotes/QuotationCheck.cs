using System.Text;
using Bot.Answers.Quoting;
using Bot.Answers.Verification.Evidence;
using Bot.Answers.Verification.Scoring;

namespace Bot.Answers.Verification.Checks;

/// <summary>What a statement puts between quotation marks must be the article's words, too.</summary>
internal static class QuotationCheck
{
    /// <summary>The first quotation that is not in the source, or breaks off. When all are there, the stored words take their place, and where they stand becomes evidence.</summary>
    public static Finding? Find(Claim claim)
    {
        var (statement, source, spans) = (claim.Text, claim.Shown.Source, claim.Spans);
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
                return new Finding(FindingKind.QuoteInvented, quote);
            }

            if (Continuation(quote, statement[end..], source.Paragraph(span.Paragraph).Text, span) is { } continuation)
            {
                return new Finding(FindingKind.QuoteShortened, continuation);
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

        claim.Text = text.Append(statement, copied, statement.Length - copied).ToString();
        return null;
    }

    private const string Punctuation = " \"'‘’“”.,;:!?-…()[]*_>";

    private static string? Continuation(string quote, string behind, string text, SourceSpan found) =>
        QuoteMeasures.Continuation(quote, text, found) ?? QuotationEnd.LeftOut(quote, behind, text, found, QuoteMeasures.Begins(text.AsSpan(0, found.Start)));

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
