using System.Collections.Concurrent;
using System.Diagnostics;
using Bot.Articles.Fetching;
using Bot.Configuration;
using Bot.Hosting;
using Bot.Telemetry;
using Bot.Testing.Discord;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Bot.Tests.Operations;

/// <summary>The whole bot with everything it logs at any level above Trace, and every span and metric it makes.</summary>
internal sealed class WatchedBot : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bot-watched-");
    private readonly CancellationTokenSource _stop = new();
    private readonly RecordedLog _log = new();
    private readonly ConcurrentBag<Activity> _spans = [];
    private readonly List<Metric> _metrics = [];
    private MeterProvider? _meters;
    private Task _running = Task.CompletedTask;

    private WatchedBot(FakeDiscord discord) => Discord = discord;

    public FakeDiscord Discord { get; }

    public IReadOnlyCollection<string> Logged => _log.Lines;

    public IReadOnlyCollection<Activity> Spans => _spans;

    public static Task<WatchedBot> StartAsync(CancellationToken cancellationToken, params IReadOnlyList<KeyValuePair<string, string?>> more) =>
        StartAsync(Network.Real, cancellationToken, more);

    public static async Task<WatchedBot> StartAsync(Network network, CancellationToken cancellationToken, params IReadOnlyList<KeyValuePair<string, string?>> more)
    {
        var bot = new WatchedBot(await FakeDiscord.StartAsync(cancellationToken: cancellationToken));
        var configuration = SettingSources.Read(
        [
            new("BOT_DATA", bot._folder.FullName),
            new("Discord:Token", bot.Discord.Options.Token),
            new("Discord:ApiBaseUrl", bot.Discord.ApiBaseUrl.ToString()),
            new("Logging:LogLevel:Default", "Debug"),
            new("Logging:LogLevel:Microsoft", "Debug"),
            new("Logging:LogLevel:System.Net.Http", "Debug"),
            .. more,
        ]);
        bot._running = Task.Run(() => bot.RunAsync(configuration, network), CancellationToken.None);
        while (bot.Discord.Rest.Commands.Global.Count == 0 || !bot.Discord.Gateway.Sessions.Any(session => session.Connection is not null))
        {
            Assert.False(bot._running.IsCompleted, "The bot ended by itself.");
            await Task.Delay(20, cancellationToken);
        }

        return bot;
    }

    /// <summary>What has been measured so far, by name of the instrument.</summary>
    public IReadOnlyDictionary<string, Metric> Measure()
    {
        _metrics.Clear();
        _meters!.ForceFlush();
        return _metrics.GroupBy(metric => metric.Name).ToDictionary(same => same.Key, same => same.Last());
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Discord.DisposeAsync();
        _log.Dispose();
        _stop.Dispose();
        _folder.Delete(recursive: true);
    }

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _running.WaitAsync(TimeSpan.FromSeconds(60));
    }

    private async Task RunAsync(IConfigurationRoot configuration, Network network)
    {
        await using var app = DiscordHost.Build(
            configuration,
            network,
            services =>
            {
                services.AddLogging(logging => logging.ClearProviders().AddProvider(_log));
                services.AddOpenTelemetry()
                    .WithTracing(tracing => tracing.AddBotSources().AddInMemoryExporter(new Sink(_spans)))
                    .WithMetrics(metrics => metrics.AddBotMeters().AddInMemoryExporter(_metrics));
                services.AddHostedService(provider => new Watcher(() => _meters = provider.GetRequiredService<MeterProvider>()));
            });
        await app.OpenAsync(_stop.Token);
        await app.RunAsync(_stop.Token);
    }

    private sealed class Watcher(Action started) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            started();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    /// <summary>The exporter wants a collection; spans end on many threads.</summary>
    private sealed class Sink(ConcurrentBag<Activity> spans) : System.Collections.ObjectModel.Collection<Activity>
    {
        protected override void InsertItem(int index, Activity item) => spans.Add(item);
    }

    private sealed class RecordedLog : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Lines.Enqueue(state.ToString() ?? "");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Debug;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception} {string.Join(' ', (state as IEnumerable<KeyValuePair<string, object?>>)?.Select(pair => pair.Value) ?? [])}");

        public void Dispose()
        {
        }
    }
}
