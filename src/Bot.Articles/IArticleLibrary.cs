using System.Collections.Immutable;

namespace Bot.Articles;

/// <summary>The record of every article: the one truth that the search index is derived from.</summary>
/// <remarks>
/// Each reading call takes the guild that asks; it sees that guild's articles and those of <see cref="GuildId.Everyone"/>, never another guild's; where
/// both have an article of the same id, the guild's own stands before the other.
/// A change is one transaction: an article is there whole or not at all, also after kill -9. Safe for concurrent use by threads and processes.
/// Any call throws <see cref="OperatorException"/> when the database is damaged, full, read-only or out of reach.
/// </remarks>
public interface IArticleLibrary
{
    /// <summary>Which library this is and how far its sequence of changes has come.</summary>
    Task<LibraryState> GetStateAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Stores an article, as a new version when its id is known with other words, or when it comes from the same file as one of the guild's and is still like
    /// it. <paramref name="original"/> is the document as it came.
    /// </summary>
    /// <returns>
    /// <see cref="AddOutcome.AlreadyThere"/> when the newest version has these paragraphs under this headline, or the id is new and another article that
    /// the guild can see has the same words; the stored one is then the result. <see cref="AddResult.Match"/> tells which one it was, and which one an
    /// article that was added is a near copy of. A removed article that comes back continues its version numbers.
    /// </returns>
    Task<AddResult> AddAsync(GuildId guild, Article article, ReadOnlyMemory<byte> original, CancellationToken cancellationToken);

    /// <summary>Adds for everyone, the first time this library is asked under this name and never again, so that what somebody removed stays removed.</summary>
    /// <param name="name">Tells one such article from another; the same in every release.</param>
    /// <param name="read">Called only the first time.</param>
    Task AddOnceAsync(string name, Func<ArticleWithOriginal> read, CancellationToken cancellationToken);

    /// <summary>Every version that there is of the article that <see cref="GetAsync"/> finds, oldest first; none when the guild cannot see such an article.</summary>
    Task<ImmutableArray<VersionListing>> ListVersionsAsync(GuildId guild, string articleId, CancellationToken cancellationToken);

    /// <summary>Removes every version of an article with its quotations. False when the guild itself has no such article.</summary>
    Task<bool> RemoveAsync(GuildId guild, string articleId, CancellationToken cancellationToken);

    /// <summary>The newest version, or the one asked for; null when the guild cannot see such an article.</summary>
    Task<Article?> GetAsync(GuildId guild, string articleId, int? version, CancellationToken cancellationToken);

    /// <summary>Exactly these versions, in one reading; those that are gone are missing. Whose articles may be asked for is the caller's to know.</summary>
    /// <param name="versions">At most 1,000.</param>
    Task<IReadOnlyDictionary<ArticleVersion, Article>> GetManyAsync(IReadOnlyCollection<ArticleVersion> versions, CancellationToken cancellationToken);

    /// <summary>The document as it came, of the newest version or the one asked for; null when the guild cannot see such an article.</summary>
    Task<ReadOnlyMemory<byte>?> GetOriginalAsync(GuildId guild, string articleId, int? version, CancellationToken cancellationToken);

    /// <summary>The newest version of each article, last added first, without paragraphs.</summary>
    Task<ImmutableArray<ArticleListing>> ListAsync(GuildId guild, CancellationToken cancellationToken);

    /// <summary>The latest change of every article that changed after <paramref name="sequence"/> in the whole library, oldest first.</summary>
    /// <param name="limit">At most so many.</param>
    Task<ImmutableArray<ArticleChange>> ChangesSinceAsync(long sequence, int limit, CancellationToken cancellationToken);

    /// <summary>Completes once the library has come further than <paramref name="sequence"/>, in whatever process; within a second or so.</summary>
    Task WaitForChangeAsync(long sequence, CancellationToken cancellationToken);
}

/// <summary>What names the words of an article for good.</summary>
/// <param name="Guild">Whose article it is, exactly.</param>
public readonly record struct ArticleVersion(GuildId Guild, string ArticleId, int Version);

/// <param name="LibraryId">Random, given once; tells an index that it belongs to another library.</param>
/// <param name="Sequence">That of the last change, 0 when there was none.</param>
public sealed record LibraryState(string LibraryId, long Sequence);

/// <param name="Original">The document as it came.</param>
public sealed record ArticleWithOriginal(Article Article, ReadOnlyMemory<byte> Original);

public enum AddOutcome
{
    Added,
    NewVersion,
    AlreadyThere,
}

/// <param name="Article">As stored, with its id and version; when it was already there, the stored one.</param>
/// <param name="Match">The article that was there before, when there was one like it other than an earlier version.</param>
public sealed record AddResult(AddOutcome Outcome, Article Article, ArticleMatch? Match = null);

public sealed record VersionListing(int Version, string Title, int Paragraphs, DateTimeOffset Added);

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

/// <summary>One entry of the library's sequence of changes; an earlier entry of the same article gives way to a later one.</summary>
/// <param name="Sequence">Grows with every change and becomes visible in that order; has gaps.</param>
/// <param name="Guild">Whose article it is, exactly.</param>
/// <param name="Removed">True when the article is gone; false when <paramref name="Version"/> was added.</param>
public sealed record ArticleChange(long Sequence, GuildId Guild, string ArticleId, int Version, bool Removed);
