using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Threading.Channels;
using Bot.Discord.Model;
using Channel = System.Threading.Channels.Channel;

namespace Bot.Discord.Gateway;

/// <summary>Which events are listened for, and as what. Events nobody listens for are not even parsed. Shared by all shards.</summary>
public sealed class GatewayEvents
{
    private const int LongestName = 64;

    private readonly Dictionary<string, Deliver> _listeners = new(StringComparer.Ordinal);
    private FrozenDictionary<string, Deliver>? _frozen;

    /// <summary>Hands one event over. False when its channel is full.</summary>
    /// <exception cref="JsonException">The event is not of the expected shape.</exception>
    private delegate bool Deliver(ReadOnlySpan<byte> data);

    /// <summary>The events of that name as they come, parsed. At most <paramref name="capacity"/> wait; more are dropped and counted,
    /// for the socket waits for nobody. Several shards may write at once.</summary>
    /// <exception cref="InvalidOperationException">There is a listener already, or events have begun to flow.</exception>
    public ChannelReader<T> Listen<T>(string name, JsonTypeInfo<T> type, int capacity = 10_000)
    {
        if (_frozen is not null || _listeners.ContainsKey(name))
        {
            throw new InvalidOperationException($"{name} can be listened for once, and before the first connection.");
        }

        var channel = Channel.CreateBounded<T>(new BoundedChannelOptions(capacity) { FullMode = BoundedChannelFullMode.Wait });
        _listeners.Add(name, data => channel.Writer.TryWrite(
            JsonSerializer.Deserialize(data, type) ?? throw new JsonException($"{name} is empty.")));
        return channel.Reader;
    }

    public ChannelReader<Interaction> Interactions(int capacity = 10_000) =>
        Listen("INTERACTION_CREATE", DiscordJson.Default.Interaction, capacity);

    public ChannelReader<Message> Messages(int capacity = 10_000) =>
        Listen("MESSAGE_CREATE", DiscordJson.Default.Message, capacity);

    /// <summary>What became of an event.</summary>
    internal enum Delivery
    {
        Unheard = 0,
        Delivered = 1,
        Dropped = 2,
        Malformed = 3,
    }

    internal Delivery Publish(GatewayFrame frame)
    {
        _frozen ??= _listeners.ToFrozenDictionary();
        if (frame.Event.Length is 0 or > LongestName)
        {
            return Delivery.Unheard;
        }

        Span<char> name = stackalloc char[LongestName];
        name = name[..Encoding.Latin1.GetChars(frame.Event, name)];
        if (!_frozen.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var deliver))
        {
            return Delivery.Unheard;
        }

        try
        {
            return deliver(frame.Data) ? Delivery.Delivered : Delivery.Dropped;
        }
        catch (JsonException)
        {
            return Delivery.Malformed;
        }
    }
}
