using System.Collections.Immutable;

namespace Bot.Articles;

/// <summary>The record of every article: the one truth that the search index is derived from.</summary>
/// <remarks>
/// Each reading call takes the guild that asks; it sees that guild's articles and those of <see cref="GuildId.Everyone"/>, never another guild's.
/// A change is one transaction: an article is there whole or not at all, also after kill -9. Safe for concurrent use by threads and processes.
/// </remarks>
public interface IArticleLibrary
{
    /// <summary>Stores an article, as a new version when its id is known with other words. <paramref name="original"/> is the document as it came.</summary>
    Task<AddResult> AddAsync(GuildId guild, Article article, ReadOnlyMemory<byte> original, CancellationToken cancellationToken);

    /// <summary>Removes every version of an article with its quotations. False when the guild has no such article.</summary>
    Task<bool> RemoveAsync(GuildId guild, string articleId, CancellationToken cancellationToken);

    /// <summary>The newest version, or the one asked for; null when the guild cannot see such an article.</summary>
    Task<Article?> GetAsync(GuildId guild, string articleId, int? version, CancellationToken cancellationToken);

    /// <summary>Newest first, without paragraphs.</summary>
    Task<ImmutableArray<ArticleListing>> ListAsync(GuildId guild, CancellationToken cancellationToken);

    /// <summary>What happened after <paramref name="sequence"/> in the whole library, oldest first, at most <paramref name="limit"/> changes.</summary>
    Task<ImmutableArray<ArticleChange>> ChangesSinceAsync(long sequence, int limit, CancellationToken cancellationToken);
}

public enum AddOutcome
{
    Added,
    NewVersion,
    AlreadyThere,
}

/// <param name="Article">As stored, with its id and version; when it was already there, the stored one.</param>
public sealed record AddResult(AddOutcome Outcome, Article Article);

/// <param name="Paragraphs">How many.</param>
public sealed record ArticleListing(
    string Id,
    int Version,
    GuildId Guild,
    string Title,
    string? Outlet,
    DateOnly? Date,
    Uri? Url,
    int Paragraphs,
    int Quotations,
    DateTimeOffset Added);

/// <summary>One entry of the library's sequence of changes.</summary>
/// <param name="Sequence">Grows with every change; may have gaps.</param>
/// <param name="Removed">True when the article is gone; false when <paramref name="Version"/> was added.</param>
public sealed record ArticleChange(long Sequence, GuildId Guild, string ArticleId, int Version, bool Removed);
