using Bot.Articles;

namespace Bot.Answers.Extraction.Passages;

/// <summary>A paragraph that may hold the answer.</summary>
public readonly record struct EvidencePassage(Article Article, Paragraph Paragraph)
{
    /// <summary>How well the index found its article among many, comparable within one search; 0 where nothing was searched.</summary>
    public float Found { get; init; }

    /// <summary>The cosine of the question and what of its article comes nearest to it; 0 where its article was not found by its meaning.</summary>
    public float Near { get; init; }

    public static IReadOnlyList<EvidencePassage> Of(Article article) => [.. article.Paragraphs.Select(paragraph => new EvidencePassage(article, paragraph))];
}
