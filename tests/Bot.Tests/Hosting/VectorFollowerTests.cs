using Bot.Articles;
using Bot.Hosting;
using Bot.Language;
using Bot.Search;
using Bot.Search.Vectors;
using Bot.Storage;
using Bot.Storage.Postgres;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Tests.Hosting;

/// <summary>The followers of two processes on one PostgreSQL.</summary>
public sealed class VectorFollowerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_process_makes_the_vectors_and_another_goes_on_when_it_is_gone()
    {
        await using var postgres = await PostgresForBots.CreateAsync(Cancelled);
        await using var first = await Follower.StartAsync(postgres);
        await first.AddAsync("One.");
        await first.MadeAsync("One.");
        await using var second = await Follower.StartAsync(postgres);
        await second.AddAsync("Two.");
        await second.AddAsync("Three.");
        await first.MadeAsync("Three.");
        await first.StoredAsync();
        Assert.Empty(second.Paragraphs);

        await first.StopAsync();
        await second.AddAsync("Four.");
        await second.MadeAsync("Four.");

        Assert.Equal(["One.", "Two.", "Three."], first.Paragraphs);
        Assert.Equal(["Four."], second.Paragraphs);
    }

    /// <summary>What one process has of it, with a model that remembers the texts it was given.</summary>
    private sealed class Follower : IEmbeddingGenerator<string, Embedding<float>>, IAsyncDisposable
    {
        private readonly Lock _gate = new();
        private readonly List<string> _made = [];
        private readonly List<(string Paragraph, TaskCompletionSource Made)> _awaited = [];
        private readonly PostgresDatabase _database;
        private readonly ArticleLibrary _library;
        private readonly Embedder _embedder;
        private readonly SentenceModel _model;
        private readonly LibraryIndexer _indexer;
        private readonly VectorFollower _follower;

        private Follower(PostgresDatabase database)
        {
            _database = database;
            _library = new ArticleLibrary(database, TimeProvider.System);
            _embedder = new Embedder("counted", this);
            _model = new SentenceModel(NullLogger<SentenceModel>.Instance);
            var keeper = new VectorKeeper(_library, new PassageVectors(database), new VectorSource(_model, () => _embedder), NullLogger<VectorKeeper>.Instance);
            _indexer = new LibraryIndexer(_library, null, NullLogger<LibraryIndexer>.Instance);
            _follower = new VectorFollower(keeper, _indexer, database, _library, TimeProvider.System, NullLogger<VectorFollower>.Instance);
        }

        /// <summary>That it has made vectors of, in that order.</summary>
        public IReadOnlyList<string> Paragraphs
        {
            get
            {
                lock (_gate)
                {
                    return [.. _made];
                }
            }
        }

        public static async Task<Follower> StartAsync(PostgresForBots postgres)
        {
            var follower = new Follower(await PostgresDatabase.OpenAsync(postgres.ConnectionString, TimeProvider.System, Cancelled));
            await follower._follower.StartAsync(Cancelled);
            return follower;
        }

        public Task<AddResult> AddAsync(string paragraph)
        {
            var article = new Article { Id = paragraph, Title = "Title", Paragraphs = [new Paragraph(1, paragraph, null, [new Sentence(0, paragraph.Length)])] };
            return _library.AddAsync(GuildId.Everyone, article, default, Cancelled);
        }

        public Task MadeAsync(string paragraph)
        {
            lock (_gate)
            {
                if (_made.Contains(paragraph))
                {
                    return Task.CompletedTask;
                }

                var made = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                _awaited.Add((paragraph, made));
                return made.Task.WaitAsync(Patience, Cancelled);
            }
        }

        /// <summary>Returns when every article has its vectors in the record.</summary>
        public async Task StoredAsync()
        {
            while (!(await new PassageVectors(_database).MissingAsync(_embedder.ModelOf(2), 0, 1, Cancelled)).IsEmpty)
            {
                await Task.Delay(5, Cancelled);
            }
        }

        public Task StopAsync() => _follower.StopAsync(CancellationToken.None);

        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
            IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
        {
            var texts = values.ToList();
            lock (_gate)
            {
                foreach (var paragraph in texts.Where(text => text.EndsWith('.')))
                {
                    _made.Add(paragraph);
                    _awaited.Where(awaited => awaited.Paragraph == paragraph).ToList().ForEach(awaited => awaited.Made.TrySetResult());
                }
            }

            return Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(texts.Select(_ => new Embedding<float>(new float[] { 1, 0 }))));
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }

        public async ValueTask DisposeAsync()
        {
            await StopAsync();
            _follower.Dispose();
            _indexer.Dispose();
            _model.Dispose();
            _embedder.Dispose();
            await _database.DisposeAsync();
        }
    }
}
