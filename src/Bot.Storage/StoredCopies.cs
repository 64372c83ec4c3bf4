using System.Data.Common;
using Bot.Articles;
using Bot.Articles.Copies;

namespace Bot.Storage;

/// <summary>Finds the article that another is a copy of, by a sample of its runs of words as rows.</summary>
internal static class StoredCopies
{
    private const int SampleSize = 24;

    // Of a sample of 24, an article of which a third stands in another is expected to share eight; one unlucky in a thousand shares fewer than three.
    private const int FewestShared = 3;
    private const int MostCandidates = 4;

    /// <summary>Makes the newest version of an article known by its words, in place of the version before.</summary>
    public static async Task WriteAsync(DbTransaction transaction, GuildId guild, long key, string articleId, WordRuns runs, CancellationToken cancellationToken)
    {
        await transaction.ExecuteAsync(
            "DELETE FROM word_runs WHERE article IN (SELECT key FROM articles WHERE guild = @guild AND id = @id)",
            cancellationToken,
            ("@guild", Signed(guild)),
            ("@id", articleId));
        await WriteAsync(transaction, guild, key, runs, cancellationToken);
    }

    /// <summary>The article other than <paramref name="articleId"/> that has most of these words; null when none has most of them.</summary>
    public static async Task<ArticleMatch?> FindAsync(
        DbTransaction transaction, GuildId guild, string articleId, WordRuns runs, CancellationToken cancellationToken)
    {
        var sample = SampleOf(runs);
        if (sample.Length == 0)
        {
            return null;
        }

        var candidates = await transaction.QueryAsync(
            $"""
            SELECT r.article FROM word_runs r JOIN articles a ON a.key = r.article
            WHERE r.guild IN (@guild, 0) AND r.hash IN ({Names(sample.Length)}) AND a.id <> @id
            GROUP BY r.article HAVING count(*) >= {FewestShared}
            ORDER BY count(*) DESC, r.article LIMIT {MostCandidates}
            """,
            row => row.GetInt64(0),
            cancellationToken,
            [("@guild", Signed(guild)), ("@id", articleId), .. Hashes(sample)]);
        (long Key, MatchKind Kind, double Share)? best = null;
        foreach (var candidate in candidates)
        {
            var other = await ReadAsync(transaction, candidate, cancellationToken);
            var share = runs.ShareWith(other);
            var kind = other.Words == runs.Words ? MatchKind.SameWords : MatchKind.NearCopy;
            if (share >= WordRuns.NearCopy && (best is not { } better || share > better.Share || (share >= better.Share && kind < better.Kind)))
            {
                best = (candidate, kind, share);
            }
        }

        return best is var (key, how, much) ? new ArticleMatch(how, await ArticleListings.ByKeyAsync(transaction, guild, key, cancellationToken), much) : null;
    }

    /// <summary>The id of the guild's article that this one is a later state of: from the same file and still like it; null when there is none.</summary>
    /// <remarks>
    /// A file may be written over with another article, so that headline or wording must be alike too; many files that are sent have one name, so that there
    /// both must be, unless the wording is too short to tell.
    /// </remarks>
    public static async Task<string?> FindEarlierAsync(DbTransaction transaction, GuildId guild, Incoming incoming, CancellationToken cancellationToken)
    {
        if (incoming.Article is not { Url: null, Source: { } source, Title: var title })
        {
            return null;
        }

        var isPath = Path.IsPathFullyQualified(source);
        var fromThere = await transaction.QueryAsync(
            $"""
            SELECT a.key, a.id, a.title FROM articles a
            WHERE a.guild = @guild AND a.source = @source AND a.url IS NULL
              AND NOT EXISTS (SELECT 1 FROM articles n WHERE n.guild = a.guild AND n.id = a.id AND n.version > a.version)
            ORDER BY a.key DESC LIMIT {MostCandidates}
            """,
            row => (Key: row.GetInt64(0), Id: row.GetString(1), Title: row.GetString(2)),
            cancellationToken,
            ("@guild", Signed(guild)),
            ("@source", source));
        foreach (var earlier in fromThere)
        {
            var isLike = await ShareAsync(earlier.Key) >= WordRuns.NearCopy;
            if (earlier.Title == title ? isPath || isLike || incoming.Runs.Count < WordRuns.FewestRuns : isPath && isLike)
            {
                return earlier.Id;
            }
        }

        return null;

        async Task<double> ShareAsync(long key) => incoming.Runs.ShareWith(await ReadAsync(transaction, key, cancellationToken));
    }

    /// <summary>The hashes that are stored of an article; none when it is too short to be recognised.</summary>
    public static ulong[] SampleOf(WordRuns runs) => runs.Count < WordRuns.FewestRuns ? [] : runs.Sample(SampleSize).ToArray();

    /// <summary>Fills the rows of a library that was written before there were any.</summary>
    public static async Task FillAsync(DbTransaction transaction, CancellationToken cancellationToken)
    {
        const int AtOnce = 1000;
        for (var last = long.MinValue; ;)
        {
            var articles = await transaction.QueryAsync(
                """
                SELECT a.key, a.guild FROM articles a
                WHERE a.key > @last AND NOT EXISTS (SELECT 1 FROM articles n WHERE n.guild = a.guild AND n.id = a.id AND n.version > a.version)
                ORDER BY a.key LIMIT @limit
                """,
                row => (Key: row.GetInt64(0), Guild: new GuildId(unchecked((ulong)row.GetInt64(1)))),
                cancellationToken,
                ("@last", last),
                ("@limit", AtOnce));
            if (articles.IsEmpty)
            {
                return;
            }

            foreach (var (key, guild) in articles)
            {
                await WriteAsync(transaction, guild, key, await ReadAsync(transaction, key, cancellationToken), cancellationToken);
            }

            last = articles[^1].Key;
        }
    }

    private static async Task WriteAsync(DbTransaction transaction, GuildId guild, long key, WordRuns runs, CancellationToken cancellationToken)
    {
        var sample = SampleOf(runs);
        if (sample.Length > 0)
        {
            await transaction.ExecuteAsync(
                $"INSERT INTO word_runs (guild, hash, article) VALUES {string.Join(", ", sample.Select((_, i) => $"(@guild, @h{i}, @article)"))}",
                cancellationToken,
                [("@guild", Signed(guild)), ("@article", key), .. Hashes(sample)]);
        }
    }

    private static async Task<WordRuns> ReadAsync(DbTransaction transaction, long key, CancellationToken cancellationToken) =>
        WordRuns.Of(await transaction.QueryAsync(
            "SELECT text FROM paragraphs WHERE article = @article ORDER BY number", row => row.GetString(0), cancellationToken, ("@article", key)));

    private static string Names(int count) => string.Join(", ", Enumerable.Range(0, count).Select(i => $"@h{i}"));

    private static IEnumerable<(string, object?)> Hashes(ulong[] sample) => sample.Select((hash, i) => ($"@h{i}", (object?)unchecked((long)hash)));

    private static long Signed(GuildId guild) => unchecked((long)guild.Value);
}
