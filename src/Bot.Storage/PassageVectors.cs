using System.Collections.Immutable;
using System.Data.Common;
using System.Runtime.InteropServices;
using Bot.Articles;

namespace Bot.Storage;

/// <summary>The vectors of passages in either database.</summary>
public sealed class PassageVectors(Database database) : IPassageVectors
{
    public Task<ImmutableArray<MissingVectors>> MissingAsync(string model, long after, int limit, CancellationToken cancellationToken) => database.ReadAsync(
        transaction => transaction.QueryAsync(
            """
            SELECT a.key, a.guild, a.id, a.version FROM articles a
            LEFT JOIN vectors v ON v.article = a.key AND v.model = @model
            WHERE a.key > @after AND v.article IS NULL
              AND NOT EXISTS (SELECT 1 FROM articles n WHERE n.guild = a.guild AND n.id = a.id AND n.version > a.version)
            ORDER BY a.key LIMIT @limit
            """,
            row => new MissingVectors(row.GetInt64(0), new ArticleVersion(Guild(row, 1), row.GetString(2), row.GetInt32(3))),
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
                (string, object?)[] key = [("@guild", unchecked((long)version.Guild.Value)), ("@id", version.ArticleId), ("@version", (long)version.Version)];
                await transaction.ExecuteAsync(
                    "DELETE FROM vectors WHERE article = (SELECT key FROM articles WHERE guild = @guild AND id = @id AND version = @version)", cancellationToken, key);
                await transaction.ExecuteAsync(
                    """
                    INSERT INTO vectors (article, guild, model, dimensions, scales, components)
                    SELECT key, guild, @model, @dimensions, @scales, @components FROM articles WHERE guild = @guild AND id = @id AND version = @version
                    """,
                    cancellationToken,
                    [
                        .. key,
                        ("@model", model),
                        ("@dimensions", (long)block.Dimensions),
                        ("@scales", MemoryMarshal.AsBytes(block.Scales.AsSpan()).ToArray()),
                        ("@components", MemoryMarshal.AsBytes(block.Components.AsSpan()).ToArray()),
                    ]);
            }

            return true;
        },
        cancellationToken);

    public Task<ImmutableArray<StoredVectors>> ReadAsync(string model, GuildId owner, long after, CancellationToken cancellationToken) => database.ReadAsync(
        transaction => transaction.QueryAsync(
            """
            SELECT v.position, a.guild, a.id, a.version, v.dimensions, v.scales, v.components FROM vectors v JOIN articles a ON a.key = v.article
            WHERE v.guild = @guild AND v.model = @model AND v.position > @after ORDER BY v.position
            """,
            row => new StoredVectors(
                row.GetInt64(0),
                new ArticleVersion(Guild(row, 1), row.GetString(2), row.GetInt32(3)),
                new VectorBlock(row.GetInt32(4), [.. MemoryMarshal.Cast<byte, float>((byte[])row.GetValue(5))], [.. MemoryMarshal.Cast<byte, sbyte>((byte[])row.GetValue(6))])),
            cancellationToken,
            ("@guild", unchecked((long)owner.Value)),
            ("@model", model),
            ("@after", after)),
        cancellationToken);

    private static GuildId Guild(DbDataReader row, int column) => new(unchecked((ulong)row.GetInt64(column)));
}
