using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Bot.Articles;
using Microsoft.Extensions.Logging;

namespace Bot.Search.Vectors;

/// <summary>Finds passages whose meaning is near a question's, among the vectors in the record; every one of the guild's is compared.</summary>
public sealed partial class SemanticSearch(Embedder embedder, IPassageVectors vectors, TimeProvider time, ILogger<SemanticSearch> logger) : IDisposable
{
    // Vectors in memory; the guilds asked about least lately go first.
    private const long MostBytes = 512L * 1024 * 1024;

    // Somebody waits for the answer, and the words alone find most of it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim _turn = new(1, 1);

    // Least lately used first.
    private readonly List<((string Model, GuildId Owner) Key, OwnedVectors Vectors)> _kept = [];

    /// <summary>Passages that the index holds, nearest first; none when the embedding model is of no use.</summary>
    /// <param name="open">Opens the index; called once the question's vector has been asked for.</param>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever a server or a model does wrong, the question's words are still there to search by.")]
    public async Task<ImmutableArray<Passage>> FindAsync(PassageQuery query, Func<Task<PassageIndex>> open, CancellationToken cancellationToken)
    {
        try
        {
            using var deadline = new CancellationTokenSource(Patience, time);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
            var vector = (await embedder.EmbedAsync([query.Text], both.Token))[0];
            return await FindAsync(vector, query, await open(), cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && exception is not UserFacingException)
        {
            Log.Unavailable(logger, exception.GetType().Name);
            return [];
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<ImmutableArray<Passage>> FindAsync(ReadOnlyMemory<float> vector, PassageQuery query, PassageIndex index, CancellationToken cancellationToken)
    {
        var components = new sbyte[vector.Length];
        var scale = Quantised.Write(vector.Span, components);
        var nearest = new PriorityQueue<Passage, float>();
        var count = query.Limit * 2;
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var owners = query.Guild == GuildId.Everyone ? [query.Guild] : (GuildId[])[query.Guild, GuildId.Everyone];
            foreach (var owner in owners)
            {
                var owned = await CatchUpAsync(embedder.ModelOf(vector.Length), owner, cancellationToken);
                owned.Search(components, scale, query.ArticleId, count, nearest);
            }

            var found = nearest.UnorderedItems.OrderByDescending(item => item.Priority).ThenBy(item => item.Element.ArticleId, StringComparer.Ordinal)
                .ThenBy(item => item.Element.Paragraph).Select(item => item.Element).ToArray();
            var current = index.Current(query.Guild, found.Select(passage => passage.Article));
            foreach (var gone in found.Select(passage => passage.Article).Distinct().Where(version => !current.Contains(version)))
            {
                DropOwn(gone, query.Guild);
            }

            return [.. found.Where(passage => current.Contains(passage.Article)).Take(query.Limit)];
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<OwnedVectors> CatchUpAsync(string model, GuildId owner, CancellationToken cancellationToken)
    {
        var known = _kept.FindIndex(kept => kept.Key == (model, owner));
        var owned = known < 0 ? new OwnedVectors(owner) : _kept[known].Vectors;
        foreach (var stored in await vectors.ReadAsync(model, owner, owned.Position, cancellationToken))
        {
            owned.Add(stored);
        }

        if (known >= 0)
        {
            _kept.RemoveAt(known);
        }

        _kept.Add(((model, owner), owned));
        while (_kept.Count > 2 && _kept.Sum(kept => kept.Vectors.Bytes) > MostBytes)
        {
            _kept.RemoveAt(0);
        }

        return owned;
    }

    // Everyone's article that the asking guild has one of its own for is current to others.
    private void DropOwn(ArticleVersion version, GuildId guild)
    {
        if (version.Guild == guild)
        {
            _kept.Where(kept => kept.Key.Owner == guild).ToList().ForEach(kept => kept.Vectors.Drop(version));
        }
    }

    private static partial class Log
    {
        // The exception's message may hold the question.
        [LoggerMessage(LogLevel.Warning, "The embedding model is of no use ({Failure}); the search goes by words alone")]
        public static partial void Unavailable(ILogger logger, string failure);
    }
}
