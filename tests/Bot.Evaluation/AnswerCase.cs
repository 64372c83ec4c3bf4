using Bot.Articles;

namespace Bot.Evaluation;

/// <summary>One question of a data set as the bot may see it.</summary>
internal record AnswerCase(string Id, IReadOnlyList<string> Paragraphs, string Question, string? ArticleTitle)
{
    public Article ReadArticle() => ArticleReader.FromParagraphs(ArticleTitle, Paragraphs);
}

/// <summary>The same with what is right, for learning only.</summary>
internal sealed record LabelledAnswerCase(
    string Id,
    IReadOnlyList<string> Paragraphs,
    string Question,
    string? ArticleTitle,
    bool Answerable,
    IReadOnlyList<int>? GoldParagraphs,
    IReadOnlyList<string>? Answers,
    string? GoldSentence,
    string? AnswerMatch,
    string? Group) : AnswerCase(Id, Paragraphs, Question, ArticleTitle);
