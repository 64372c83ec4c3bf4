using System.Diagnostics;
using Bot.Answers;
using Bot.Answers.Extraction;
using Bot.Answers.Extraction.Passages;
using Bot.Answers.Generation;
using Bot.Answers.Verification.Evidence;
using Bot.Articles;
using Bot.Search;
using Bot.Search.Vectors;
using Bot.Storage;
using Bot.Storage.Sqlite;
using Bot.Testing.Models;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Benchmarks;

/// <summary>What a question with a model takes beside the model: find, rank, render, send, read, check, over real HTTP to a model that answers at once. At most 25 ms at p95 by words alone, 150 with the sentence model.</summary>
internal static class ModelOverhead
{
    public const string Verb = "model-overhead";

    private const int WarmUps = 3;
    private const int Rounds = 20;

    private static readonly string[] Questions =
    [
        "When was NATO formed?",
        "Who is NATO Secretary-General?",
        "What did European allies and Canada agree to invest in defense?",
        "What did Lavrov say about Europe?",
        "What did Kaja Kallas say about Russia?",
        "What does Article 5 say?",
        "Who said that Russia has brought war back to Europe?",
        "What did Trump say about Greenland?",
        "How much of their economies will the allies spend on defence by 2035?",
        "Where was Pete Hegseth last week?",
    ];

    /// <param name="byMeaning">True to read with the sentence model, too.</param>
    public static async Task RunAsync(bool byMeaning)
    {
        var folder = Directory.CreateTempSubdirectory("bot-overhead-").FullName;
        try
        {
            await MeasureAsync(folder, byMeaning);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(string folder, bool byMeaning)
    {
        var inModel = TimeSpan.Zero;
        var asked = 0;
        await using var model = await FakeModel.StartAsync(request =>
        {
            var started = Stopwatch.GetTimestamp();
            var reply = FakeBehaviours.Honest(request);
            inModel += Stopwatch.GetElapsedTime(started);
            asked++;
            return reply;
        });
        await using var services = Services(model, byMeaning);
        await using var database = await SqliteDatabase.OpenAsync(Path.Combine(folder, "bot.db"), TimeProvider.System, CancellationToken.None);
        var library = new ArticleLibrary(database, TimeProvider.System);
        await library.AddAsync(GuildId.Everyone, BuiltInArticle.Read(), BuiltInArticle.Document.Bytes, CancellationToken.None);
        using var indexer = new LibraryIndexer(library, Path.Combine(folder, "index"), NullLogger<LibraryIndexer>.Instance);
        using var cache = new ArticleCache(library);
        var answerer = new Answerer(library, cache, new PassageFinder(indexer), services.GetRequiredService<ExtractiveAnswerer>(), services.GetRequiredService<ModelAnswerer>());

        var times = new List<double>();
        var requests = 0;
        Clock? clock = null;
        var allocated = 0L;
        for (var round = -WarmUps; round < Rounds; round++)
        {
            if (round == 0)
            {
                (clock, allocated) = (Clock.Start(), GC.GetTotalAllocatedBytes());
            }

            foreach (var question in Questions)
            {
                (inModel, asked) = (TimeSpan.Zero, 0);
                var started = Stopwatch.GetTimestamp();
                await answerer.AnswerAsync(new Question(question, GuildId.Everyone), CancellationToken.None);
                var took = Stopwatch.GetElapsedTime(started) - inModel;
                if (round >= 0 && asked > 0)
                {
                    times.Add(took.TotalMilliseconds);
                    requests += asked;
                }
            }
        }

        clock!.Stop();
        allocated = GC.GetTotalAllocatedBytes() - allocated;
        times.Sort();
        Console.WriteLine($"{times.Count} questions, {requests} requests; beside the model p50 {times[times.Count / 2]:F1} ms, p95 {times[times.Count * 95 / 100]:F1} ms, most {times[^1]:F1} ms");
        Console.WriteLine($"with the model a question takes {clock.ProcessorSeconds * 1000 / times.Count:F1} ms of the processor and allocates {allocated / times.Count / 1024} kB");
    }

    private static ServiceProvider Services(FakeModel model, bool byMeaning) => (byMeaning ? Meanings(new ServiceCollection()) : new ServiceCollection())
        .AddLogging()
        .AddModel(new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Model:Endpoint"] = model.Endpoint.ToString(),
                ["Model:Name"] = FakeModel.ModelName,
                ["Model:TokensPerDay"] = "1000000000",
                ["Model:TokensPerGuildPerDay"] = "1000000000",
            })
            .Build())
        .BuildServiceProvider();

    private static IServiceCollection Meanings(IServiceCollection services) => services
        .AddSingleton(provider => new SentenceModel(provider.GetRequiredService<ILogger<SentenceModel>>()))
        .AddSingleton(provider => new SentenceMeanings(provider.GetRequiredService<SentenceModel>()))
        .AddSingleton<ISentenceMeanings>(provider => provider.GetRequiredService<SentenceMeanings>())
        .AddSingleton<IStatementVectors>(provider => provider.GetRequiredService<SentenceMeanings>());
}
