using Bot.Articles;
using Bot.Search.Vectors;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Search.Tests.Vectors;

/// <summary>Words and meaning together, with a real model that the test makes.</summary>
public sealed class SemanticSearchTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bot-semantic-").FullName;
    private readonly ListedLibrary _library = new();
    private readonly ListedVectors _vectors;
    private readonly LibraryIndexer _indexer;
    private readonly CountedLines _log = new();
    private readonly SentenceModel _model = new(NullLogger<SentenceModel>.Instance);

    public SemanticSearchTests()
    {
        _vectors = new ListedVectors(_library);
        _indexer = new LibraryIndexer(_library, null, NullLogger<LibraryIndexer>.Instance);
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _indexer.Dispose();
        _model.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Finds_what_means_the_same_in_other_words()
    {
        using var embedder = Local(["ferry", "boat"], ["noon", "midday"], ["bridge"]);
        _library.Put("a", "ferry noon");
        _library.Put("b", "bridge bridge");
        await Keeper(embedder).CatchUpAsync(Cancelled);

        Assert.Empty(await FindAsync(null, "boat midday"));
        Assert.Equal(["a"], await FindAsync(embedder, "boat midday"));
    }

    [Fact]
    public async Task What_is_found_by_words_and_by_meaning_comes_first()
    {
        using var embedder = Local(["ferry", "boat"], ["noon", "midday"]);
        _library.Put("words", "midday midday");
        _library.Put("both", "boat midday");
        await Keeper(embedder).CatchUpAsync(Cancelled);
        Assert.Equal("both", (await FindAsync(embedder, "boat midday"))[0]);
    }

    [Fact]
    public async Task Follows_articles_that_change_and_go()
    {
        using var embedder = Local(["ferry", "boat"], ["noon", "midday"]);
        using var search = new SemanticSearch(Source(embedder), _vectors, TimeProvider.System, NullLogger<SemanticSearch>.Instance);
        var (finder, keeper) = (new PassageFinder(_indexer, search), Keeper(embedder));
        _library.Put("a", "ferry");
        _library.Put("b", "ferry");
        await keeper.CatchUpAsync(Cancelled);
        Assert.Equal(["a", "b"], await FindWithAsync(finder, "boat"));

        // The vectors of the version before are still there, and are no longer the article's.
        _library.Put("a", "noon");
        Assert.Equal(["b"], await FindWithAsync(finder, "boat"));
        await keeper.CatchUpAsync(Cancelled);
        Assert.Equal(["a"], await FindWithAsync(finder, "midday"));

        _library.Remove("b");
        Assert.Empty(await FindWithAsync(finder, "boat"));
    }

    [Fact]
    public async Task Another_model_embeds_everything_again()
    {
        _library.Put("a", "ferry");
        using (var first = Local(["ferry", "boat"], ["noon"]))
        {
            await Keeper(first).CatchUpAsync(Cancelled);
        }

        using var second = Local(["ferry", "ship"], ["noon"], ["boat"]);
        Assert.Empty(await FindAsync(second, "ship"));
        await Keeper(second).CatchUpAsync(Cancelled);
        Assert.Equal(["a"], await FindAsync(second, "ship"));
        Assert.Empty(await FindAsync(second, "boat"));
    }

    [Fact]
    public async Task Goes_by_words_alone_when_the_model_fails_and_says_so_in_one_line()
    {
        _library.Put("a", "The ferry leaves at noon.");
        using var embedder = new Embedder("broken", new BrokenGenerator());
        Assert.Equal(["a"], await FindAsync(embedder, "ferry"));

        var line = Assert.Single(_log.Lines);
        Assert.Contains("words alone", line, StringComparison.Ordinal);
        Assert.DoesNotContain("ferry", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_passage_of_a_long_article_is_stored()
    {
        using var embedder = Local(["ferry", "boat"], ["noon"]);
        _library.Put("a", [.. Enumerable.Range(0, Embedder.MostTexts + 5).Select(i => i == Embedder.MostTexts + 3 ? "ferry" : "noon")]);
        await Keeper(embedder).CatchUpAsync(Cancelled);

        using var search = new SemanticSearch(Source(embedder), _vectors, TimeProvider.System, NullLogger<SemanticSearch>.Instance);
        var found = await new PassageFinder(_indexer, search).FindAsync(new PassageQuery("boat", GuildId.Everyone), Cancelled);
        Assert.Equal(Embedder.MostTexts + 4, found[0].Paragraph);
    }

    private Embedder Local(params string[][] meanings)
    {
        TinyModel.Write(_folder, meanings);
        var model = OnnxEmbeddings.Open(_folder);
        return new Embedder(model.Name, model);
    }

    private VectorKeeper Keeper(Embedder embedder) => new(_library, _vectors, Source(embedder), NullLogger<VectorKeeper>.Instance);

    private VectorSource Source(Embedder embedder) => new(_model, () => embedder);

    private async Task<string[]> FindAsync(Embedder? embedder, string text)
    {
        using var search = embedder is null ? null : new SemanticSearch(Source(embedder), _vectors, TimeProvider.System, _log);
        return await FindWithAsync(new PassageFinder(_indexer, search), text);
    }

    private static async Task<string[]> FindWithAsync(PassageFinder finder, string text) =>
        [.. (await finder.FindAsync(new PassageQuery(text, GuildId.Everyone), Cancelled)).Select(passage => passage.ArticleId)];

    private sealed class BrokenGenerator : IEmbeddingGenerator<string, Embedding<float>>
    {
        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
            IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
            throw new HttpRequestException("The server does not like: " + string.Concat(values));

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }

    private sealed class CountedLines : ILogger<SemanticSearch>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception) + exception);
    }
}
