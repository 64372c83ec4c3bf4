using System.Collections.Immutable;
using Bot.Articles;

namespace Bot.Search.Tests.Vectors;

/// <summary>Vectors in memory beside a <see cref="ListedLibrary"/>.</summary>
internal sealed class ListedVectors(ListedLibrary library) : IPassageVectors
{
    private readonly Lock _lock = new();
    private readonly List<(string Model, StoredVectors Stored)> _stored = [];
    private long _position;

    public int Reads { get; private set; }

    public async Task<ImmutableArray<MissingVectors>> MissingAsync(string model, long after, int limit, CancellationToken cancellationToken)
    {
        var changes = await library.ChangesSinceAsync(after, int.MaxValue, cancellationToken);
        lock (_lock)
        {
            return
            [
                .. changes.Where(change => !change.Removed)
                    .Select(change => new MissingVectors(change.Sequence, new ArticleVersion(change.Guild, change.ArticleId, change.Version)))
                    .Where(missing => !_stored.Any(entry => entry.Model == model && entry.Stored.Version == missing.Version))
                    .Take(limit),
            ];
        }
    }

    public Task PutAsync(string model, IReadOnlyDictionary<ArticleVersion, VectorBlock> vectors, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            foreach (var (version, block) in vectors)
            {
                _stored.RemoveAll(entry => entry.Stored.Version == version);
                _stored.Add((model, new StoredVectors(++_position, version, block)));
            }
        }

        return Task.CompletedTask;
    }

    public Task<ImmutableArray<StoredVectors>> ReadAsync(string model, GuildId owner, long after, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            Reads++;
            return Task.FromResult<ImmutableArray<StoredVectors>>(
                [.. _stored.Where(entry => entry.Model == model && entry.Stored.Version.Guild == owner && entry.Stored.Position > after).Select(entry => entry.Stored)]);
        }
    }
}
