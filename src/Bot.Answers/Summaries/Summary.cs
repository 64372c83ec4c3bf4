using System.Collections.Immutable;
using Bot.Articles;

namespace Bot.Answers.Summaries;

/// <summary>What an article says, in few points.</summary>
/// <param name="Points">In reading order. None when the article says nothing about the focus that was asked for.</param>
/// <param name="Citations">Numbered from 1 in the order of the points; every quote is verbatim.</param>
public sealed record Summary(
    Article Article,
    SummaryLength Length,
    AnswerMode Mode,
    ImmutableArray<Statement> Points,
    ImmutableArray<Citation> Citations)
{
    /// <summary>Numbers of the paragraphs that bear on the focus, in order; none when there is no focus.</summary>
    public ImmutableArray<int> Bearing { get; init; } = [];

    /// <summary>Whether a model should have written this and was of no use.</summary>
    public bool ModelFailed { get; init; }

    /// <summary>The heading above the paragraph that a point relies on first; null before the first heading.</summary>
    public string? SectionOf(Statement point) => Article.Paragraph(Citations[point.Citations[0] - 1].Paragraph)?.Section;
}

public enum SummaryLength
{
    /// <summary>Up to three points.</summary>
    Brief,

    /// <summary>Up to seven points, fewer for a short article; everybody who is quoted much has one.</summary>
    Standard,

    /// <summary>Up to fourteen points, at least one for every section.</summary>
    Detailed,
}
