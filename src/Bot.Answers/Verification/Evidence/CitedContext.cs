using System.Collections.Immutable;

namespace Bot.Answers.Verification.Evidence;

/// <summary>The paragraphs that a statement cites, each with the one before it, where “he” and “the company” were named.</summary>
/// <remarks>What was shown but not cited supports nothing, so the statement is compared with these alone.</remarks>
internal sealed class CitedContext
{
    private readonly ImmutableArray<int> _paragraphs;
    private readonly int[] _cited;

    /// <param name="cited">Indexes of paragraphs of <paramref name="shown"/>.</param>
    public CitedContext(SourceText shown, int[] cited)
    {
        _cited = cited;
        _paragraphs = [.. cited.SelectMany(paragraph => new[] { paragraph - 1, paragraph }).Where(paragraph => paragraph >= 0).Distinct().Order()];
        Source = shown.Of(_paragraphs);
    }

    public SourceText Source { get; }

    /// <summary>For each sentence of <see cref="Source"/> whether it touches one of the spans; without spans, whether it is in a cited paragraph.</summary>
    public bool[] Allowed(IReadOnlyList<SourceSpan> spans)
    {
        var allowed = new bool[Source.Sentences.Length];
        for (var i = 0; i < allowed.Length; i++)
        {
            var sentence = Source.Sentences[i];
            var paragraph = _paragraphs[sentence.Paragraph];
            allowed[i] = spans.Count == 0
                ? _cited.Contains(paragraph)
                : spans.Any(span => span.Paragraph == paragraph && sentence.Range.Start < span.End && span.Start < sentence.Range.End);
        }

        return allowed;
    }

    /// <summary>The sentences of a window, as stretches of what was shown.</summary>
    public IEnumerable<SourceSpan> SpansOf(EvidenceWindow window) =>
        Source.SpansOf(window).Select(span => span with { Paragraph = _paragraphs[span.Paragraph] });
}
