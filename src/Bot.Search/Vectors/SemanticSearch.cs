using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Bot.Articles;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Logging;

namespace Bot.Search.Vectors;

/// <summary>
/// Finds passages whose meaning is near a question's, among the vectors in the record: the signs of every sentence's vector are compared in memory, and the
/// whole vectors of the articles that come out first.
/// </summary>
public sealed partial class SemanticSearch(VectorSource source, IPassageVectors vectors, TimeProvider time, ILogger<SemanticSearch> logger) : IDisposable
{
    // Codes in memory; the guilds asked about least lately go first. And the vectors of articles that were found lately.
    private const long MostBytes = 256L * 1024 * 1024;
    private const long MostVectorBytes = 24L * 1024 * 1024;

    private const int CodesAtOnce = 500;

    // Signs tell near from far but not the order of what is near: so many sentences are looked at again, of so many articles.
    private const int SentencesAgain = 200;
    private const int ArticlesAgain = 24;

    // Somebody waits for the answer, and the words alone find most of it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly MemoryCache _vectors = new(new MemoryCacheOptions { SizeLimit = MostVectorBytes });

    // Least lately used first.
    private readonly List<((string Model, GuildId Owner) Key, OwnedVectors Vectors)> _kept = [];

    /// <summary>Passages that the index holds, nearest first, with their cosine as the score; none when the embedding model is of no use.</summary>
    /// <param name="open">Opens the index; called once the question's vector has been asked for.</param>
    [SuppressMessage("Design", "CA1031", Justification = "Whatever a server or a model does wrong, the question's words are still there to search by.")]
    public async Task<ImmutableArray<Passage>> FindAsync(PassageQuery query, Func<Task<PassageIndex>> open, CancellationToken cancellationToken)
    {
        try
        {
            using var deadline = new CancellationTokenSource(Patience, time);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
            return await source.QuestionAsync(query.Text, both.Token) is { } vector && source.Embedder is { } embedder
                ? await FindAsync(embedder.ModelOf(vector.Components.Length), vector, query, await open(), cancellationToken)
                : [];
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && exception is not OperatorException)
        {
            Log.Unavailable(logger, exception.GetType().Name);
            return [];
        }
    }

    public void Dispose()
    {
        _turn.Dispose();
        _vectors.Dispose();
    }

    private async Task<ImmutableArray<Passage>> FindAsync(
        string model, UnitVector question, PassageQuery query, PassageIndex index, CancellationToken cancellationToken)
    {
        var nearest = new PriorityQueue<(ArticleVersion Version, int Vector), int>();
        var code = VectorBlock.CodeOf(question.Components.Span);
        foreach (var articles in await ArticlesAsync(model, query, cancellationToken))
        {
            OwnedVectors.Search(articles, code, question.Components.Length, SentencesAgain, nearest);
        }

        var likely = nearest.UnorderedItems.OrderByDescending(item => item.Priority).Select(item => item.Element.Version).Distinct().ToArray();
        var current = index.Current(query.Guild, likely);
        await DropAsync([.. likely.Where(version => version.Guild == query.Guild && !current.Contains(version))], cancellationToken);
        var read = await ReadAsync(model, [.. likely.Where(current.Contains).Take(ArticlesAgain)], cancellationToken);
        return
        [
            .. nearest.UnorderedItems.Select(item => item.Element)
                .Where(found => read.ContainsKey(found.Version))
                .Select(found => (found.Version, Paragraph: read[found.Version].ParagraphOf(found.Vector), Cosine: question.Cosine(read[found.Version].At(found.Vector))))
                .Where(found => found.Cosine > 0)
                .GroupBy(found => (found.Version, found.Paragraph), found => found.Cosine)
                .Select(found => new Passage(found.Key.Version.Guild, found.Key.Version.ArticleId, found.Key.Version.Version, found.Key.Paragraph, found.Max()))
                .OrderByDescending(passage => passage.Score)
                .ThenBy(passage => passage.ArticleId, StringComparer.Ordinal)
                .ThenBy(passage => passage.Paragraph)
                .Take(query.Limit),
        ];
    }

    /// <summary>The codes to look through, as far as the record has come: the guild's, and everyone's.</summary>
    private async Task<List<IEnumerable<StoredCodes>>> ArticlesAsync(string model, PassageQuery query, CancellationToken cancellationToken)
    {
        var all = new List<IEnumerable<StoredCodes>>();
        await _turn.WaitAsync(cancellationToken);
        try
        {
            foreach (var owner in query.Guild == GuildId.Everyone ? [query.Guild] : (GuildId[])[query.Guild, GuildId.Everyone])
            {
                var articles = (await CatchUpAsync(model, owner, cancellationToken)).Articles;
                all.Add(query.ArticleId is { } only ? articles.Where(stored => stored.Version.ArticleId == only) : articles);
            }

            return all;
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
        ImmutableArray<StoredCodes> read;
        do
        {
            read = await vectors.ReadCodesAsync(model, owner, owned.Position, CodesAtOnce, cancellationToken);
            foreach (var stored in read)
            {
                owned.Add(stored);
            }
        }
        while (read.Length == CodesAtOnce);

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

    private async Task<Dictionary<ArticleVersion, ArticleVectors>> ReadAsync(string model, ArticleVersion[] versions, CancellationToken cancellationToken)
    {
        var read = new Dictionary<ArticleVersion, ArticleVectors>(versions.Length);
        var missing = new List<ArticleVersion>();
        foreach (var version in versions)
        {
            if (_vectors.TryGetValue((model, version), out ArticleVectors? known))
            {
                read[version] = known!;
            }
            else
            {
                missing.Add(version);
            }
        }

        if (missing.Count > 0)
        {
            foreach (var (version, block) in await vectors.GetManyAsync(model, missing, cancellationToken))
            {
                read[version] = _vectors.Set((model, version), new ArticleVectors(block), new MemoryCacheEntryOptions { Size = block.Components.Length });
            }
        }

        return read;
    }

    // Everyone's article that the asking guild has one of its own for is current to others.
    private async Task DropAsync(ArticleVersion[] gone, CancellationToken cancellationToken)
    {
        if (gone.Length == 0)
        {
            return;
        }

        await _turn.WaitAsync(cancellationToken);
        try
        {
            foreach (var version in gone)
            {
                _kept.Where(kept => kept.Key.Owner == version.Guild).ToList().ForEach(kept => kept.Vectors.Drop(version));
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    private static partial class Log
    {
        // The exception's message may hold the question.
        [LoggerMessage(LogLevel.Warning, "The embedding model is of no use ({Failure}); the search goes by words alone")]
        public static partial void Unavailable(ILogger logger, string failure);
    }
}
