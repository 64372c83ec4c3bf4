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
            bool full;
            do
            {
                var free = _unpacked.Free();
                status = _decompressor.UnwrapStream(message.Span, free.Span, out var consumed, out var written);
                _unpacked.Advance(written);
                message = message[consumed..];

                // A full destination may have left more behind, whatever the status says.
                full = written == free.Length;
            }
            while (status != OperationStatus.InvalidData && (full || message.Length > 0));

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
