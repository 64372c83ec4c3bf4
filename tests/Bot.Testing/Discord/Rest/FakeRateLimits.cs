using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Bot.Testing.Discord.Rest;

/// <summary>The server's side of rate limits: windows per bucket and resource, and one for everything.</summary>
public sealed class FakeRateLimits(FakeDiscordOptions options)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (string Bucket, int Limit, TimeSpan Window)> _routes = new()
    {
        ["POST /channels/{channel_id}/messages"] = ("messages", 5, TimeSpan.FromSeconds(5)),
        ["PATCH /channels/{channel_id}/messages/{message_id}"] = ("edits", 5, TimeSpan.FromSeconds(5)),
        ["POST /webhooks/{webhook_id}/{webhook_token}"] = ("webhook", 5, TimeSpan.FromSeconds(2)),
        ["PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original"] = ("webhook", 5, TimeSpan.FromSeconds(2)),
        ["PATCH /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}"] = ("webhook", 5, TimeSpan.FromSeconds(2)),
    };

    private readonly Dictionary<string, (DateTimeOffset Start, int Used)> _windows = [];
    private (DateTimeOffset Start, int Used) _global;

    /// <summary>Requests of one second, over all routes but those of interactions.</summary>
    public int GlobalPerSecond { get; set; } = 50;

    /// <summary>Changes the limit of a route, named as <c>METHOD /path/{parameter}</c>.</summary>
    public void Set(string route, string bucket, int limit, TimeSpan window)
    {
        lock (_gate)
        {
            _routes[route] = (bucket, limit, window);
        }
    }

    /// <summary>Counts a request and writes the headers.</summary>
    /// <returns>The refusal, or null when the request may go on.</returns>
    internal FakeAnswer? Take(FakeRequest request, bool countsGlobally, IHeaderDictionary headers)
    {
        var now = options.Time.GetUtcNow();
        lock (_gate)
        {
            if (countsGlobally)
            {
                if (now - _global.Start >= TimeSpan.FromSeconds(1))
                {
                    _global = (now, 0);
                }

                if (_global.Used >= GlobalPerSecond)
                {
                    return FakeAnswer.RateLimited((_global.Start + TimeSpan.FromSeconds(1) - now).TotalSeconds, "global");
                }

                _global.Used++;
            }

            if (!_routes.TryGetValue($"{request.Method} {request.Template}", out var route))
            {
                return null;
            }

            var key = $"{route.Bucket} {request["channel_id"]}{request["guild_id"]}{request["webhook_token"]}";
            var window = _windows.GetValueOrDefault(key);
            if (now - window.Start >= route.Window)
            {
                window = (now, 0);
            }

            var refused = window.Used >= route.Limit;
            window.Used += refused ? 0 : 1;
            _windows[key] = window;
            var reset = window.Start + route.Window - now;
            headers["X-RateLimit-Bucket"] = route.Bucket;
            headers["X-RateLimit-Limit"] = route.Limit.ToString(CultureInfo.InvariantCulture);
            headers["X-RateLimit-Remaining"] = (route.Limit - window.Used).ToString(CultureInfo.InvariantCulture);
            headers["X-RateLimit-Reset-After"] = reset.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
            return refused ? FakeAnswer.RateLimited(reset.TotalSeconds, bucket: route.Bucket) : null;
        }
    }
}
