using System.IO.Compression;

namespace Bot.Discord.Gateway;

/// <summary><c>zlib-stream</c>: one deflate context for all messages; a payload is complete when a message ends with a sync flush.</summary>
internal sealed class ZlibPayloadDecoder : PayloadDecoder
{
    private readonly PayloadBuffer _packed;
    private readonly PayloadBuffer _unpacked;
    private readonly Feed _feed = new();
    private readonly ZLibStream _inflater;

    public ZlibPayloadDecoder(int limit)
    {
        _packed = new PayloadBuffer(limit);
        _unpacked = new PayloadBuffer(limit);
        _inflater = new ZLibStream(_feed, CompressionMode.Decompress);
    }

    private static ReadOnlySpan<byte> SyncFlush => [0x00, 0x00, 0xFF, 0xFF];

    public override ReadOnlyMemory<byte> Decode(ReadOnlyMemory<byte> message)
    {
        var complete = message.Span.EndsWith(SyncFlush);
        if (!complete || _packed.Length > 0)
        {
            _packed.Append(message.Span);
            message = _packed.Written;
            if (!message.Span.EndsWith(SyncFlush))
            {
                return default;
            }
        }

        _unpacked.Clear();
        _feed.Rest = message;
        try
        {
            int read;
            while ((read = _inflater.Read(_unpacked.Free().Span)) > 0)
            {
                _unpacked.Advance(read);
            }
        }
        catch (InvalidDataException broken)
        {
            throw new GarbledPayloadException("broken_compression", broken);
        }

        _packed.Clear();
        return _unpacked.Length > 0 ? _unpacked.Written : throw new GarbledPayloadException("broken_compression");
    }

    public override void Dispose()
    {
        _inflater.Dispose();
        _feed.Dispose();
        _packed.Dispose();
        _unpacked.Dispose();
    }

    /// <summary>Gives the inflater one message and then nothing, which makes it hand out what it has and wait for the next.</summary>
    private sealed class Feed : Stream
    {
        public ReadOnlyMemory<byte> Rest { get; set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(Span<byte> buffer)
        {
            var count = Math.Min(buffer.Length, Rest.Length);
            Rest.Span[..count].CopyTo(buffer);
            Rest = Rest[count..];
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
