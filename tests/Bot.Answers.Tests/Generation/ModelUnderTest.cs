using System.Collections.Concurrent;
using Bot.Answers.Extraction;
using Bot.Answers.Extraction.Passages;
using Bot.Answers.Generation;
using Bot.Articles;
using Bot.Testing.Models;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Answers.Tests.Generation;

/// <summary>The model half of the bot as the program composes it, talking to a fake server over real HTTP.</summary>
internal sealed class ModelUnderTest : IAsyncDisposable
{
    public const string Secret = "sk-test-1234567890";

    private readonly ServiceProvider _services;

    private ModelUnderTest(FakeModel model, Dictionary<string, string?> settings)
    {
        Model = model;
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Model:Endpoint"] = model.Endpoint.ToString(),
                ["Model:Name"] = FakeModel.ModelName,
                ["Model:ApiKey"] = Secret,
                ["Model:RetryDelay"] = "00:00:00.001",
                ["Model:Retries"] = "1",
            })
            .AddInMemoryCollection(settings)
            .Build();
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Time)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Information).AddProvider(Logs))
            .AddModel(configuration)
            .BuildServiceProvider();
    }

    public FakeModel Model { get; }

    public LogLines Logs { get; } = new();

    public MovableTime Time { get; } = new();

    public ModelAnswerer Answerer => _services.GetRequiredService<ModelAnswerer>();

    public ModelSummarizer Summarizer => _services.GetRequiredService<ModelSummarizer>();

    public QuestionRewriter Rewriter => new(_services.GetRequiredService<ModelRewriter>());

    public static async Task<ModelUnderTest> StartAsync(Func<FakeRequest, FakeReply>? behaviour = null, params (string Key, string Value)[] settings) =>
        new(
            await FakeModel.StartAsync(behaviour, TestContext.Current.CancellationToken),
            settings.ToDictionary(setting => setting.Key, string? (setting) => setting.Value, StringComparer.Ordinal));

    /// <summary>Asks the built-in article.</summary>
    public Task<ModelAnswer> AskAsync(string question, Article? article = null)
    {
        article ??= BuiltInArticle.Read();
        var passages = EvidencePassage.Of(article);
        var extractive = new ExtractiveAnswerer().Answer(question, passages);
        return Answerer.AnswerAsync(
            new Question(question, GuildId.Everyone),
            [.. extractive.Ranking.Take(8).Select(i => passages[i])],
            extractive.Answer,
            isForeign: false,
            TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Model.DisposeAsync();
    }
}

/// <summary>The system's time, moved on: timers and what waits run as ever.</summary>
internal sealed class MovableTime : TimeProvider
{
    private TimeSpan _ahead;

    public void Advance(TimeSpan time) => _ahead += time;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead;
}

/// <summary>Every line that was logged, with everything that was put into it.</summary>
internal sealed class LogLines : ILoggerProvider
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> _lines = new();

    public IReadOnlyCollection<(LogLevel Level, string Text)> All => _lines;

    public IEnumerable<string> Warnings => _lines.Where(line => line.Level >= LogLevel.Warning).Select(line => line.Text);

    public ILogger CreateLogger(string categoryName) => new Logger(_lines, categoryName);

    public void Dispose()
    {
    }

    private sealed class Logger(ConcurrentQueue<(LogLevel, string)> lines, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue((logLevel, $"{category}: {formatter(state, exception)} {exception}"));
    }
}
