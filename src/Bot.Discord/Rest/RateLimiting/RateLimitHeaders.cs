using System.Globalization;
using System.Net.Http.Headers;

namespace Bot.Discord.Rest.RateLimiting;

/// <summary>What a response says about its bucket. The default stands for no response at all.</summary>
/// <param name="Answered">Discord answered the call on its merits, so a missing bucket means that there is none.</param>
/// <param name="ResetAfter">How long the window still lasts. The header that names a moment is not read: it would need both clocks to agree.</param>
internal readonly record struct RateLimitHeaders(bool Answered, string? Bucket, int? Limit, int? Remaining, TimeSpan? ResetAfter)
{
    public static RateLimitHeaders Of(HttpResponseMessage response)
    {
        var headers = response.Headers.NonValidated;
        var bucket = Text(headers, "X-RateLimit-Bucket");
        return new(
            (int)response.StatusCode is < 500 and not 429 and not 401,
            bucket,
            Number(headers, "X-RateLimit-Limit"),
            Number(headers, "X-RateLimit-Remaining"),
            Seconds(headers, "X-RateLimit-Reset-After"));
    }

    internal static string? Text(HttpHeadersNonValidated headers, string name) =>
        headers.TryGetValues(name, out var values) && values.Count > 0 ? values.ToString() : null;

    internal static TimeSpan? Seconds(HttpHeadersNonValidated headers, string name) =>
        double.TryParse(Text(headers, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) ? ToTimeSpan(seconds) : null;

    /// <summary>Seconds as Discord writes them; nonsense becomes zero, and nothing becomes longer than a day.</summary>
    internal static TimeSpan ToTimeSpan(double seconds) =>
        double.IsFinite(seconds) ? TimeSpan.FromSeconds(Math.Clamp(seconds, 0, 86_400)) : TimeSpan.Zero;

    private static int? Number(HttpHeadersNonValidated headers, string name) =>
        int.TryParse(Text(headers, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

internal enum RateLimitScope
{
    /// <summary>This bot's calls of one bucket.</summary>
    User,

    /// <summary>All calls of this bot.</summary>
    Global,

    /// <summary>Everybody's calls to one resource; does not count as this bot's fault.</summary>
    Shared,
}

/// <summary>A 429 as Discord itself sends it.</summary>
internal readonly record struct RateLimitedResponse(TimeSpan RetryAfter, RateLimitScope Scope);
