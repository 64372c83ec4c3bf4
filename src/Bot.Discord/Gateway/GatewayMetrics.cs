using System.Diagnostics.Metrics;

namespace Bot.Discord.Gateway;

/// <summary>What can be counted about the gateway. Meter <c>Bot.Discord.Gateway</c>.</summary>
public sealed class GatewayMetrics : IDisposable
{
    public const string MeterName = "Bot.Discord.Gateway";

    private readonly Meter _meter;
    private readonly Counter<long> _events;
    private readonly Counter<long> _refused;
    private readonly Counter<long> _connections;
    private readonly Counter<long> _disconnections;
    private readonly Counter<long> _identifies;
    private readonly UpDownCounter<long> _ready;
    private readonly Histogram<double> _latency;

    public GatewayMetrics(IMeterFactory? meters = null)
    {
        _meter = meters?.Create(MeterName) ?? new Meter(MeterName);
        _events = _meter.CreateCounter<long>("discord.gateway.events", "{event}", "Events received, by what became of them.");
        _refused = _meter.CreateCounter<long>("discord.gateway.refused", "{payload}", "Payloads that could not be read.");
        _connections = _meter.CreateCounter<long>("discord.gateway.connections", "{connection}", "Attempts to connect, by outcome.");
        _disconnections = _meter.CreateCounter<long>("discord.gateway.disconnections", "{connection}", "Connections that ended, by reason.");
        _identifies = _meter.CreateCounter<long>("discord.gateway.identifies", "{identify}", "Sessions started; Discord allows 1,000 a day.");
        _ready = _meter.CreateUpDownCounter<long>("discord.gateway.ready", "{shard}", "Shards that receive events now.");
        _latency = _meter.CreateHistogram<double>("discord.gateway.heartbeat.duration", "s", "From heartbeat to acknowledgement.");
    }

    public void Dispose() => _meter.Dispose();

    internal void Received(GatewayEvents.Delivery delivery) => _events.Add(1, new KeyValuePair<string, object?>("outcome", delivery switch
    {
        GatewayEvents.Delivery.Delivered => "delivered",
        GatewayEvents.Delivery.Dropped => "dropped",
        GatewayEvents.Delivery.Malformed => "malformed",
        _ => "unheard",
    }));

    internal void Refused(string reason) => _refused.Add(1, new KeyValuePair<string, object?>("reason", reason));

    internal void Connected(bool succeeded) => _connections.Add(1, new KeyValuePair<string, object?>("outcome", succeeded ? "open" : "failed"));

    internal void Disconnected(string reason) => _disconnections.Add(1, new KeyValuePair<string, object?>("reason", reason));

    internal void Identified() => _identifies.Add(1);

    internal void Ready(int change) => _ready.Add(change);

    internal void Latency(TimeSpan latency) => _latency.Record(latency.TotalSeconds);
}
