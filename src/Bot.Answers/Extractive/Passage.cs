using Bot.Articles;

namespace Bot.Answers.Extractive;

/// <summary>A paragraph that may hold the answer.</summary>
public readonly record struct Passage(Article Article, Paragraph Paragraph)
{
    public static IReadOnlyList<Passage> Of(Article article) => [.. article.Paragraphs.Select(paragraph => new Passage(article, paragraph))];
}
