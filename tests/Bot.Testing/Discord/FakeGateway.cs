using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Bot.Discord.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Channel = System.Threading.Channels.Channel;

namespace Bot.Testing.Discord;

/// <summary>Discord's gateway, v10: hello, identify, resume with replay, heartbeats, close codes, both stream compressions.</summary>
public sealed class FakeGateway(FakeDiscord discord)
{
    public const string GatewayPath = "/gateway-socket";
    public const string ResumePath = "/resume-socket";

    private readonly ConcurrentDictionary<string, FakeSession> _sessions = new();
    private readonly ConcurrentDictionary<FakeGatewayConnection, byte> _open = new();
    private readonly Channel<FakeGatewayConnection> _accepted = Channel.CreateUnbounded<FakeGatewayConnection>();
    private readonly ConcurrentDictionary<int, DateTimeOffset> _lastIdentify = new();
    private int _identifies;
    private int _resumes;

    public TimeSpan HeartbeatInterval { get; set; } = TimeSpan.FromMilliseconds(41_250);

    public bool SendsHello { get; set; } = true;

    public bool AcknowledgesHeartbeats { get; set; } = true;

    public bool AnswersIdentify { get; set; } = true;

    public bool AnswersResume { get; set; } = true;

    /// <summary>Refuses new connections with HTTP 503.</summary>
    public bool IsDown { get; set; }

    /// <summary>Close code with which the next IDENTIFYs are answered.</summary>
    public int? RefusesIdentifyWith { get; set; }

    /// <summary>Session starts left, as <c>/gateway/bot</c> reports them.</summary>
    public int SessionStartsLeft { get; set; } = 1000;

    public TimeSpan SessionStartsResetAfter { get; set; } = TimeSpan.FromHours(4);

    public int MaxConcurrency { get; set; } = 1;

    /// <summary>Two IDENTIFYs of one lane within this time are answered with op 9.</summary>
    public TimeSpan IdentifyWindow { get; set; } = TimeSpan.FromSeconds(5);

    public int RecommendedShards { get; set; } = 1;

    /// <summary>Guilds listed in READY and sent as GUILD_CREATE behind it; the first is the options' guild.</summary>
    public int Guilds { get; set; } = 1;

    public int ChannelsPerGuild { get; set; } = 1;

    public int Identifies => Volatile.Read(ref _identifies);

    public int Resumes => Volatile.Read(ref _resumes);

    public ICollection<FakeSession> Sessions => _sessions.Values;

    /// <summary>Waits for the next connection nobody has asked for yet.</summary>
    public ValueTask<FakeGatewayConnection> NextConnectionAsync(CancellationToken cancellationToken) =>
        _accepted.Reader.ReadAsync(cancellationToken);

    /// <summary>Gives an event to every session that is responsible for its guild, connected or not.</summary>
    public void Dispatch(string name, JsonNode data)
    {
        Snowflake? guild = data["guild_id"] is { } id ? Snowflake.Parse(id.GetValue<string>()) : null;
        foreach (var session in _sessions.Values.Where(session => session.IsAlive && session.Receives(guild)))
        {
            session.Dispatch(name, data.ToJsonString());
        }
    }

    /// <summary>Cuts every connection without a word.</summary>
    public void DropEverything()
    {
        foreach (var connection in _open.Keys)
        {
            connection.Drop();
        }
    }

    internal void Map(IEndpointRouteBuilder app, RouteGroupBuilder api)
    {
        api.MapGet("/gateway", () => Results.Json(new { url = SocketUrl(GatewayPath) }));
        api.MapGet("/gateway/bot", (HttpRequest request) => IsDown ? Results.StatusCode(StatusCodes.Status503ServiceUnavailable) : !discord.IsAuthorized(request)
            ? Results.Json(new { message = "401: Unauthorized", code = 0 }, statusCode: StatusCodes.Status401Unauthorized)
            : Results.Json(new
            {
                url = SocketUrl(GatewayPath),
                shards = RecommendedShards,
                session_start_limit = new
                {
                    total = 1000,
                    remaining = SessionStartsLeft,
                    reset_after = (long)SessionStartsResetAfter.TotalMilliseconds,
                    max_concurrency = MaxConcurrency,
                },
            }));
        app.MapGet(GatewayPath, AcceptAsync);
        app.MapGet(ResumePath, AcceptAsync);
    }

    internal TimeProvider Time => discord.Options.Time;

    internal void Identify(FakeGatewayConnection connection, JsonElement data)
    {
        _ = Interlocked.Increment(ref _identifies);
        SessionStartsLeft--;
        if (RefusesIdentifyWith is { } code)
        {
            connection.Close(code, "refused");
            return;
        }

        if (data.GetProperty("token").GetString() != discord.Options.Token)
        {
            connection.Close(4004, "Authentication failed.");
            return;
        }

        if (!data.TryGetProperty("intents", out var intents) || !intents.TryGetInt32(out var bits) || bits < 0)
        {
            connection.Close(4013, "Invalid intent(s).");
            return;
        }

        var (shard, shards) = data.TryGetProperty("shard", out var pair) ? (pair[0].GetInt32(), pair[1].GetInt32()) : (0, 1);
        if (shards < 1 || shard < 0 || shard >= shards)
        {
            connection.Close(4010, "Invalid shard.");
            return;
        }

        if (!connection.AnswersIdentify)
        {
            return;
        }

        if (ConcurrencyViolated(shard % MaxConcurrency))
        {
            connection.Send("""{"op":9,"d":false,"s":null,"t":null}""");
            return;
        }

        var session = new FakeSession($"session-{discord.NextId()}", bits, shard, shards);
        _sessions[session.Id] = session;
        connection.Session = session;
        session.Attach(connection);
        var guilds = GuildIds().Where(session.Receives).ToList();
        session.Dispatch("READY", ReadyPayload(session, guilds).ToJsonString());
        foreach (var guild in guilds)
        {
            session.Dispatch("GUILD_CREATE", FakePayloads.Guild(guild, ChannelsPerGuild).ToJsonString());
        }
    }

    internal void Resume(FakeGatewayConnection connection, JsonElement data)
    {
        _ = Interlocked.Increment(ref _resumes);
        if (data.GetProperty("token").GetString() != discord.Options.Token)
        {
            connection.Close(4004, "Authentication failed.");
            return;
        }

        if (!AnswersResume)
        {
            return;
        }

        if (!_sessions.TryGetValue(data.GetProperty("session_id").GetString() ?? "", out var session) || !session.IsAlive)
        {
            connection.Send("""{"op":9,"d":false,"s":null,"t":null}""");
            return;
        }

        connection.Session = session;
        if (!session.Resume(connection, data.GetProperty("seq").GetInt64()))
        {
            connection.Close(4007, "Invalid seq.");
        }
    }

    internal IEnumerable<Snowflake?> GuildIds() =>
        Enumerable.Range(0, Guilds).Select(n => (Snowflake?)new Snowflake(discord.Options.GuildId.Value + ((ulong)n << 22)));

    private bool ConcurrencyViolated(int key)
    {
        var now = Time.GetUtcNow();
        var violated = _lastIdentify.TryGetValue(key, out var last) && now - last < IdentifyWindow;
        _lastIdentify[key] = now;
        return violated;
    }

    private JsonObject ReadyPayload(FakeSession session, List<Snowflake?> guilds) => new()
    {
        ["v"] = 10,
        ["user"] = FakePayloads.BotUser(discord.Options),
        ["guilds"] = new JsonArray([.. guilds.Select(id => new JsonObject { ["id"] = id.ToString(), ["unavailable"] = true })]),
        ["session_id"] = session.Id,
        ["resume_gateway_url"] = SocketUrl(ResumePath),
        ["session_type"] = "normal",
        ["shard"] = new JsonArray(session.ShardId, session.ShardCount),
        ["application"] = new JsonObject { ["id"] = discord.Options.ApplicationId.ToString(), ["flags"] = 0 },
        ["_trace"] = new JsonArray("fake"),
    };

    private string SocketUrl(string path) => $"ws://{discord.ApiBaseUrl.Authority}{path}";

    private async Task AcceptAsync(HttpContext context)
    {
        var upgrade = context.Features.Get<IHttpUpgradeFeature>();
        if (IsDown || upgrade is not { IsUpgradableRequest: true })
        {
            context.Response.StatusCode = IsDown ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status400BadRequest;
            return;
        }

        context.Response.Headers.SecWebSocketAccept = AcceptKey(context.Request.Headers.SecWebSocketKey.ToString());
        context.Response.Headers.Connection = "Upgrade";
        context.Response.Headers.Upgrade = "websocket";
        var stream = await upgrade.UpgradeAsync();
        await using var connection = new FakeGatewayConnection(this, stream, context);
        _open[connection] = 0;
        _ = _accepted.Writer.TryWrite(connection);
        try
        {
            await connection.RunAsync();
        }
        finally
        {
            _ = _open.TryRemove(connection, out _);
            connection.Session?.Detach(connection);
        }
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5350", Justification = "The WebSocket handshake is defined with SHA-1.")]
    private static string AcceptKey(string key) =>
        Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")));
}
