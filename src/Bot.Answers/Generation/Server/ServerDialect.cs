using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;

namespace Bot.Answers.Generation.Server;

/// <summary>Speaks to any OpenAI-compatible server: leaves out of a request what the server was found to refuse, and puts its reply into the form that the OpenAI library reads.</summary>
/// <remarks>
/// Stands below retries, timeouts and the circuit breaker: what is refused for its form is asked again at once without it, each thing once; what no other request would change
/// (no credit, a content filter, a wrong key) is not tried again.
/// </remarks>
internal sealed class ServerDialect(ServerLimits limits, IOptions<ModelOptions> options) : DelegatingHandler
{
    // As many as there are things to leave out, and a few lengths to try.
    private const int MostRounds = 10;

    // The limit of look-ups is told to the model in reply to a call, and some need to be told twice.
    private const int Patience = 3;

    /// <exception cref="ModelFailureException">No other request would help, the request is too long, or the model asks for look-ups without end.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is not { Headers.ContentType.MediaType: "application/json" } content
            || JsonNode.Parse(await content.ReadAsByteArrayAsync(cancellationToken)) is not JsonObject body || body["messages"] is not JsonArray messages)
        {
            return await base.SendAsync(request, cancellationToken);
        }

        if (messages.Count(message => message?["tool_calls"] is not null) > options.Value.MaxLookUps + Patience)
        {
            throw new ModelFailureException(ModelFailure.KeepsLookingUp);
        }

        Fit(body);
        for (var round = 1; ; round++)
        {
            request.Content = Json(body);
            var response = await base.SendAsync(request, cancellationToken);
            var text = await response.Content.ReadAsStringAsync(cancellationToken);
            var error = response.IsSuccessStatusCode ? Take(response, text, body) : ServerError.Read(response.StatusCode, text);
            if (error is null)
            {
                return response;
            }

            if (error.Value.Final is { } trouble)
            {
                response.Dispose();
                throw new ModelFailureException(trouble);
            }

            if (round == MostRounds || !Adapt(body, error.Value))
            {
                response.StatusCode = error.Value.Status;
                return response;
            }

            response.Dispose();
        }
    }

    private void Fit(JsonObject body)
    {
        foreach (var parameter in limits.Refused)
        {
            RequestParameters.Remove(body, parameter, limits.Refuses);
        }

        if (limits.ReplyTokens is { } tokens)
        {
            RequestParameters.LimitReply(body, tokens);
        }
    }

    /// <summary>Puts the reply into the library's form; what is wrong with it, when it is an error in disguise.</summary>
    private static ServerError? Take(HttpResponseMessage response, string text, JsonObject body)
    {
        if (ChatReply.Parse(text) is not { } sent)
        {
            return null;
        }

        if (ServerError.In(sent) is { } error)
        {
            return error;
        }

        // Some servers hold a model to the schema while it thinks, and it never comes to speak.
        if (body.ContainsKey(RequestParameters.Format) && ChatReply.OnlyThinks(sent) && ChatReply.Completion(sent)?["choices"]?[0]?["finish_reason"]?.GetValue<string>() == "stop")
        {
            return new ServerError(HttpStatusCode.BadRequest, RequestParameters.Format);
        }

        if (ChatReply.Completion(sent) is { } completion)
        {
            response.Content.Dispose();
            response.Content = Json(completion);
        }

        return null;
    }

    /// <summary>Changes the request by what the server says of it, and remembers that; false when the server says nothing that helps.</summary>
    private bool Adapt(JsonObject body, ServerError error)
    {
        if (RequestParameters.ReplyTokens(body) is { } asked && ContextLimit.ShorterReply(error, asked) is { } tokens)
        {
            RequestParameters.LimitReply(body, tokens);
            limits.LimitReply(tokens);
            return true;
        }

        if (ContextLimit.IsExceeded(error))
        {
            throw new ModelFailureException(ModelFailure.ContextExceeded(ContextLimit.Tokens(error)));
        }

        if (RequestParameters.Refused(body, error) is not { } parameter)
        {
            return false;
        }

        limits.Refuse(parameter);
        RequestParameters.Remove(body, parameter, limits.Refuses);
        return true;
    }

    private static ByteArrayContent Json(JsonObject body) =>
        new(JsonSerializer.SerializeToUtf8Bytes(body)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
}
