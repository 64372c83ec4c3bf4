using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Testing.Models;

/// <summary>An OpenAI-compatible server on loopback that behaves as it is told: honest, dishonest or broken.</summary>
public sealed class FakeModel : IAsyncDisposable
{
    public const string ModelName = "fake-1";

    private const int EmbeddingLength = 64;

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<FakeRequest> _requests = new();
    private readonly ConcurrentQueue<Func<FakeRequest, FakeReply>> _next = new();

    private FakeModel(WebApplication app) => _app = app;

    /// <summary>What <c>Model:Endpoint</c> must be set to.</summary>
    public Uri Endpoint { get; private set; } = new("http://unset.invalid");

    /// <summary>When set, every other key is answered with 401.</summary>
    public string? ApiKey { get; set; }

    /// <summary>When set, embeddings are refused with this status.</summary>
    public int? RefusesEmbeddingsWith { get; set; }

    /// <summary>How requests are answered once those of <see cref="Then"/> are used up.</summary>
    public Func<FakeRequest, FakeReply> Behaviour { get; set; } = FakeBehaviours.Honest;

    /// <summary>Chat completions asked for so far, oldest first.</summary>
    public IReadOnlyCollection<FakeRequest> Requests => _requests;

    public static async Task<FakeModel> StartAsync(Func<FakeRequest, FakeReply>? behaviour = null, CancellationToken cancellationToken = default)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        var app = builder.Build();
        var fake = new FakeModel(app);
        fake.Behaviour = behaviour ?? fake.Behaviour;
        app.MapPost("/v1/chat/completions", fake.CompleteAsync);
        app.MapGet("/v1/models", ListModelsAsync);
        app.MapPost("/v1/embeddings", fake.EmbedAsync);
        await app.StartAsync(cancellationToken);
        var address = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First();
        fake.Endpoint = new Uri($"{address}/v1");
        return fake;
    }

    /// <summary>The next request that is not spoken for is answered like this, once.</summary>
    public FakeModel Then(Func<FakeRequest, FakeReply> behaviour)
    {
        _next.Enqueue(behaviour);
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _app.StopAsync(soon.Token);
        await _app.DisposeAsync();
    }

    private async Task CompleteAsync(HttpContext context)
    {
        var body = (await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted))!.AsObject();
        var headers = context.Request.Headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString());
        var request = new FakeRequest(body, headers);
        _requests.Enqueue(request);
        if (ApiKey is { } key && headers.GetValueOrDefault("authorization") != $"Bearer {key}")
        {
            await SendErrorAsync(context, FakeReply.Error(401, "Incorrect API key provided."));
            return;
        }

        var reply = (_next.TryDequeue(out var behaviour) ? behaviour : Behaviour)(request);
        switch (reply)
        {
            case { Hangs: true }:
                await HangAsync(context);
                break;
            case { Endless: true }:
                await SendEndlesslyAsync(context);
                break;
            case { Breaks: true }:
                context.Response.ContentLength = 10_000;
                await context.Response.WriteAsync("{\"id\":", context.RequestAborted);
                context.Abort();
                break;
            case { Status: > 299, RawBody: null }:
                await SendErrorAsync(context, reply);
                break;
            case { RawBody: { } raw }:
                context.Response.StatusCode = reply.Status;
                context.Response.ContentType = reply.ContentType;
                await context.Response.WriteAsync(raw, context.RequestAborted);
                break;
            default:
                await (request.Streams ? StreamAsync(context, reply) : SendAsync(context, Completion(request, reply)));
                break;
        }
    }

    private static async Task HangAsync(HttpContext context)
    {
        var gone = new TaskCompletionSource();
        await using var registration = context.RequestAborted.Register(gone.SetResult);
        await gone.Task;
    }

    private static async Task SendEndlesslyAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        var part = new string('a', 64 * 1024);
        await context.Response.WriteAsync("{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"", context.RequestAborted);
        while (!context.RequestAborted.IsCancellationRequested)
        {
            await context.Response.WriteAsync(part, context.RequestAborted);
        }
    }

    private static Task SendErrorAsync(HttpContext context, FakeReply reply)
    {
        context.Response.StatusCode = reply.Status;
        if (reply.RetryAfterSeconds is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        return SendAsync(context, new JsonObject { ["error"] = new JsonObject { ["message"] = reply.Content, ["type"] = "invalid_request_error", ["param"] = null, ["code"] = null } });
    }

    /// <summary>As OpenAI sends it.</summary>
    internal static JsonObject Completion(FakeRequest request, FakeReply reply)
    {
        var message = new JsonObject { ["role"] = "assistant", ["content"] = reply.Content, ["refusal"] = reply.Refusal };
        if (reply.ToolCalls.Count > 0)
        {
            message["content"] = null;
            message["tool_calls"] = ToolCalls(reply);
        }

        if (reply.Reasoning is { } reasoning)
        {
            message["reasoning_content"] = reasoning;
        }

        var (prompt, completion) = (request.Text.Length / 4, reply.Content.Length / 4);
        var sent = new JsonObject
        {
            ["id"] = "chatcmpl-1",
            ["object"] = "chat.completion",
            ["created"] = 1_760_000_000,
            ["model"] = ModelName,
            ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["message"] = message, ["finish_reason"] = reply.ToolCalls.Count > 0 ? "tool_calls" : reply.FinishReason }),
        };
        if (!reply.CountsNothing)
        {
            sent["usage"] = new JsonObject { ["prompt_tokens"] = prompt, ["completion_tokens"] = completion, ["total_tokens"] = prompt + completion };
        }

        return sent;
    }

    private static JsonArray ToolCalls(FakeReply reply) =>
    [
        .. reply.ToolCalls.Select((call, i) => new JsonObject
        {
            ["id"] = $"call_{i}",
            ["type"] = "function",
            ["function"] = new JsonObject { ["name"] = call.Name, ["arguments"] = call.Arguments.ToJsonString() },
        }),
    ];

    private static async Task StreamAsync(HttpContext context, FakeReply reply)
    {
        context.Response.ContentType = "text/event-stream";
        foreach (var part in reply.Content.Chunk(24))
        {
            await SendChunkAsync(context, new JsonObject { ["role"] = "assistant", ["content"] = new string(part) }, null);
        }

        await SendChunkAsync(context, [], reply.FinishReason);
        await context.Response.WriteAsync("data: [DONE]\n\n", context.RequestAborted);
    }

    private static Task SendChunkAsync(HttpContext context, JsonObject delta, string? finishReason)
    {
        var chunk = new JsonObject
        {
            ["id"] = "chatcmpl-1",
            ["object"] = "chat.completion.chunk",
            ["created"] = 1_760_000_000,
            ["model"] = ModelName,
            ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = delta, ["finish_reason"] = finishReason }),
        };
        return context.Response.WriteAsync($"data: {chunk.ToJsonString()}\n\n", context.RequestAborted);
    }

    private static Task ListModelsAsync(HttpContext context) =>
        SendAsync(context, new JsonObject { ["object"] = "list", ["data"] = new JsonArray(new JsonObject { ["id"] = ModelName, ["object"] = "model" }) });

    /// <summary>Counts of hashed words: equal texts are equal vectors, texts that share words are near.</summary>
    private async Task EmbedAsync(HttpContext context)
    {
        if (RefusesEmbeddingsWith is { } status)
        {
            context.Response.StatusCode = status;
            return;
        }

        var body = (await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted))!.AsObject();
        var inputs = body["input"] is JsonArray many ? many.Select(input => input!.GetValue<string>()) : [body["input"]!.GetValue<string>()];
        var base64 = body["encoding_format"]?.GetValue<string>() == "base64";
        var data = inputs.Select((input, i) => new JsonObject { ["object"] = "embedding", ["index"] = i, ["embedding"] = Vector(input, base64) });
        await SendAsync(context, new JsonObject
        {
            ["object"] = "list",
            ["data"] = new JsonArray([.. data]),
            ["model"] = ModelName,
            ["usage"] = new JsonObject { ["prompt_tokens"] = 1, ["total_tokens"] = 1 },
        });
    }

    private static JsonNode Vector(string text, bool base64)
    {
        var vector = new float[EmbeddingLength];
        foreach (var word in text.ToLowerInvariant().Split([' ', '.', ',', '?'], StringSplitOptions.RemoveEmptyEntries))
        {
            vector[word.Aggregate(17u, (hash, letter) => (hash * 31) + letter) % EmbeddingLength]++;
        }

        return base64
            ? JsonValue.Create(Convert.ToBase64String(System.Runtime.InteropServices.MemoryMarshal.AsBytes(vector.AsSpan())))
            : new JsonArray([.. vector.Select(value => JsonValue.Create(value))]);
    }

    private static Task SendAsync(HttpContext context, JsonObject body)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body.ToJsonString(), Encoding.UTF8, context.RequestAborted);
    }
}
