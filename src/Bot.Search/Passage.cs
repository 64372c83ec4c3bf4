using Bot.Articles;

namespace Bot.Search;

/// <summary>What to look for, and among which articles.</summary>
/// <param name="Text">Any words; nothing in them is syntax.</param>
/// <param name="Guild">Its articles and everyone's are looked through; nothing else changes the result or its cost.</param>
public sealed record PassageQuery(string Text, GuildId Guild)
{
    /// <summary>Only this article; null for all.</summary>
    public string? ArticleId { get; init; }

    /// <summary>Words that would also do, each counting less than a word of <see cref="Text"/>: synonyms, other spellings.</summary>
    public IReadOnlyList<Alternative> Alternatives { get; init; } = [];

    /// <summary>True to rank each paragraph by its own words, whatever its article is about: for words that stand in it, not a question about it.</summary>
    public bool ByParagraphAlone { get; init; }

    public int Limit { get; init; } = 50;
}

/// <param name="Text">One word or several.</param>
/// <param name="Weight">From 0 to 1, where 1 is that of a word of the query.</param>
public readonly record struct Alternative(string Text, float Weight);

/// <summary>A paragraph that may bear on a query.</summary>
/// <param name="Guild">Whose article it is.</param>
/// <param name="Paragraph">From 1.</param>
/// <param name="Score">Above 0; comparable within one result only.</param>
public readonly record struct Passage(GuildId Guild, string ArticleId, int Version, int Paragraph, float Score)
{
    /// <summary>How well its whole article matches; 0 where only paragraphs were ranked.</summary>
    public float ArticleScore { get; init; }

    /// <summary>The cosine of the question and what of its article comes nearest to it; 0 where that was not found by its meaning.</summary>
    public float ArticleCosine { get; init; }

    public ArticleVersion Article => new(Guild, ArticleId, Version);
}

/// <summary>An article that may bear on a query.</summary>
/// <param name="Guild">Whose article it is.</param>
/// <param name="Score">Above 0; comparable within one result only.</param>
public readonly record struct ArticleHit(GuildId Guild, string ArticleId, int Version, float Score);
