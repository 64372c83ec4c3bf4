using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Discord.Model;
using Bot.Discord.Rest;
using Bot.Testing.Discord;
using Bot.Testing.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Tests.Rest;

/// <summary>The real REST client against a Discord on loopback, with everything it logs.</summary>
internal sealed class RestFixture : IAsyncDisposable
{
    private readonly RecordedLog _log = new();

    private RestFixture(FakeDiscord discord, DiscordRestOptions options, TimeProvider time)
    {
        Discord = discord;
        Rest = new DiscordRest(
            new SocketsHttpHandler { ActivityHeadersPropagator = null },
            new DiscordOptions { Token = discord.Options.Token, ApiBaseUrl = discord.ApiBaseUrl },
            options,
            time,
            () => 0,
            new Logger<DiscordRest>(new LoggerFactory([_log])));
    }

    public FakeDiscord Discord { get; }

    public DiscordRest Rest { get; }

    /// <summary>Every line logged at any level, exceptions included.</summary>
    public IReadOnlyCollection<string> Logged => _log.Lines;

    public Snowflake Channel => Discord.Options.ChannelId;

    public ILogger<T> CreateLogger<T>() => new Logger<T>(new LoggerFactory([_log]));

    public static async Task<RestFixture> StartAsync(DiscordRestOptions? options = null, TimeProvider? time = null, FakeDiscordOptions? server = null)
    {
        var discord = await FakeDiscord.StartAsync(server, TestContext.Current.CancellationToken);
        return new RestFixture(discord, options ?? new DiscordRestOptions(), time ?? TimeProvider.System);
    }

    /// <summary>An interaction that the server knows, in both forms.</summary>
    public (Interaction Received, FakeInteraction Known) Interact(JsonObject? payload = null)
    {
        var known = Discord.Rest.Register(payload ?? FakePayloads.Command(Discord, "ask"));
        return (known.Payload.Deserialize(DiscordJson.Default.Interaction)!, known);
    }

    public async ValueTask DisposeAsync()
    {
        Rest.Dispose();
        await Discord.DisposeAsync();
        _log.Dispose();
    }

    private sealed class RecordedLog : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public IReadOnlyCollection<string> Lines => _lines;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
