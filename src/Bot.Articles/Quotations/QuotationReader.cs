using System.Collections.Immutable;

namespace Bot.Articles.Quotations;

/// <summary>What a reading of an article's quotation marks gives.</summary>
/// <param name="Quotations">In reading order, never overlapping.</param>
/// <param name="Speakers">Most quoted first.</param>
public sealed record QuotationReading(ImmutableArray<Quotation> Quotations, ImmutableArray<Speaker> Speakers);

/// <summary>Who said what, in their exact words: finds quoted speech in an article and names its speakers, by rules, without a model.</summary>
public static class QuotationReader
{
    /// <summary>Reads the quotations of an article in time linear in its length.</summary>
    /// <param name="paragraphs">In reading order; their sentences are not used.</param>
    /// <param name="language">ISO 639-1 when known; the kind of marks is told from the text either way.</param>
    public static QuotationReading Read(ImmutableArray<Paragraph> paragraphs, string? language = null)
    {
        _ = language;
        var spans = SpanScanner.Scan(paragraphs);
        if (spans.IsEmpty)
        {
            return new QuotationReading([], []);
        }

        var lines = new List<ParagraphTokens>(paragraphs.Length);
        var next = 0;
        for (var i = 0; i < paragraphs.Length; i++)
        {
            var first = next;
            while (next < spans.Length && spans[next].Paragraph == i)
            {
                next++;
            }

            lines.Add(ParagraphTokens.Read(i, paragraphs[i].Text, spans[first..next]));
        }

        return new SpeakerResolver(lines).Read();
    }
}
