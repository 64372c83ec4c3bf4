using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Discord.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bot.Testing.Discord.Rest;

/// <summary>Discord's REST API for the routes a bot like this needs, with its limits, its errors and its memory.</summary>
public sealed class FakeRest
{
    private readonly FakeDiscord _discord;
    private readonly OpenApiDocument? _document = OpenApiDocument.Find();
    private readonly ConcurrentDictionary<string, FakeInteraction> _byToken = new();
    private readonly ConcurrentDictionary<string, FakeInteraction> _byId = new();
    private readonly ConcurrentQueue<FakeRequest> _requests = new();
    private readonly ConcurrentQueue<string> _violations = new();
    private int _invalid;

    internal FakeRest(FakeDiscord discord)
    {
        _discord = discord;
        Limits = new FakeRateLimits(discord.Options);
        Channels = new FakeChannels(discord);
        Commands = new FakeCommands(discord);
    }

    /// <summary>Decides before each request whether it is to go wrong, and how.</summary>
    public Func<FakeRequest, FakeFault?>? Fault { get; set; }

    /// <summary>What the bot may do in each of its guilds.</summary>
    public ulong BotPermissions { get; set; } = 0x0007_FFFF_FFFF_FFF7;

    /// <summary>Where the application has its interactions sent; null for the gateway.</summary>
    public string? InteractionsEndpoint { get; set; }

    public FakeRateLimits Limits { get; }

    public FakeChannels Channels { get; }

    public FakeCommands Commands { get; }

    /// <summary>Every request that arrived, in the order of their answers.</summary>
    public IReadOnlyCollection<FakeRequest> Requests => _requests;

    /// <summary>Bodies that Discord's own description of its API does not allow. Empty when the description is not there.</summary>
    public IReadOnlyCollection<string> Violations => _violations;

    /// <summary>Whether bodies are checked against Discord's own description of its API.</summary>
    public bool ChecksAgainstDescription => _document is not null;

    /// <summary>Answers 401, 403 and 429 (not shared) so far: what gets an address banned.</summary>
    public int InvalidRequests => Volatile.Read(ref _invalid);

    public ICollection<FakeInteraction> Interactions => _byId.Values;

    /// <summary>Makes an interaction answerable without sending it to anybody.</summary>
    public FakeInteraction Register(JsonObject payload)
    {
        var interaction = new FakeInteraction(_discord, payload);
        _byToken[interaction.Token] = interaction;
        _byId[interaction.Id] = interaction;
        return interaction;
    }

    internal FakeInteraction? FindInteraction(string id) => _byId.GetValueOrDefault(id);

    internal FakeInteraction? FindWebhook(string token) => _byToken.GetValueOrDefault(token);

    internal void Map(RouteGroupBuilder api)
    {
        var options = _discord.Options;
        Map(api, "GET", "/users/@me", _ => FakeAnswer.Ok(FakePayloads.BotUser(options)));
        Map(api, "GET", "/applications/@me", _ => FakeAnswer.Ok(Application()));
        Map(api, "GET", "/oauth2/applications/@me", _ => FakeAnswer.Ok(Application()));
        Map(api, "GET", "/users/@me/guilds", _ => FakeAnswer.Ok(new JsonArray([.. _discord.Gateway.GuildIds().Select(id => new JsonObject
        {
            ["id"] = id.ToString(),
            ["name"] = $"guild {id}",
            ["owner"] = false,
            ["permissions"] = BotPermissions.ToString(CultureInfo.InvariantCulture),
            ["features"] = new JsonArray(),
        })])));
        Map(api, "GET", "/guilds/{guild_id}", call => call["guild_id"] == options.GuildId.ToString()
            ? FakeAnswer.Ok(FakePayloads.Guild(options.GuildId))
            : FakeAnswer.Error(404, 10004, "Unknown Guild"));
        Commands.Map((method, path, handle) => Map(api, method, path, handle));
        Channels.Map((method, path, handle) => Map(api, method, path, handle));
        FakeWebhooks.Map(this, (method, path, handle) => Map(api, method, path, handle, needsToken: false));
    }

    private void Map(RouteGroupBuilder api, string method, string path, Func<FakeRequest, FakeAnswer> handle, bool needsToken = true) =>
        api.MapMethods(path, [method], context => HandleAsync(context, path, handle, needsToken));

    private async Task HandleAsync(HttpContext context, string path, Func<FakeRequest, FakeAnswer> handle, bool needsToken)
    {
        var request = await FakeRequest.ReadAsync(context, path, _discord.Options.Time.GetUtcNow());
        var fault = Fault?.Invoke(request);
        if (fault is { Kind: FakeFaultKind.CutBefore })
        {
            Remember(request, 0);
            context.Abort();
            return;
        }

        var answer = fault?.Answer ?? Limit(context, request, needsToken) ?? Judge(context, request, needsToken) ?? handle(request);
        Remember(request, answer.Status);
        if (answer.Status is 401 or 403 || (answer.Status == 429 && context.Response.Headers["X-RateLimit-Scope"] != "shared"))
        {
            Interlocked.Increment(ref _invalid);
        }

        if (fault is { Kind: FakeFaultKind.CutAfter })
        {
            context.Abort();
            return;
        }

        if (fault is { Kind: FakeFaultKind.SilentAfter })
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return;
        }

        await answer.WriteAsync(context.Response);
    }

    /// <summary>Whether this server knows no messages made of components.</summary>
    public bool RefusesLayouts { get; set; }

    private FakeAnswer? Limit(HttpContext context, FakeRequest request, bool needsToken) =>
        needsToken || request.Template.StartsWith("/webhooks", StringComparison.Ordinal) ? Limits.Take(request, countsGlobally: needsToken, context.Response.Headers) : null;

    private FakeAnswer? Judge(HttpContext context, FakeRequest request, bool needsToken)
    {
        if (needsToken && !_discord.IsAuthorized(context.Request))
        {
            return FakeAnswer.Error(401, 0, "401: Unauthorized");
        }

        if (!request.UserAgent.StartsWith("DiscordBot (", StringComparison.Ordinal))
        {
            return FakeAnswer.Error(403, 40333, "internal network error");
        }

        if (request.Method is "POST" or "PATCH" or "PUT" && context.Request.ContentLength is not 0 && request.Body is null && context.Request.ContentLength is not null)
        {
            return FakeAnswer.Form("", "MODEL_TYPE_CONVERT");
        }

        if (request.Body is { } body && _document?.Check(request.Method, request.Template, body) is { Count: > 0 } faults)
        {
            foreach (var fault in faults)
            {
                _violations.Enqueue($"{request.Method} {request.Template} {fault}");
            }

            return FakeAnswer.Form(faults[0], "OPENAPI_VIOLATION");
        }

        return RefusesLayouts && (HasLayout(request.Body) || HasLayout(request.Body?["data"])) ? FakeAnswer.Form("flags", "INVALID_FLAGS") : null;
    }

    private static bool HasLayout(JsonNode? message) =>
        message is JsonObject && message["flags"] is { } flags && (flags.GetValue<int>() & (int)MessageFlags.IsComponentsV2) != 0;

    private void Remember(FakeRequest request, int status)
    {
        request.Status = status;
        _requests.Enqueue(request);
    }

    private JsonObject Application() => new()
    {
        ["id"] = _discord.Options.ApplicationId.ToString(),
        ["name"] = "fakebot",
        ["icon"] = null,
        ["description"] = "",
        ["bot_public"] = true,
        ["bot_require_code_grant"] = false,
        ["verify_key"] = new string('0', 64),
        ["flags"] = 0,
        ["bot"] = FakePayloads.BotUser(_discord.Options),
        ["interactions_endpoint_url"] = InteractionsEndpoint,
    };
}

/// <summary>One request as it arrived.</summary>
public sealed class FakeRequest
{
    private RouteValueDictionary _values = [];

    public required string Method { get; init; }

    /// <summary>The route with its parameters named as in Discord's documentation.</summary>
    public required string Template { get; init; }

    public required string Path { get; init; }

    public required string Authorization { get; init; }

    public required string UserAgent { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The JSON, also from a multipart form; null when there is none or it cannot be read.</summary>
    public JsonNode? Body { get; init; }

    /// <summary>Uploaded files by the name of their form field.</summary>
    public IReadOnlyDictionary<string, FakeFile> Files { get; init; } = new Dictionary<string, FakeFile>();

    /// <summary>0 when the connection was cut.</summary>
    public int Status { get; set; }

    /// <summary>What stands behind the question mark, by name.</summary>
    public IReadOnlyDictionary<string, string> Query { get; init; } = new Dictionary<string, string>();

    /// <summary>A parameter of the route.</summary>
    public string this[string parameter] => Convert.ToString(_values[parameter], CultureInfo.InvariantCulture) ?? "";

    internal static async Task<FakeRequest> ReadAsync(HttpContext context, string template, DateTimeOffset now)
    {
        JsonNode? body = null;
        var files = new Dictionary<string, FakeFile>();
        if (context.Request.HasFormContentType)
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            body = Parse(form["payload_json"].ToString());
            foreach (var file in form.Files)
            {
                files[file.Name] = new FakeFile(file.FileName, file.ContentType, file.Length);
            }
        }
        else if (context.Request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) == true)
        {
            using var reader = new StreamReader(context.Request.Body);
            body = Parse(await reader.ReadToEndAsync(context.RequestAborted));
        }

        return new FakeRequest
        {
            Method = context.Request.Method,
            Template = template,
            Path = context.Request.Path,
            Authorization = context.Request.Headers.Authorization.ToString(),
            UserAgent = context.Request.Headers.UserAgent.ToString(),
            At = now,
            Body = body,
            Files = files,
            Query = context.Request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString()),
            _values = context.Request.RouteValues,
        };
    }

    private static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

public sealed record FakeFile(string Name, string ContentType, long Length);

/// <summary>How a request goes wrong.</summary>
public sealed record FakeFault(FakeFaultKind Kind, FakeAnswer? Answer = null)
{
    /// <summary>The connection breaks and nothing is done.</summary>
    public static FakeFault CutBefore { get; } = new(FakeFaultKind.CutBefore);

    /// <summary>The call is carried out and the connection breaks.</summary>
    public static FakeFault CutAfter { get; } = new(FakeFaultKind.CutAfter);

    /// <summary>The call is carried out and no answer ever comes.</summary>
    public static FakeFault SilentAfter { get; } = new(FakeFaultKind.SilentAfter);

    /// <summary>This answer in place of the right one; nothing is done.</summary>
    public static FakeFault With(FakeAnswer answer) => new(FakeFaultKind.Answer, answer);
}

public enum FakeFaultKind
{
    Answer,
    CutBefore,
    CutAfter,
    SilentAfter,
}
