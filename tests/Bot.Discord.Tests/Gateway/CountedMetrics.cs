using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Bot.Discord.Tests.Gateway;

/// <summary>Adds up what one client's meters report, by instrument and tag value.</summary>
internal sealed class CountedMetrics : IMeterFactory
{
    private readonly ConcurrentDictionary<string, long> _sums = new();
    private readonly List<Meter> _meters = [];
    private readonly MeterListener _listener = new();

    public CountedMetrics()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (_meters.Contains(instrument.Meter))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            var name = instrument.Name["discord.gateway.".Length..];
            foreach (var tag in tags)
            {
                name += $" {tag.Value}";
            }

            _ = _sums.AddOrUpdate(name, value, (_, sum) => sum + value);
        });
        _listener.Start();
    }

    /// <param name="name">Instrument without its prefix and the value of its tag, such as <c>refused too_large</c>.</param>
    public long this[string name] => _sums.GetValueOrDefault(name);

    public Meter Create(MeterOptions options)
    {
        var meter = new Meter(options);
        _meters.Add(meter);
        return meter;
    }

    public void Dispose()
    {
        _listener.Dispose();
        _meters.ForEach(meter => meter.Dispose());
    }
}
