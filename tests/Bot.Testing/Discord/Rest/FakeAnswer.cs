using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Bot.Testing.Discord.Rest;

/// <summary>An answer of the API.</summary>
/// <param name="Text">The body; null for none.</param>
public sealed record FakeAnswer(int Status, string? Text, string ContentType = "application/json", IReadOnlyDictionary<string, string>? Headers = null)
{
    public static FakeAnswer NoContent { get; } = new(StatusCodes.Status204NoContent, null);

    public static FakeAnswer Ok(JsonNode body, int status = StatusCodes.Status200OK) => new(status, body.ToJsonString());

    public static FakeAnswer Error(int status, int code, string message) =>
        new(status, new JsonObject { ["message"] = message, ["code"] = code }.ToJsonString());

    /// <summary>Invalid form body.</summary>
    /// <param name="field">Path of the field, with dots.</param>
    public static FakeAnswer Form(string field, string code)
    {
        JsonObject tree = new() { ["_errors"] = new JsonArray(new JsonObject { ["code"] = code, ["message"] = "refused" }) };
        foreach (var step in field.Split('.', StringSplitOptions.RemoveEmptyEntries).Reverse())
        {
            tree = new JsonObject { [step] = tree };
        }

        return new(400, new JsonObject { ["message"] = "Invalid Form Body", ["code"] = 50035, ["errors"] = tree }.ToJsonString());
    }

    /// <summary>What the proxy before Discord answers to an address it has banned.</summary>
    public static FakeAnswer Cloudflare { get; } = new(429, "error code: 1015", "text/plain", new Dictionary<string, string> { ["Retry-After"] = "600" });

    /// <summary>A rate limit as Discord reports it.</summary>
    public static FakeAnswer RateLimited(double seconds, string scope = "user", int? remaining = 0, string? bucket = null)
    {
        var text = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var headers = new Dictionary<string, string> { ["X-RateLimit-Scope"] = scope, ["Retry-After"] = text };
        if (scope == "global")
        {
            headers["X-RateLimit-Global"] = "true";
        }
        else if (remaining is { } left)
        {
            headers["X-RateLimit-Limit"] = "5";
            headers["X-RateLimit-Remaining"] = left.ToString(System.Globalization.CultureInfo.InvariantCulture);
            headers["X-RateLimit-Reset-After"] = text;
            headers["X-RateLimit-Bucket"] = bucket ?? "limited";
        }

        return new(429, new JsonObject { ["message"] = "You are being rate limited.", ["retry_after"] = seconds, ["global"] = scope == "global" }.ToJsonString(), Headers: headers);
    }

    internal async Task WriteAsync(HttpResponse response)
    {
        response.StatusCode = Status;
        foreach (var (name, value) in Headers ?? new Dictionary<string, string>())
        {
            response.Headers[name] = value;
        }

        response.Headers.Via = "1.1 google";
        if (Text is not null)
        {
            response.ContentType = ContentType;
            await response.WriteAsync(Text);
        }
    }
}
