using System.Text.Json;

namespace Bot.Discord.Rest;

/// <summary>The body of a refusal: Discord's own, or whatever a proxy before it sent instead.</summary>
/// <param name="IsDiscords">False for an empty body and for one that Discord's API does not write, such as a Cloudflare page.</param>
/// <param name="RetryAfter">Seconds, on a 429.</param>
internal readonly record struct DiscordError(bool IsDiscords, bool IsEmpty, int Code, double? RetryAfter, bool Global, IReadOnlyList<string> Fields)
{
    private const int MostFields = 20;
    private const int DeepestField = 12;

    public static DiscordError Parse(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
        {
            return new(false, true, 0, null, false, []);
        }

        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
            {
                return new(false, false, 0, null, false, []);
            }

            var hasCode = root.TryGetProperty("code", out var code) & root.TryGetProperty("message", out _);
            var hasRetry = root.TryGetProperty("retry_after", out var retry) && retry.ValueKind == JsonValueKind.Number;
            var fields = new List<string>();
            if (root.TryGetProperty("errors", out var errors))
            {
                Flatten(errors, "", fields, 0);
            }

            return new(
                hasCode || hasRetry || root.TryGetProperty("message", out _),
                false,
                code.ValueKind == JsonValueKind.Number && code.TryGetInt32(out var number) ? number : 0,
                hasRetry ? retry.GetDouble() : null,
                root.TryGetProperty("global", out var global) && global.ValueKind == JsonValueKind.True,
                fields);
        }
        catch (JsonException)
        {
            return new(false, false, 0, null, false, []);
        }
    }

    /// <summary>Paths and codes only: the messages may quote what somebody wrote.</summary>
    private static void Flatten(JsonElement node, string path, List<string> fields, int depth)
    {
        if (node.ValueKind != JsonValueKind.Object || fields.Count >= MostFields || depth > DeepestField)
        {
            return;
        }

        foreach (var property in node.EnumerateObject())
        {
            if (property.NameEquals("_errors") && property.Value.ValueKind == JsonValueKind.Array)
            {
                foreach (var error in property.Value.EnumerateArray())
                {
                    var code = error.ValueKind == JsonValueKind.Object && error.TryGetProperty("code", out var text) ? text.ToString() : "?";
                    fields.Add($"{path}: {code}");
                }
            }
            else
            {
                Flatten(property.Value, path.Length == 0 ? property.Name : $"{path}.{property.Name}", fields, depth + 1);
            }
        }
    }
}
