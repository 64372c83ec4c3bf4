using System.Collections.Immutable;
using System.Data.Common;
using Bot.Articles;
using Bot.Storage.Answers;
using Bot.Storage.Guilds;

namespace Bot.Storage;

/// <summary>The record in either database.</summary>
public sealed class ArticleLibrary(Database database, TimeProvider time) : IArticleLibrary
{
    public async Task<LibraryState> GetStateAsync(CancellationToken cancellationToken) =>
        (await database.QueryAsync("SELECT id, sequence FROM library", row => new LibraryState(row.GetString(0), row.GetInt64(1)), cancellationToken))[0];

    public Task<AddResult> AddAsync(GuildId guild, Article article, ReadOnlyMemory<byte> original, CancellationToken cancellationToken)
    {
        var incoming = Incoming.Of(article, original);
        return database.WriteAsync(transaction => AddAsync(transaction, guild, incoming, cancellationToken), cancellationToken);
    }

    /// <summary>Fills a library that nobody else uses yet: many articles in one transaction, for which all other writers wait.</summary>
    internal Task<bool> AddManyAsync(GuildId guild, IReadOnlyCollection<Article> articles, CancellationToken cancellationToken)
    {
        var incoming = articles.AsParallel().AsOrdered().Select(article => Incoming.Of(article, default)).ToList();
        return database.WriteAsync(
            async transaction =>
            {
                foreach (var one in incoming)
                {
                    await AddAsync(transaction, guild, one, cancellationToken);
                }

                return true;
            },
            cancellationToken);
    }

    public async Task AddOnceAsync(string name, Func<ArticleWithOriginal> read, CancellationToken cancellationToken)
    {
        var known = await database.ReadAsync(
            transaction => transaction.ScalarAsync<string>("SELECT name FROM added_once WHERE name = @name", cancellationToken, ("@name", name)),
            cancellationToken);
        if (known is not null)
        {
            return;
        }

        var source = read();
        var incoming = Incoming.Of(source.Article, source.Original);
        await database.WriteAsync(
            async transaction =>
            {
                var first = await transaction.ExecuteAsync(
                    "INSERT INTO added_once (name) VALUES (@name) ON CONFLICT DO NOTHING", cancellationToken, ("@name", name)) == 1;
                if (first)
                {
                    await AddAsync(transaction, GuildId.Everyone, incoming, cancellationToken);
                }

                return first;
            },
            cancellationToken);
    }

    public Task<bool> RemoveAsync(GuildId guild, string articleId, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            var removed = await transaction.ExecuteAsync(
                "DELETE FROM articles WHERE guild = @guild AND id = @id", cancellationToken, Key(guild, articleId));
            if (removed > 0)
            {
                await AnswerStore.DeleteOfArticleAsync(transaction, guild, articleId, cancellationToken);
                await ChannelArticles.DeleteOfArticleAsync(transaction, guild, articleId, cancellationToken);
                await RecordChangeAsync(transaction, guild, articleId, version: null, cancellationToken);
            }

            return removed > 0;
        },
        cancellationToken);

    public Task<Article?> GetAsync(GuildId guild, string articleId, int? version, CancellationToken cancellationToken) =>
        database.ReadAsync(transaction => StoredArticle.ReadAsync(transaction, guild, articleId, version, cancellationToken), cancellationToken);

    public async Task<IReadOnlyDictionary<ArticleVersion, Article>> GetManyAsync(
        IReadOnlyCollection<ArticleVersion> versions, CancellationToken cancellationToken) => versions.Count == 0
        ? ImmutableDictionary<ArticleVersion, Article>.Empty
        : (await database.ReadAsync(transaction => StoredArticle.ReadAsync(transaction, versions, cancellationToken), cancellationToken))
            .ToDictionary(found => found.Key, found => found.Article);

    public Task<ReadOnlyMemory<byte>?> GetOriginalAsync(GuildId guild, string articleId, int? version, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async transaction =>
                await transaction.ScalarAsync<byte[]>(
                    """
                    SELECT o.document FROM articles a JOIN originals o ON o.article = a.key
                    WHERE a.id = @id AND a.guild IN (@guild, 0) AND (a.version = @version OR @version = 0)
                    ORDER BY CASE WHEN a.guild = @guild THEN 0 ELSE 1 END, a.version DESC LIMIT 1
                    """,
                    cancellationToken,
                    [.. Key(guild, articleId), ("@version", version ?? 0)]) is { } document
                    ? (ReadOnlyMemory<byte>?)document
                    : null,
            cancellationToken);

    public Task<ImmutableArray<ArticleListing>> ListAsync(GuildId guild, CancellationToken cancellationToken) =>
        database.ReadAsync(transaction => ArticleListings.OfAsync(transaction, guild, cancellationToken), cancellationToken);

    public Task<ImmutableArray<VersionListing>> ListVersionsAsync(GuildId guild, string articleId, CancellationToken cancellationToken) => database.ReadAsync(
        transaction => transaction.QueryAsync(
            """
            SELECT a.version, a.title, a.paragraphs, a.added FROM articles a
            WHERE a.guild IN (@guild, 0) AND a.id = @id
              AND (a.guild = @guild OR NOT EXISTS (SELECT 1 FROM articles own WHERE own.guild = @guild AND own.id = @id))
            ORDER BY a.version
            """,
            row => new VersionListing(row.GetInt32(0), row.GetString(1), row.GetInt32(2), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3))),
            cancellationToken,
            Key(guild, articleId)),
        cancellationToken);

    public Task<ImmutableArray<ArticleChange>> ChangesSinceAsync(long sequence, int limit, CancellationToken cancellationToken) => database.ReadAsync(
        transaction => transaction.QueryAsync(
            "SELECT sequence, guild, article, version, removed FROM changes WHERE sequence > @sequence ORDER BY sequence LIMIT @limit",
            row => new ArticleChange(
                row.GetInt64(0), new GuildId(unchecked((ulong)row.GetInt64(1))), row.GetString(2), row.GetInt32(3), row.GetInt32(4) != 0),
            cancellationToken,
            ("@sequence", sequence),
            ("@limit", limit)),
        cancellationToken);

    public async Task WaitForChangeAsync(long sequence, CancellationToken cancellationToken)
    {
        while ((await GetStateAsync(cancellationToken)).Sequence <= sequence)
        {
            await database.WaitForHintAsync(cancellationToken);
        }
    }

    private async Task<AddResult> AddAsync(DbTransaction transaction, GuildId guild, Incoming incoming, CancellationToken cancellationToken)
    {
        var id = await StoredCopies.FindEarlierAsync(transaction, guild, incoming, cancellationToken) ?? incoming.Article.Id;
        var article = incoming.Article with { Id = id };
        var known = await transaction.QueryAsync(
            "SELECT version, title, words FROM articles WHERE guild = @guild AND id = @id ORDER BY version DESC LIMIT 1",
            row => (Version: row.GetInt32(0), Title: row.GetString(1), Words: row.GetString(2)),
            cancellationToken,
            Key(guild, article.Id));
        ArticleMatch? match = null;
        if (known is [var newest])
        {
            if (newest.Words == incoming.Words && newest.Title == article.Title)
            {
                return await AlreadyThereAsync(transaction, guild, article.Id, MatchKind.SameSource, cancellationToken);
            }
        }
        else if (await FindSameWordsAsync(transaction, guild, incoming, cancellationToken) is { } same)
        {
            return await AlreadyThereAsync(transaction, guild, same, same == article.Id ? MatchKind.SameSource : MatchKind.SameWords, cancellationToken);
        }
        else if (await StoredCopies.FindAsync(transaction, guild, article.Id, incoming.Runs, cancellationToken) is { } copy)
        {
            if (copy.Kind == MatchKind.SameWords)
            {
                return await AlreadyThereAsync(transaction, guild, copy.Article.Id, MatchKind.SameWords, cancellationToken);
            }

            match = copy;
        }

        // Above everything this guild can have cited under the id, so that a citation never finds other words than it was made from.
        var last = await transaction.ScalarAsync<long>(
            "SELECT coalesce(max(version), 0) FROM changes WHERE article = @id AND guild IN (@guild, 0)", cancellationToken, Key(guild, article.Id));
        var stored = article with { Version = (int)last + 1 };
        await StoredArticle.WriteAsync(transaction, guild, incoming with { Article = stored }, time.GetUtcNow(), cancellationToken);
        await RecordChangeAsync(transaction, guild, stored.Id, stored.Version, cancellationToken);
        return new AddResult(known.IsEmpty ? AddOutcome.Added : AddOutcome.NewVersion, stored, match);
    }

    /// <summary>The id of an article with exactly these paragraphs, under the same id rather than another, the guild's own rather than everyone's.</summary>
    private static Task<string?> FindSameWordsAsync(DbTransaction transaction, GuildId guild, Incoming incoming, CancellationToken cancellationToken) =>
        transaction.ScalarAsync<string>(
            """
            SELECT a.id FROM articles a
            WHERE a.guild IN (@guild, 0) AND a.words = @words
              AND NOT EXISTS (SELECT 1 FROM articles n WHERE n.guild = a.guild AND n.id = a.id AND n.version > a.version)
            ORDER BY CASE WHEN a.id = @id THEN 0 ELSE 1 END, CASE WHEN a.guild = @guild THEN 0 ELSE 1 END LIMIT 1
            """,
            cancellationToken,
            [.. Key(guild, incoming.Article.Id), ("@words", incoming.Words)]);

    private static async Task<AddResult> AlreadyThereAsync(
        DbTransaction transaction, GuildId guild, string articleId, MatchKind kind, CancellationToken cancellationToken) => new(
            AddOutcome.AlreadyThere,
            (await StoredArticle.ReadAsync(transaction, guild, articleId, null, cancellationToken))!,
            new ArticleMatch(kind, (await ArticleListings.ByIdAsync(transaction, guild, articleId, cancellationToken))!, Share: 1));

    /// <param name="version">The one that was added; null when the article was removed.</param>
    private async Task RecordChangeAsync(DbTransaction transaction, GuildId guild, string articleId, int? version, CancellationToken cancellationToken)
    {
        var sequence = await transaction.ScalarAsync<long>("UPDATE library SET sequence = sequence + 1 RETURNING sequence", cancellationToken);
        await transaction.ExecuteAsync(
            """
            INSERT INTO changes (guild, article, sequence, version, removed) VALUES (@guild, @id, @sequence, @version, @removed)
            ON CONFLICT (guild, article) DO UPDATE
            SET sequence = excluded.sequence, version = CASE WHEN excluded.removed = 1 THEN changes.version ELSE excluded.version END, removed = excluded.removed
            """,
            cancellationToken,
            [.. Key(guild, articleId), ("@sequence", sequence), ("@version", version ?? 0), ("@removed", version is null ? 1 : 0)]);
        await database.AnnounceChangeAsync(transaction, cancellationToken);
    }

    private static (string, object?)[] Key(GuildId guild, string articleId) => [("@guild", Signed(guild)), ("@id", articleId)];

    private static long Signed(GuildId guild) => unchecked((long)guild.Value);
}
