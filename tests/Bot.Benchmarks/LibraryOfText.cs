using System.Collections.Immutable;
using Bot.Articles;

namespace Bot.Benchmarks;

/// <summary>A library of made-up articles for an index to follow, without a database: the first 50 are one guild's, all others another's.</summary>
internal sealed class LibraryOfText(LibraryText text, int articles) : IArticleLibrary
{
    public const int SmallGuildArticles = 50;
    public static readonly GuildId SmallGuild = new(1);
    public static readonly GuildId LargeGuild = new(2);

    /// <summary>Whose the article with this number is.</summary>
    public static GuildId GuildOf(int number) => number < SmallGuildArticles ? SmallGuild : LargeGuild;

    public Task<LibraryState> GetStateAsync(CancellationToken cancellationToken) => Task.FromResult(new LibraryState("made-up", articles));

    public Task<ImmutableArray<ArticleChange>> ChangesSinceAsync(long sequence, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<ArticleChange>>(
        [
            .. Enumerable.Range((int)sequence, (int)Math.Min(limit, articles - sequence))
                .Select(i => new ArticleChange(i + 1, GuildOf(i), i.ToString("x8", null), 1, Removed: false)),
        ]);

    public Task<Article?> GetAsync(GuildId guild, string articleId, int? version, CancellationToken cancellationToken) =>
        Task.FromResult<Article?>(text.Article(Convert.ToInt32(articleId, 16)));

    public Task<IReadOnlyDictionary<ArticleVersion, Article>> GetManyAsync(IReadOnlyCollection<ArticleVersion> versions, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<ArticleVersion, Article>>(versions.ToDictionary(version => version, version => text.Article(Convert.ToInt32(version.ArticleId, 16))));

    public Task WaitForChangeAsync(long sequence, CancellationToken cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken);

    public Task<AddResult> AddAsync(GuildId guild, Article article, ReadOnlyMemory<byte> original, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task AddOnceAsync(string name, Func<ArticleWithOriginal> read, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> RemoveAsync(GuildId guild, string articleId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ReadOnlyMemory<byte>?> GetOriginalAsync(GuildId guild, string articleId, int? version, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public Task<ImmutableArray<ArticleListing>> ListAsync(GuildId guild, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ImmutableArray<VersionListing>> ListVersionsAsync(GuildId guild, string articleId, CancellationToken cancellationToken) =>
        throw new NotSupportedException();
}
