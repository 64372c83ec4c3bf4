using System.Buffers;
using System.Diagnostics.Metrics;
using System.Text.Json;
using Bot.Discord.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Discord.Interactions;

/// <summary>Takes interactions over HTTP in place of the gateway. It keeps nothing between requests, so any number of processes can stand behind one address.</summary>
public static class InteractionEndpoint
{
    /// <summary>Larger than any interaction Discord sends; what is larger is refused unread.</summary>
    public const int LargestBody = 1024 * 1024;

    private static readonly byte[] Pong = """{"type":1}"""u8.ToArray();

    /// <summary>Maps POST requests of Discord. A request that Discord has not signed gets 401 and is not parsed.</summary>
    /// <param name="start">Starts the interaction and completes with its first answer, such as <see cref="InteractionWorker.TryAcknowledgeAsync"/>; false when no more are taken, which answers 503.
    /// It may be called twice with one interaction, since whoever has seen a request can send it again.</param>
    public static IEndpointConventionBuilder MapDiscordInteractions(this IEndpointRouteBuilder endpoints, string pattern, RequestSignature signature, Func<Interaction, Task<bool>> start)
    {
        var meter = endpoints.ServiceProvider.GetService<IMeterFactory>()?.Create("Bot.Discord") ?? new Meter("Bot.Discord");
        var refused = meter.CreateCounter<long>("discord.http.refused", "{request}", "Requests to the interactions endpoint that were refused, by status.");
        return endpoints.MapPost(pattern, async context =>
        {
            var status = await ReceiveAsync(context, signature, start);
            if (status >= 400)
            {
                context.Response.StatusCode = status;
                refused.Add(1, new KeyValuePair<string, object?>("http.response.status_code", status));
            }
        });
    }

    private static async Task<int> ReceiveAsync(HttpContext context, RequestSignature signature, Func<Interaction, Task<bool>> start)
    {
        var cancellationToken = context.RequestAborted;
        if (context.Request.ContentLength > LargestBody)
        {
            return StatusCodes.Status413PayloadTooLarge;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = LargestBody + 1;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(Math.Clamp((int)(context.Request.ContentLength ?? LargestBody) + 1, 1, LargestBody + 1));
        try
        {
            var length = await context.Request.Body.ReadAtLeastAsync(buffer.AsMemory(), buffer.Length, throwOnEndOfStream: false, cancellationToken);
            if (length > LargestBody)
            {
                return StatusCodes.Status413PayloadTooLarge;
            }

            var headers = context.Request.Headers;
            return signature.Verify(headers["X-Signature-Ed25519"], headers["X-Signature-Timestamp"], buffer.AsSpan(0, length))
                ? await AcceptAsync(context, buffer.AsMemory(0, length), start, cancellationToken)
                : StatusCodes.Status401Unauthorized;
        }
        catch (BadHttpRequestException bad)
        {
            return bad.StatusCode;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    private static async Task<int> AcceptAsync(HttpContext context, ReadOnlyMemory<byte> body, Func<Interaction, Task<bool>> start, CancellationToken cancellationToken)
    {
        Interaction? interaction;
        try
        {
            if (IsPing(body.Span))
            {
                context.Response.ContentType = "application/json";
                await context.Response.Body.WriteAsync(Pong, cancellationToken);
                return StatusCodes.Status200OK;
            }

            interaction = JsonSerializer.Deserialize(body.Span, DiscordJson.Default.Interaction);
        }
        catch (JsonException)
        {
            return StatusCodes.Status400BadRequest;
        }

        if (interaction is null)
        {
            return StatusCodes.Status400BadRequest;
        }

        // The answer goes over the callback route, as with the gateway: one way, with its time limit and its retries. The request waits for it, so that whoever
        // stands before several processes sends it to the next one when this one dies in between.
        return await start(interaction).WaitAsync(cancellationToken)
            ? context.Response.StatusCode = StatusCodes.Status202Accepted
            : StatusCodes.Status503ServiceUnavailable;
    }

    /// <summary>A ping may lack most of what an interaction has.</summary>
    private static bool IsPing(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("An interaction is an object.");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isType = reader.ValueTextEquals("type"u8);
            reader.Read();
            if (isType)
            {
                return reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var type) && type == (int)InteractionType.Ping;
            }

            reader.Skip();
        }

        return false;
    }
}
