using System.Collections.Immutable;
using System.Data.Common;
using System.Runtime.InteropServices;
using Bot.Articles;

namespace Bot.Storage;

/// <summary>The vectors of sentences in either database.</summary>
public sealed class PassageVectors(Database database) : IPassageVectors
{
    private const string Block = "v.dimensions, v.sentences, v.scales, v.components";

    public Task<ImmutableArray<MissingVectors>> MissingAsync(string model, long after, int limit, CancellationToken cancellationToken) => database.ReadAsync(
        transaction => transaction.QueryAsync(
            """
            SELECT a.key, a.guild, a.id, a.version FROM articles a
            LEFT JOIN vectors v ON v.article = a.key AND v.model = @model
            WHERE a.key > @after AND v.article IS NULL
              AND NOT EXISTS (SELECT 1 FROM articles n WHERE n.guild = a.guild AND n.id = a.id AND n.version > a.version)
            ORDER BY a.key LIMIT @limit
            """,
            row => new MissingVectors(row.GetInt64(0), Version(row, 1)),
            cancellationToken,
            ("@model", model),
            ("@after", after),
            ("@limit", limit)),
        cancellationToken);

    public Task PutAsync(string model, IReadOnlyDictionary<ArticleVersion, VectorBlock> vectors, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            foreach (var (version, block) in vectors)
            {
                await transaction.ExecuteAsync(
                    "DELETE FROM vectors WHERE article = (SELECT key FROM articles WHERE guild = @guild AND id = @id AND version = @version)", cancellationToken, Key(version));
                await transaction.ExecuteAsync(
                    """
                    INSERT INTO vectors (article, guild, model, dimensions, sentences, scales, components, codes)
                    SELECT key, guild, @model, @dimensions, @sentences, @scales, @components, @codes FROM articles WHERE guild = @guild AND id = @id AND version = @version
                    """,
                    cancellationToken,
                    [
                        .. Key(version),
                        ("@model", model),
                        ("@dimensions", (long)block.Dimensions),
                        ("@sentences", Bytes(block.Sentences.AsSpan())),
                        ("@scales", Bytes(block.Scales.AsSpan())),
                        ("@components", Bytes(block.Components.AsSpan())),
                        ("@codes", Bytes(block.Codes().AsSpan())),
                    ]);
            }

            return true;
        },
        cancellationToken);

    public Task<ImmutableArray<StoredCodes>> ReadCodesAsync(string model, GuildId owner, long after, int limit, CancellationToken cancellationToken) => database.ReadAsync(
        transaction => transaction.QueryAsync(
            """
            SELECT v.position, a.guild, a.id, a.version, v.dimensions, v.sentences, v.codes FROM vectors v JOIN articles a ON a.key = v.article
            WHERE v.guild = @guild AND v.model = @model AND v.position > @after ORDER BY v.position LIMIT @limit
            """,
            row => new StoredCodes(row.GetInt64(0), Version(row, 1), row.GetInt32(4), Values<ushort>(row, 5), Values<ulong>(row, 6)),
            cancellationToken,
            ("@guild", Number(owner)),
            ("@model", model),
            ("@after", after),
            ("@limit", limit)),
        cancellationToken);

    public Task<IReadOnlyDictionary<ArticleVersion, VectorBlock>> GetManyAsync(
        string model, IReadOnlyCollection<ArticleVersion> versions, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyDictionary<ArticleVersion, VectorBlock>>(
        async transaction =>
        {
            var found = new Dictionary<ArticleVersion, VectorBlock>(versions.Count);
            foreach (var version in versions)
            {
                var rows = await transaction.QueryAsync(
                    $"SELECT {Block} FROM vectors v JOIN articles a ON a.key = v.article WHERE a.guild = @guild AND a.id = @id AND a.version = @version AND v.model = @model",
                    row => ReadBlock(row, 0),
                    cancellationToken,
                    [.. Key(version), ("@model", model)]);
                if (rows is [var block])
                {
                    found[version] = block;
                }
            }

            return found;
        },
        cancellationToken);

    // The guild's own article stands before everyone's of the same id, whether or not it has its vectors yet.
    public Task<VectorBlock?> FindAsync(string model, GuildId guild, string articleId, int version, CancellationToken cancellationToken) => database.ReadAsync(
        async transaction => (await transaction.QueryAsync(
            $"""
            SELECT {Block} FROM articles a LEFT JOIN vectors v ON v.article = a.key AND v.model = @model
            WHERE a.guild IN (@guild, @everyone) AND a.id = @id AND a.version = @version
            ORDER BY CASE a.guild WHEN @guild THEN 0 ELSE 1 END LIMIT 1
            """,
            row => row.IsDBNull(0) ? null : ReadBlock(row, 0),
            cancellationToken,
            [.. Key(new ArticleVersion(guild, articleId, version)), ("@everyone", Number(GuildId.Everyone)), ("@model", model)])).FirstOrDefault(),
        cancellationToken);

    private static VectorBlock ReadBlock(DbDataReader row, int column) =>
        new(row.GetInt32(column), Values<ushort>(row, column + 1), Values<float>(row, column + 2), Values<sbyte>(row, column + 3));

    private static ImmutableArray<T> Values<T>(DbDataReader row, int column)
        where T : unmanaged => [.. MemoryMarshal.Cast<byte, T>((byte[])row.GetValue(column))];

    private static byte[] Bytes<T>(ReadOnlySpan<T> values)
        where T : unmanaged => MemoryMarshal.AsBytes(values).ToArray();

    private static (string, object?)[] Key(ArticleVersion version) => [("@guild", Number(version.Guild)), ("@id", version.ArticleId), ("@version", (long)version.Version)];

    private static long Number(GuildId guild) => unchecked((long)guild.Value);

    private static ArticleVersion Version(DbDataReader row, int column) =>
        new(new GuildId(unchecked((ulong)row.GetInt64(column))), row.GetString(column + 1), row.GetInt32(column + 2));
}
