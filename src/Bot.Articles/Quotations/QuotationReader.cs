using System.Collections.Immutable;
using Bot.Articles.Quotations.Detection;
using Bot.Articles.Quotations.Grammar;

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
        var english = language is "en" || (language is null && paragraphs.Any(paragraph => paragraph.Text.Contains(" the ", StringComparison.Ordinal)));
        var turns = Turns.Find(paragraphs);
        var spans = SpanScanner.Scan(paragraphs);
        if (spans.IsEmpty && turns.Count == 0)
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

            var text = paragraphs[i].Text;
            lines.Add(ParagraphTokens.Read(i, text, turns.GetValueOrDefault(i) is { } turn ? [new QuotedSpan(i, 0, turn.Start, text.TrimEnd().Length, text.Length, Closed: true)] : spans[first..next], english));
        }

        return new SpeakerResolver(lines, turns).Read();
    }
}
