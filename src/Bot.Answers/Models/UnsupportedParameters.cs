using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Answers.Models;

/// <summary>What a server was found not to understand; shared by all requests, since one process talks to one model.</summary>
internal sealed class LearnedParameters
{
    private ImmutableHashSet<string> _unsupported = [];

    public ImmutableHashSet<string> Unsupported => _unsupported;

    public void Add(string parameter) => ImmutableInterlocked.Update(ref _unsupported, (set, name) => set.Add(name), parameter);
}

/// <summary>Leaves out of a request what the server says it does not support, and remembers it.</summary>
/// <remarks>
/// Reasoning models refuse <c>temperature</c>, servers call the limit of tokens <c>max_tokens</c> or <c>max_completion_tokens</c>; small local models know neither JSON
/// schemas nor functions nor a system message. The draft parser reads prose as well, so that nothing is lost but a little order.
/// </remarks>
internal sealed class UnsupportedParameters(LearnedParameters learned) : DelegatingHandler
{
    private static readonly string[] Optional = ["temperature", "max_completion_tokens", "max_tokens", "response_format", "tools"];

    private const string SystemMessage = "system message";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is not { Headers.ContentType.MediaType: "application/json" } content
            || JsonNode.Parse(await content.ReadAsByteArrayAsync(cancellationToken)) is not JsonObject body)
        {
            return await base.SendAsync(request, cancellationToken);
        }

        foreach (var parameter in learned.Unsupported)
        {
            Remove(body, parameter);
        }

        while (true)
        {
            request.Content = Json(body);
            var response = await base.SendAsync(request, cancellationToken);
            if (response.StatusCode is not (HttpStatusCode.BadRequest or HttpStatusCode.UnprocessableEntity)
                || Named(body, await response.Content.ReadAsStringAsync(cancellationToken)) is not { } parameter)
            {
                return response;
            }

            response.Dispose();
            Remove(body, parameter);
            learned.Add(parameter);
        }
    }

    /// <summary>The parameter of the request that the error speaks of; every round finds another one, so that the rounds end.</summary>
    private static string? Named(JsonObject body, string error)
    {
        foreach (var parameter in Optional)
        {
            var word = parameter == "tools" ? "tool" : parameter;
            if (body.ContainsKey(parameter) && error.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return parameter;
            }
        }

        return body.ContainsKey("response_format") && error.Contains("json", StringComparison.OrdinalIgnoreCase) ? "response_format"
            : SystemOf(body) is not null && error.Contains("system", StringComparison.OrdinalIgnoreCase) ? SystemMessage
            : null;
    }

    private static JsonObject? SystemOf(JsonObject body) =>
        body["messages"] is JsonArray and [JsonObject first, JsonObject, ..] && first["role"]?.GetValue<string>() == "system" ? first : null;

    private void Remove(JsonObject body, string parameter)
    {
        if (parameter == SystemMessage)
        {
            SayAsUser(body);
            return;
        }

        if (!body.Remove(parameter, out var value))
        {
            return;
        }

        switch (parameter)
        {
            case "max_tokens" when !learned.Unsupported.Contains("max_completion_tokens"):
                body["max_completion_tokens"] = value?.DeepClone();
                break;
            case "max_completion_tokens" when !learned.Unsupported.Contains("max_tokens"):
                body["max_tokens"] = value?.DeepClone();
                break;
            case "tools":
                body.Remove("tool_choice");
                body.Remove("parallel_tool_calls");
                break;
        }
    }

    /// <summary>The instructions become the beginning of the first message that the model does read.</summary>
    private static void SayAsUser(JsonObject body)
    {
        if (SystemOf(body) is { } system && body["messages"] is JsonArray messages)
        {
            var rest = messages[1]!.AsObject();
            rest["content"] = $"{system["content"]}\n\n{rest["content"]}";
            messages.RemoveAt(0);
        }
    }

    private static ByteArrayContent Json(JsonObject body) =>
        new(JsonSerializer.SerializeToUtf8Bytes(body)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
}
