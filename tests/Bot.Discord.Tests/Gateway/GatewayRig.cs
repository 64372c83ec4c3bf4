using System.Threading.Channels;
using Bot.Discord.Gateway;
using Bot.Discord.Model;
using Bot.Testing.Discord;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Discord.Tests.Gateway;

/// <summary>A FakeDiscord and one shard's client, hurried: waits that take seconds in life take milliseconds here.</summary>
internal sealed class GatewayRig : IAsyncDisposable
{
    private readonly HttpClient _http = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly IdentifyLimiter _identifies;
    private readonly GatewayMetrics _meters;
    private readonly bool _ownsDiscord;

    private GatewayRig(FakeDiscord discord, bool ownsDiscord, MemoryGatewayStore store, GatewayOptions options, TimeProvider time)
    {
        Discord = discord;
        _ownsDiscord = ownsDiscord;
        Store = store;
        var settings = new DiscordOptions { Token = discord.Options.Token, ApiBaseUrl = discord.ApiBaseUrl };
        _meters = new GatewayMetrics(Metrics);
        var directory = new GatewayDirectory(_http, settings);
        _identifies = new IdentifyLimiter(options, directory, store, new SoleProcess(), _meters, time, NullLogger<IdentifyLimiter>.Instance);
        var events = new GatewayEvents();
        Interactions = events.Interactions(100_000);
        Messages = events.Messages();
        Readies = events.Listen("READY", DiscordJson.Default.Ready);
        Resumes = events.Listen("RESUMED", DiscordJson.Default.DictionaryStringJsonElement);
        Shared = new ShardResources
        {
            Discord = settings,
            Options = options,
            Directory = directory,
            Identifies = _identifies,
            Store = store,
            Events = events,
            Metrics = _meters,
            Time = time,
            Random = () => 0.5,
        };
        Client = new GatewayClient(0, 1, Shared, NullLogger<GatewayClient>.Instance);
        Running = Task.CompletedTask;
    }

    public FakeDiscord Discord { get; }

    public MemoryGatewayStore Store { get; }

    public CountedMetrics Metrics { get; } = new();

    public ShardResources Shared { get; }

    public GatewayClient Client { get; }

    /// <summary>Ends when the client stops, with its exception if it has one.</summary>
    public Task Running { get; private set; }

    public ChannelReader<Interaction> Interactions { get; }

    public ChannelReader<Message> Messages { get; }

    public ChannelReader<Ready> Readies { get; }

    public ChannelReader<Dictionary<string, System.Text.Json.JsonElement>> Resumes { get; }

    /// <summary>Ends a test that waits for something that does not come.</summary>
    public static CancellationToken Patience
    {
        get
        {
            var source = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            source.CancelAfter(TimeSpan.FromSeconds(30));
            return source.Token;
        }
    }

    /// <summary>Starts the client. With an earlier rig, on its Discord and with what it had saved: a restart.</summary>
    public static async Task<GatewayRig> StartAsync(
        Action<FakeGateway>? server = null, Action<GatewayOptions>? client = null, GatewayRig? earlier = null, TimeProvider? time = null,
        Action<GatewayEvents>? listen = null, FakeDiscord? discord = null)
    {
        var ownsDiscord = discord is null && earlier is null;
        discord ??= earlier?.Discord ?? await FakeDiscord.StartAsync(new FakeDiscordOptions { Time = time ?? TimeProvider.System }, Patience);
        discord.Gateway.IdentifyWindow = TimeSpan.FromMilliseconds(20);
        server?.Invoke(discord.Gateway);
        var options = new GatewayOptions
        {
            IdentifySpacing = TimeSpan.FromMilliseconds(60),
            Session = new GatewaySessionOptions
            {
                ShortestBackOff = TimeSpan.FromMilliseconds(20),
                LongestBackOff = TimeSpan.FromMilliseconds(200),
                ShortestInvalidSessionPause = TimeSpan.FromMilliseconds(10),
                LongestInvalidSessionPause = TimeSpan.FromMilliseconds(50),
            },
        };
        client?.Invoke(options);
        var rig = new GatewayRig(discord, ownsDiscord, earlier?.Store ?? new MemoryGatewayStore(), options, time ?? TimeProvider.System);
        listen?.Invoke(rig.Shared.Events);
        rig.Running = rig.Client.RunAsync(rig._stop.Token);
        return rig;
    }

    /// <summary>The next connection after its session is ready.</summary>
    public async Task<FakeGatewayConnection> ReadyAsync()
    {
        var connection = await Discord.Gateway.NextConnectionAsync(Patience);
        _ = await connection.ReceiveAsync(GatewayOpcode.Identify, Patience);
        _ = await Readies.ReadAsync(Patience);
        return connection;
    }

    /// <summary>The next connection after it has asked to resume.</summary>
    public async Task<FakeGatewayConnection> ResumingAsync()
    {
        var connection = await Discord.Gateway.NextConnectionAsync(Patience);
        _ = await connection.ReceiveAsync(GatewayOpcode.Resume, Patience);
        return connection;
    }

    /// <summary>Sends a slash command and waits until the client has handed it on.</summary>
    public async Task<Interaction> AskAsync(string name = "ask")
    {
        Discord.Gateway.Dispatch("INTERACTION_CREATE", FakePayloads.Command(Discord, name));
        return await Interactions.ReadAsync(Patience);
    }

    /// <summary>What SIGTERM does.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await Running.WaitAsync(Patience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (_ownsDiscord)
        {
            await Discord.DisposeAsync();
        }

        _identifies.Dispose();
        _meters.Dispose();
        Metrics.Dispose();
        _http.Dispose();
        _stop.Dispose();
    }
}
