using System.Diagnostics;
using System.Diagnostics.Metrics;
using Bot.Discord.Rest.RateLimiting;

namespace Bot.Discord.Rest;

/// <summary>What an operator watches about calls to Discord. Routes are named by template.</summary>
internal sealed class RestMetrics
{
    private readonly Histogram<double> _duration;
    private readonly Counter<long> _rateLimited;

    public RestMetrics(IMeterFactory? meters)
    {
        var meter = meters?.Create("Bot.Discord") ?? new Meter("Bot.Discord");
        _duration = meter.CreateHistogram<double>("discord.rest.duration", "s", "Time to answer, per attempt.");
        _rateLimited = meter.CreateCounter<long>("discord.rest.rate_limited", "{answer}", "Answers 429.");
    }

    /// <param name="status">HTTP status, 0 when there was no answer.</param>
    public void Called(DiscordRoute route, int status, TimeSpan elapsed)
    {
        if (_duration.Enabled)
        {
            _duration.Record(elapsed.TotalSeconds, new TagList { { "http.request.method", route.Method.Method }, { "url.template", route.Template }, { "http.response.status_code", status } });
        }
    }

    public void RateLimited(DiscordRoute route, RateLimitScope scope) =>
        _rateLimited.Add(1, new KeyValuePair<string, object?>("url.template", route.Template), new KeyValuePair<string, object?>("discord.scope", scope));
}
