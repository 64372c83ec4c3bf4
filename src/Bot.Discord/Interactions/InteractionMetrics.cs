using System.Diagnostics.Metrics;
using Bot.Discord.Model;
using Bot.Discord.Rest;

namespace Bot.Discord.Interactions;

/// <summary>What an operator watches about interactions.</summary>
internal sealed class InteractionMetrics
{
    private readonly Counter<long> _received;
    private readonly Counter<long> _ended;
    private readonly Histogram<double> _acknowledged;
    private readonly Histogram<double> _handled;
    private readonly UpDownCounter<long> _inFlight;

    public InteractionMetrics(IMeterFactory? meters)
    {
        var meter = meters?.Create("Bot.Discord") ?? new Meter("Bot.Discord");
        _received = meter.CreateCounter<long>("discord.interactions.received", "{interaction}", "Interactions delivered, with duplicates.");
        _ended = meter.CreateCounter<long>("discord.interactions.ended", "{interaction}", "How interactions ended.");
        _acknowledged = meter.CreateHistogram<double>("discord.interactions.acknowledged", "s", "Time from delivery to Discord's answer to the first response.");
        _handled = meter.CreateHistogram<double>("discord.interactions.handled", "s", "Time from delivery to the end, answer included.");
        _inFlight = meter.CreateUpDownCounter<long>("discord.interactions.in_flight", "{interaction}", "Interactions being handled.");
    }

    public void Received(InteractionType type) => _received.Add(1, new KeyValuePair<string, object?>("discord.interaction.type", type));

    public void Started() => _inFlight.Add(1);

    public void Acknowledged(TimeSpan after, CallbackOutcome outcome) =>
        _acknowledged.Record(after.TotalSeconds, new KeyValuePair<string, object?>("discord.callback.outcome", outcome));

    public void Ended(string how, TimeSpan after)
    {
        _inFlight.Add(-1);
        _handled.Record(after.TotalSeconds, new KeyValuePair<string, object?>("discord.interaction.end", how));
        _ended.Add(1, new KeyValuePair<string, object?>("discord.interaction.end", how));
    }

    public void Refused(string why) => _ended.Add(1, new KeyValuePair<string, object?>("discord.interaction.end", why));
}
