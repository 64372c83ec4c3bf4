using System.Text.Json.Nodes;

namespace Bot.Testing.Models;

/// <summary>One chat completion request, and what a model would see in it.</summary>
/// <param name="Body">As it came over the wire.</param>
/// <param name="Headers">Names in lower case.</param>
public sealed record FakeRequest(JsonObject Body, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>Every message's text, in order.</summary>
    public string Text => string.Join('\n', Messages.Select(Content));

    /// <summary>The paragraphs that the request shows, those that tools returned included.</summary>
    public IReadOnlyList<FakePassage> Passages =>
    [
        .. Messages.Where(message => Role(message) is not ("system" or "developer")).SelectMany(message => Content(message).Split('\n')).Select(FakePassage.Parse).OfType<FakePassage>(),
    ];

    public bool OffersTools => Body["tools"] is JsonArray { Count: > 0 };

    public int ToolResults => Messages.Count(message => Role(message) == "tool");

    public bool Streams => Body["stream"]?.GetValue<bool>() ?? false;

    private IEnumerable<JsonObject> Messages => Body["messages"]?.AsArray().OfType<JsonObject>() ?? [];

    private static string? Role(JsonObject message) => message["role"]?.GetValue<string>();

    private static string Content(JsonObject message) => message["content"] switch
    {
        JsonArray parts => string.Concat(parts.Select(part => part?["text"]?.GetValue<string>())),
        JsonValue value => value.GetValue<string>(),
        _ => string.Empty,
    };
}

/// <param name="Number">Under which the request shows it.</param>
/// <param name="Speakers">Whom the request names as quoted in it.</param>
public sealed record FakePassage(int Number, string Text, IReadOnlyList<string> Speakers)
{
    internal static FakePassage? Parse(string line)
    {
        var start = line.IndexOf("{\"paragraph\":", StringComparison.Ordinal);
        try
        {
            return start >= 0 && JsonNode.Parse(line[start..]) is JsonObject passage && passage["text"] is JsonValue text
                ? new FakePassage(
                    passage["paragraph"]!.GetValue<int>(),
                    text.GetValue<string>(),
                    [.. passage["speakers"]?.AsArray().Select(name => name!.GetValue<string>()) ?? []])
                : null;
        }
        catch (Exception exception) when (exception is System.Text.Json.JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
