using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Answers.Generation.Server;

/// <summary>A server's reply as the OpenAI library can read it: what OpenAI-compatible servers leave out, name otherwise or send in another type is put right.</summary>
/// <remarks>
/// Written anew and not mended, so that nothing unforeseen gets through: one choice, one message, whole numbers. The forms are those of https://platform.openai.com/docs/api-reference/chat/object.
/// </remarks>
internal static class ChatReply
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    // Servers and gateways that wrap what they pass on.
    private static readonly string[] Wrappers = ["result", "data", "output", "response"];

    /// <summary>The JSON object in a body, events of a stream put together; null when there is none.</summary>
    public static JsonObject? Parse(string body)
    {
        body = body.Trim().TrimStart('\uFEFF').TrimStart();
        try
        {
            return EventStream.Join(body) ?? JsonNode.Parse(body, documentOptions: Lenient) switch
            {
                JsonObject whole => Unwrapped(whole),
                JsonArray and [JsonObject first, ..] => first,
                _ => null,
            };
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The completion in the library's form; null when the object is none.</summary>
    public static JsonObject? Completion(JsonObject sent)
    {
        if (ChoiceOf(sent) is not { } choice)
        {
            return null;
        }

        var said = choice["message"] as JsonObject ?? choice["delta"] as JsonObject;
        var content = said is null ? Text(choice["text"]) ?? Text(choice["content"]) : Text(said["content"]);
        var calls = said is null ? [] : Calls(said);
        if (said is null && content is null)
        {
            return null;
        }

        var message = new JsonObject { ["role"] = "assistant", ["content"] = calls.Count > 0 ? null : content ?? "", ["refusal"] = Text(said?["refusal"]) };
        if (calls.Count > 0)
        {
            message["tool_calls"] = calls;
        }

        var completion = new JsonObject
        {
            ["id"] = Text(sent["id"]) is { Length: > 0 } id ? id : "chatcmpl",
            ["object"] = "chat.completion",
            ["created"] = Whole(sent["created"]) ?? 0,
            ["model"] = Text(sent["model"]) ?? "",
            ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["message"] = message, ["finish_reason"] = Reason(choice["finish_reason"], calls.Count > 0) }),
        };
        if (Usage(sent["usage"] as JsonObject) is { } usage)
        {
            completion["usage"] = usage;
        }

        return completion;
    }

    /// <summary>Whether a model only thought: words of thinking in a field of their own, and none said.</summary>
    public static bool OnlyThinks(JsonObject sent) =>
        ChoiceOf(sent)?["message"] is JsonObject message && string.IsNullOrWhiteSpace(Text(message["content"])) && Calls(message).Count == 0
        && (Text(message["reasoning_content"]) ?? Text(message["reasoning"])) is { Length: > 0 };

    public static JsonObject? ChoiceOf(JsonObject sent) => sent["choices"] switch
    {
        JsonArray and [JsonObject first, ..] => first,
        JsonObject only => only,
        _ => null,
    };

    /// <summary>Words, also where they come in parts; parts that are thinking are left out. Null for no words.</summary>
    private static string? Text(JsonNode? node) => node switch
    {
        JsonValue value when value.TryGetValue<string>(out var words) => words,
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => value.ToJsonString(),
        JsonArray parts => string.Concat(parts.Select(part => part is JsonObject entry ? Text(entry["text"]) : Text(part))),
        JsonObject part => Text(part["text"]),
        _ => null,
    };

    private static JsonObject Unwrapped(JsonObject whole)
    {
        if (whole["choices"] is null)
        {
            foreach (var name in Wrappers)
            {
                if (whole[name] is JsonObject inner && inner["choices"] is not null)
                {
                    return inner;
                }
            }
        }

        return whole;
    }

    private static JsonArray Calls(JsonObject message)
    {
        IEnumerable<JsonObject> sent = message["tool_calls"] switch
        {
            JsonArray many => many.OfType<JsonObject>(),
            JsonObject one => [one],
            _ => message["function_call"] is JsonObject function ? [new JsonObject { ["function"] = function.DeepClone() }] : [],
        };
        return [.. sent.Select(Call).OfType<JsonObject>()];
    }

    private static JsonObject? Call(JsonObject call, int index)
    {
        var function = call["function"] as JsonObject ?? call;
        if (Text(function["name"]) is not { Length: > 0 } name)
        {
            return null;
        }

        var arguments = (function["arguments"] ?? function["parameters"]) switch
        {
            JsonObject values => values.ToJsonString(),
            var words => Text(words) is { } text && !string.IsNullOrWhiteSpace(text) ? text : "{}",
        };
        return new JsonObject
        {
            ["id"] = Text(call["id"]) is { Length: > 1 } id ? id : $"call_{index}",
            ["type"] = "function",
            ["function"] = new JsonObject { ["name"] = name, ["arguments"] = arguments },
        };
    }

    private static string Reason(JsonNode? sent, bool calls)
    {
        var reason = (sent is JsonObject named ? Text(named["type"]) : Text(sent))?.ToLowerInvariant();
        return calls ? "tool_calls" : reason switch
        {
            "length" or "max_tokens" or "model_length" or "max_length" or "max_output_tokens" => "length",
            "content_filter" or "contentfilter" or "sensitive" or "safety" or "recitation" or "prohibited_content" or "blocklist" or "refusal" => "content_filter",
            _ => "stop",
        };
    }

    private static JsonObject? Usage(JsonObject? sent)
    {
        var input = Whole(sent?["prompt_tokens"]) ?? Whole(sent?["input_tokens"]);
        var output = Whole(sent?["completion_tokens"]) ?? Whole(sent?["output_tokens"]);
        var total = Whole(sent?["total_tokens"]);
        if (input is null && total is null)
        {
            return null;
        }

        input ??= Math.Max(0, total!.Value - (output ?? 0));
        output ??= Math.Max(0, (total ?? input.Value) - input.Value);
        return new JsonObject { ["prompt_tokens"] = input, ["completion_tokens"] = output, ["total_tokens"] = input + output };
    }

    /// <summary>3, 3.0, "3"; null for what is no number, or one that a server cannot mean.</summary>
    private static long? Whole(JsonNode? node) =>
        double.TryParse(Text(node), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number) && number is >= 0 and < 1e12 ? (long)number : null;
}
