using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Answers.Generation.Server;

/// <summary>Server-sent events, which some servers send although nobody asked for a stream, put together to one reply.</summary>
internal static class EventStream
{
    private const string Data = "data:";

    /// <summary>The reply; null when the body is no stream of events.</summary>
    /// <exception cref="JsonException">An event is no JSON.</exception>
    public static JsonObject? Join(string body)
    {
        // Lines that begin with a colon keep a connection open; a whole reply may stand behind them.
        if (!(body.StartsWith(Data, StringComparison.Ordinal) || body.StartsWith("event:", StringComparison.Ordinal) || body.StartsWith(':')))
        {
            return null;
        }

        var events = new List<JsonObject>();
        var rest = new StringBuilder();
        foreach (var line in body.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith(Data, StringComparison.Ordinal))
            {
                var data = line[Data.Length..].Trim();
                if (data != "[DONE]" && data.Length > 0 && JsonNode.Parse(data) is JsonObject sent)
                {
                    events.Add(sent);
                }
            }
            else if (line[0] != ':' && !line.StartsWith("event:", StringComparison.Ordinal) && !line.StartsWith("id:", StringComparison.Ordinal))
            {
                rest.Append(line).Append('\n');
            }
        }

        return events.Count > 0 ? Join(events) : JsonNode.Parse(rest.ToString()) as JsonObject;
    }

    private static JsonObject Join(List<JsonObject> events)
    {
        if (events.Find(sent => sent["error"] is not null) is { } error)
        {
            return error;
        }

        if (events.FindLast(sent => ChatReply.ChoiceOf(sent)?["message"] is JsonObject) is { } whole)
        {
            return whole;
        }

        var content = new StringBuilder();
        var calls = new SortedDictionary<int, (string Id, string Name, StringBuilder Arguments)>();
        JsonNode? reason = null;
        JsonNode? usage = null;
        foreach (var sent in events)
        {
            usage = sent["usage"] as JsonObject ?? usage;
            if (ChatReply.ChoiceOf(sent) is not { } choice)
            {
                continue;
            }

            reason = choice["finish_reason"] ?? reason;
            content.Append(choice["delta"]?["content"] is JsonValue value && value.TryGetValue<string>(out var words) ? words : "");
            foreach (var call in (choice["delta"]?["tool_calls"] as JsonArray ?? []).OfType<JsonObject>())
            {
                Add(calls, call);
            }
        }

        var message = new JsonObject { ["content"] = content.ToString() };
        if (calls.Count > 0)
        {
            message["tool_calls"] = new JsonArray([.. calls.Values.Select(call => new JsonObject
            {
                ["id"] = call.Id,
                ["function"] = new JsonObject { ["name"] = call.Name, ["arguments"] = call.Arguments.ToString() },
            })]);
        }

        return new JsonObject
        {
            ["id"] = events[0]["id"]?.DeepClone(),
            ["model"] = events[0]["model"]?.DeepClone(),
            ["created"] = events[0]["created"]?.DeepClone(),
            ["choices"] = new JsonArray(new JsonObject { ["message"] = message, ["finish_reason"] = reason?.DeepClone() }),
            ["usage"] = usage?.DeepClone(),
        };
    }

    private static void Add(SortedDictionary<int, (string Id, string Name, StringBuilder Arguments)> calls, JsonObject part)
    {
        var index = part["index"] is JsonValue value && value.TryGetValue<int>(out var given) ? given : 0;
        var (id, name, arguments) = calls.GetValueOrDefault(index, ("", "", new StringBuilder()));
        var function = part["function"] as JsonObject;
        arguments.Append(Words(function?["arguments"]));
        calls[index] = (id + Words(part["id"]), name + Words(function?["name"]), arguments);
    }

    private static string Words(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var words) ? words : "";
}
