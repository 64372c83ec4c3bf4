using System.Collections.Immutable;

namespace Bot.Answers.Verification.Evidence;

/// <summary>A stretch of one of the paragraphs of a <see cref="SourceText"/>: UTF-16 code units, end exclusive.</summary>
/// <param name="Paragraph">Its index there.</param>
internal readonly record struct SourceSpan(int Paragraph, int Start, int End);

/// <summary>Numbers citations in order of use, each stretch once. The quote is cut from the stored text here and nowhere else.</summary>
internal sealed class CitationList(ImmutableArray<ShownPassage> shown)
{
    private readonly List<SourceSpan> _spans = [];

    public ImmutableArray<int> Add(IEnumerable<SourceSpan> spans) =>
    [
        .. spans.Select(span =>
        {
            var at = _spans.IndexOf(span);
            if (at < 0)
            {
                at = _spans.Count;
                _spans.Add(span);
            }

            return at + 1;
        }).Distinct(),
    ];

    public ImmutableArray<Citation> ToImmutable() =>
    [
        .. _spans.Select((span, i) =>
        {
            var (_, article, paragraph) = shown[span.Paragraph];
            return new Citation(
                i + 1, article.Id, article.Version, article.Title, paragraph.Number, span.Start, span.End, paragraph.Text[span.Start..span.End], article.Url);
        }),
    ];
}
