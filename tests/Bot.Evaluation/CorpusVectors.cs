using System.Collections.Immutable;
using Bot.Answers.Generation;
using Bot.Articles;
using Bot.Search;
using Bot.Search.Vectors;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ArticleHit = Bot.Search.ArticleHit;

namespace Bot.Evaluation;

/// <summary>The vectors of a corpus in memory, searched and fused as the bot does it with those of its library.</summary>
internal sealed class CorpusVectors : IPassageVectors, IDisposable
{
    private const int PassagesPerArticle = 5;

    private readonly ServiceProvider _services;
    private readonly SemanticSearch _search;
    private readonly List<(string Model, StoredVectors Stored)> _stored = [];

    private CorpusVectors(ServiceProvider services)
    {
        _services = services;
        _search = new SemanticSearch(Embedder, this, TimeProvider.System, services.GetRequiredService<ILogger<SemanticSearch>>());
    }

    private Embedder Embedder => _services.GetRequiredService<Embedder>();

    /// <param name="model">A folder, or “endpoint” for what the environment configures.</param>
    public static CorpusVectors Open(string model)
    {
        var settings = new ConfigurationBuilder().AddEnvironmentVariables();
        if (model != "endpoint")
        {
            settings.AddInMemoryCollection([new("Model:EmbeddingFolder", model)]);
        }

        return new CorpusVectors(new ServiceCollection().AddLogging().AddModel(settings.Build()).BuildServiceProvider());
    }

    public async Task AddAsync(Article article, CancellationToken cancellationToken)
    {
        var block = Quantised.Block(await Embedder.EmbedAsync([.. Bot.Search.Vectors.Embedder.Texts(article)], cancellationToken));
        var version = new ArticleVersion(GuildId.Everyone, article.Id, article.Version);
        await PutAsync(Embedder.ModelOf(block.Dimensions), new Dictionary<ArticleVersion, VectorBlock> { [version] = block }, cancellationToken);
    }

    /// <summary>An article is as near as the nearest of its paragraphs.</summary>
    public async Task<ImmutableArray<ArticleHit>> FuseAsync(
        ImmutableArray<ArticleHit> worded, PassageQuery query, PassageIndex index, CancellationToken cancellationToken)
    {
        var near = await _search.FindAsync(query with { Limit = query.Limit * PassagesPerArticle }, () => Task.FromResult(index), cancellationToken);
        ImmutableArray<ArticleHit> meant =
            [.. near.DistinctBy(passage => passage.ArticleId).Select(passage => new ArticleHit(passage.Guild, passage.ArticleId, passage.Version, passage.Score))];
        return RankFusion.Fuse(match => match.ArticleId, (match, score) => match with { Score = score }, query.Limit, worded, meant);
    }

    public Task<ImmutableArray<MissingVectors>> MissingAsync(string model, long after, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<MissingVectors>>([]);

    public Task PutAsync(string model, IReadOnlyDictionary<ArticleVersion, VectorBlock> vectors, CancellationToken cancellationToken)
    {
        _stored.AddRange(vectors.Select((entry, i) => (model, new StoredVectors(_stored.Count + i + 1, entry.Key, entry.Value))));
        return Task.CompletedTask;
    }

    public Task<ImmutableArray<StoredVectors>> ReadAsync(string model, GuildId owner, long after, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<StoredVectors>>(
            [.. _stored.Skip((int)after).Where(entry => entry.Model == model && entry.Stored.Version.Guild == owner).Select(entry => entry.Stored)]);

    public void Dispose()
    {
        _search.Dispose();
        _services.Dispose();
    }
}
