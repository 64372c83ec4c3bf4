namespace Bot.Discord.Gateway;

/// <summary>Turns the WebSocket messages of one connection into gateway payloads. Has the connection's compression context, so one per connection.</summary>
internal abstract class PayloadDecoder : IDisposable
{
    public static PayloadDecoder For(TransportCompression compression, int limit) => compression switch
    {
        TransportCompression.ZlibStream => new ZlibPayloadDecoder(limit),
        TransportCompression.ZstdStream => new ZstdPayloadDecoder(limit),
        _ => new PlainPayloadDecoder(),
    };

    /// <summary>A complete payload, valid until the next call, or empty when more messages belong to it.</summary>
    /// <exception cref="GarbledPayloadException">The stream is broken, or larger than allowed when unpacked.</exception>
    public abstract ReadOnlyMemory<byte> Decode(ReadOnlyMemory<byte> message);

    public abstract void Dispose();

    private sealed class PlainPayloadDecoder : PayloadDecoder
    {
        public override ReadOnlyMemory<byte> Decode(ReadOnlyMemory<byte> message) => message;

        public override void Dispose()
        {
        }
    }
}
