using System.Collections.Immutable;
using Bot.Articles;

namespace Bot.Search.Tests.Vectors;

/// <summary>Vectors in memory beside a <see cref="ListedLibrary"/>.</summary>
internal sealed class ListedVectors(ListedLibrary library) : IPassageVectors
{
    private readonly Lock _lock = new();
    private readonly List<(string Model, long Position, ArticleVersion Version, VectorBlock Block)> _stored = [];
    private long _position;

    public async Task<ImmutableArray<MissingVectors>> MissingAsync(string model, long after, int limit, CancellationToken cancellationToken)
    {
        var changes = await library.ChangesSinceAsync(after, int.MaxValue, cancellationToken);
        lock (_lock)
        {
            return
            [
                .. changes.Where(change => !change.Removed)
                    .Select(change => new MissingVectors(change.Sequence, new ArticleVersion(change.Guild, change.ArticleId, change.Version)))
                    .Where(missing => !_stored.Any(entry => entry.Model == model && entry.Version == missing.Version))
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
                _stored.RemoveAll(entry => entry.Version == version);
                _stored.Add((model, ++_position, version, block));
            }
        }

        return Task.CompletedTask;
    }

    public Task<ImmutableArray<StoredCodes>> ReadCodesAsync(string model, GuildId owner, long after, int limit, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult<ImmutableArray<StoredCodes>>(
            [
                .. _stored.Where(entry => entry.Model == model && entry.Version.Guild == owner && entry.Position > after).Take(limit)
                    .Select(entry => new StoredCodes(entry.Position, entry.Version, entry.Block.Dimensions, entry.Block.Sentences, entry.Block.Codes())),
            ]);
        }
    }

    public Task<IReadOnlyDictionary<ArticleVersion, VectorBlock>> GetManyAsync(string model, IReadOnlyCollection<ArticleVersion> versions, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            return Task.FromResult<IReadOnlyDictionary<ArticleVersion, VectorBlock>>(
                _stored.Where(entry => entry.Model == model && versions.Contains(entry.Version)).ToDictionary(entry => entry.Version, entry => entry.Block));
        }
    }

    public async Task<VectorBlock?> FindAsync(string model, GuildId guild, string articleId, int version, CancellationToken cancellationToken)
    {
        var (own, everyones) = (new ArticleVersion(guild, articleId, version), new ArticleVersion(GuildId.Everyone, articleId, version));
        var found = await GetManyAsync(model, [own, everyones], cancellationToken);
        return found.GetValueOrDefault(own) ?? found.GetValueOrDefault(everyones);
    }
}
