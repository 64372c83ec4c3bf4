using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Bot.Answers;
using Bot.Articles;
using Bot.Search;
using Bot.Search.Vectors;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Evaluation;

/// <summary>The vectors of a corpus in memory, searched as the bot searches those of its library.</summary>
internal sealed class CorpusVectors : IPassageVectors, IDisposable
{
    private readonly ServiceProvider _services;
    private readonly SemanticSearch _search;
    private readonly Dictionary<ArticleVersion, VectorBlock> _blocks = [];
    private ImmutableArray<StoredCodes> _codes = [];

    private CorpusVectors(ServiceProvider services)
    {
        _services = services;
        _search = new SemanticSearch(services.GetRequiredService<VectorSource>(), this, TimeProvider.System, services.GetRequiredService<ILogger<SemanticSearch>>());
    }

    /// <param name="model">A folder, “endpoint” for what the environment configures, or null for the bot's own model.</param>
    public static CorpusVectors Open(string? model)
    {
        var settings = new ConfigurationBuilder();
        if (model == "endpoint")
        {
            settings.AddEnvironmentVariables();
        }
        else if (model is not null)
        {
            settings.AddInMemoryCollection([new("Model:EmbeddingFolder", model)]);
        }

        return new CorpusVectors(new ServiceCollection().AddLogging().AddModel(settings.Build()).BuildServiceProvider());
    }

    /// <param name="kept">A file with the vectors of this corpus, written when there is none.</param>
    public async Task AddAsync(IReadOnlyCollection<Article> articles, string kept, CancellationToken cancellationToken)
    {
        var embedder = _services.GetRequiredService<VectorSource>().Embedder ?? throw new InvalidOperationException("There is no embedding model.");
        var blocks = new VectorBlock[articles.Count];
        if (!TryRead(kept, blocks))
        {
            await Parallel.ForEachAsync(
                articles.Index(),
                cancellationToken,
                async (article, cancelled) => blocks[article.Index] = Quantised.Block(article.Item, await embedder.EmbedAsync([.. Embedder.Texts(article.Item, inContext: true)], cancelled)));
            Write(kept, blocks);
        }

        foreach (var (i, article) in articles.Index())
        {
            _blocks.Add(new ArticleVersion(GuildId.Everyone, article.Id, article.Version), blocks[i]);
        }

        _codes = [.. _blocks.Select((block, i) => new StoredCodes(i + 1, block.Key, block.Value.Dimensions, block.Value.Sentences, block.Value.Codes()))];
    }

    public Task<ImmutableArray<Passage>> FindAsync(PassageQuery query, PassageIndex index, CancellationToken cancellationToken) =>
        _search.FindAsync(query, () => Task.FromResult(index), cancellationToken);

    public Task<ImmutableArray<MissingVectors>> MissingAsync(string model, long after, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<MissingVectors>>([]);

    public Task PutAsync(string model, IReadOnlyDictionary<ArticleVersion, VectorBlock> vectors, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ImmutableArray<StoredCodes>> ReadCodesAsync(string model, GuildId owner, long after, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<StoredCodes>>([.. _codes.Skip((int)after).Take(limit)]);

    public Task<IReadOnlyDictionary<ArticleVersion, VectorBlock>> GetManyAsync(string model, IReadOnlyCollection<ArticleVersion> versions, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<ArticleVersion, VectorBlock>>(versions.ToDictionary(version => version, version => _blocks[version]));

    public Task<VectorBlock?> FindAsync(string model, GuildId guild, string articleId, int version, CancellationToken cancellationToken) =>
        Task.FromResult(_blocks.GetValueOrDefault(new ArticleVersion(GuildId.Everyone, articleId, version)));

    public void Dispose()
    {
        _search.Dispose();
        _services.Dispose();
    }

    private static bool TryRead(string path, VectorBlock[] blocks)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        using var reader = new BinaryReader(File.OpenRead(path));
        for (var i = 0; i < blocks.Length; i++)
        {
            var (dimensions, paragraphs, vectors) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
            blocks[i] = new VectorBlock(dimensions, Values<ushort>(reader, paragraphs), Values<float>(reader, vectors), Values<sbyte>(reader, vectors * dimensions));
        }

        return true;
    }

    private static void Write(string path, VectorBlock[] blocks)
    {
        using var writer = new BinaryWriter(File.Create(path));
        foreach (var block in blocks)
        {
            writer.Write(block.Dimensions);
            writer.Write(block.Sentences.Length);
            writer.Write(block.Scales.Length);
            writer.Write(MemoryMarshal.AsBytes(block.Sentences.AsSpan()));
            writer.Write(MemoryMarshal.AsBytes(block.Scales.AsSpan()));
            writer.Write(MemoryMarshal.AsBytes(block.Components.AsSpan()));
        }
    }

    private static ImmutableArray<T> Values<T>(BinaryReader reader, int count)
        where T : unmanaged => [.. MemoryMarshal.Cast<byte, T>(reader.ReadBytes(count * Marshal.SizeOf<T>()))];
}
