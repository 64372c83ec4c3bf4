using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using Bot.Articles;

namespace Bot.Storage;

/// <summary>Articles without their paragraphs.</summary>
internal static class ArticleListings
{
    private const string Columns = "a.id, a.version, a.guild, a.title, a.outlet, a.date, a.url, a.paragraphs, a.quotations, a.added";

    /// <summary>The newest version of each article that the guild can see, last added first.</summary>
    public static Task<ImmutableArray<ArticleListing>> OfAsync(DbTransaction transaction, GuildId guild, CancellationToken cancellationToken) =>
        transaction.QueryAsync(
            $"""
            SELECT {Columns} FROM articles a
            WHERE a.guild IN (@guild, 0)
              AND NOT EXISTS (SELECT 1 FROM articles n WHERE n.guild = a.guild AND n.id = a.id AND n.version > a.version)
              AND (a.guild = @guild OR NOT EXISTS (SELECT 1 FROM articles own WHERE own.guild = @guild AND own.id = a.id))
            ORDER BY a.added DESC, a.key DESC
            """,
            Read,
            cancellationToken,
            ("@guild", unchecked((long)guild.Value)));

    /// <summary>The newest version of an article, the guild's own before everyone's; null when the guild cannot see one.</summary>
    public static async Task<ArticleListing?> ByIdAsync(DbTransaction transaction, GuildId guild, string articleId, CancellationToken cancellationToken) =>
        await transaction.QueryAsync(
            $"""
            SELECT {Columns} FROM articles a WHERE a.guild IN (@guild, 0) AND a.id = @id
            ORDER BY CASE WHEN a.guild = @guild THEN 0 ELSE 1 END, a.version DESC LIMIT 1
            """,
            Read,
            cancellationToken,
            ("@guild", unchecked((long)guild.Value)),
            ("@id", articleId)) is [var listing] ? listing : null;

    /// <param name="key">That of a row the guild can see.</param>
    public static async Task<ArticleListing> ByKeyAsync(DbTransaction transaction, GuildId guild, long key, CancellationToken cancellationToken) =>
        (await transaction.QueryAsync(
            $"SELECT {Columns} FROM articles a WHERE a.key = @key AND a.guild IN (@guild, 0)",
            Read,
            cancellationToken,
            ("@key", key),
            ("@guild", unchecked((long)guild.Value))))[0];

    private static ArticleListing Read(DbDataReader row) => new(
        row.GetString(0),
        row.GetInt32(1),
        new GuildId(unchecked((ulong)row.GetInt64(2))),
        row.GetString(3),
        row.TextOrNull(4),
        row.TextOrNull(5) is { } date ? DateOnly.ParseExact(date, "O", CultureInfo.InvariantCulture) : null,
        row.TextOrNull(6) is { } url ? new Uri(url) : null,
        row.GetInt32(7),
        row.GetInt32(8),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(9)));
}
