using System.Buffers;
using ZstdSharp;

namespace Bot.Discord.Gateway;

/// <summary><c>zstd-stream</c>: one frame that never ends; every message is one whole payload.</summary>
internal sealed class ZstdPayloadDecoder(int limit) : PayloadDecoder
{
    private readonly PayloadBuffer _unpacked = new(limit);
    private readonly Decompressor _decompressor = new();

    public override ReadOnlyMemory<byte> Decode(ReadOnlyMemory<byte> message)
    {
        _unpacked.Clear();
        try
        {
            OperationStatus status;
            do
            {
                status = _decompressor.UnwrapStream(message.Span, _unpacked.Free().Span, out var consumed, out var written);
                _unpacked.Advance(written);
                message = message[consumed..];
            }
            while (status == OperationStatus.DestinationTooSmall || (message.Length > 0 && status != OperationStatus.InvalidData));

            return status != OperationStatus.InvalidData && _unpacked.Length > 0
                ? _unpacked.Written
                : throw new GarbledPayloadException("broken_compression");
        }
        catch (ZstdException broken)
        {
            throw new GarbledPayloadException("broken_compression", broken);
        }
    }

    public override void Dispose()
    {
        _decompressor.Dispose();
        _unpacked.Dispose();
    }
}
