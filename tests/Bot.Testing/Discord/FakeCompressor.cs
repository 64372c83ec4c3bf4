using System.IO.Compression;

namespace Bot.Testing.Discord;

/// <summary>The server's end of a transport compression: one context for the whole connection, flushed after every payload.</summary>
internal sealed class FakeCompressor : IDisposable
{
    private readonly MemoryStream _packed = new();
    private readonly Stream _packer;

    private FakeCompressor(Func<Stream, Stream> packer) => _packer = packer(_packed);

    /// <param name="name">Value of the address's <c>compress</c>; null comes back for anything unknown.</param>
    public static FakeCompressor? For(string name) => name switch
    {
        "zlib-stream" => new FakeCompressor(packed => new ZLibStream(packed, CompressionLevel.Fastest)),
        "zstd-stream" => new FakeCompressor(packed => new ZstdSharp.CompressionStream(packed)),
        _ => null,
    };

    public byte[] Compress(ReadOnlySpan<byte> bytes)
    {
        _packer.Write(bytes);
        _packer.Flush();
        var message = _packed.ToArray();
        _packed.SetLength(0);
        return message;
    }

    public void Dispose()
    {
        _packer.Dispose();
        _packed.Dispose();
    }
}
