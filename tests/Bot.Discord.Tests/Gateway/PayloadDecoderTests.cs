using System.IO.Compression;
using System.Text;
using Bot.Discord.Gateway;
using CsCheck;

namespace Bot.Discord.Tests.Gateway;

public sealed class PayloadDecoderTests
{
    private const int Limit = 1024 * 1024;

    [Theory]
    [InlineData(TransportCompression.ZlibStream)]
    [InlineData(TransportCompression.ZstdStream)]
    public void Payloads_of_all_sizes_come_out_as_they_went_in(TransportCompression compression) =>
        Gen.Select(Gen.Int[1, 300_000], Gen.Int[0, 255], Gen.Bool).Array[1, 12].Sample(
            sizes =>
            {
                using var decoder = PayloadDecoder.For(compression, Limit);
                using var packed = new MemoryStream();
                using Stream packer = compression == TransportCompression.ZlibStream
                    ? new ZLibStream(packed, CompressionLevel.Fastest)
                    : new ZstdSharp.CompressionStream(packed);
                foreach (var (size, seed, random) in sizes)
                {
                    var payload = new byte[size];
                    payload.AsSpan().Fill((byte)seed);
                    if (random)
                    {
                        new Random(seed).NextBytes(payload);
                    }

                    packer.Write(payload);
                    packer.Flush();
                    var message = packed.ToArray();
                    packed.SetLength(0);

                    Assert.True(decoder.Decode(message).Span.SequenceEqual(payload));
                }
            },
            iter: 60);

    [Fact]
    public void A_zlib_payload_split_over_messages_is_put_together()
    {
        using var decoder = PayloadDecoder.For(TransportCompression.ZlibStream, Limit);
        using var packed = new MemoryStream();
        using var packer = new ZLibStream(packed, CompressionLevel.Fastest);
        for (var n = 0; n < 3; n++)
        {
            var payload = Encoding.UTF8.GetBytes($"payload {n} {new string('x', n * 1000)}");
            packer.Write(payload);
            packer.Flush();
            var message = packed.ToArray();
            packed.SetLength(0);

            for (var i = 0; i < message.Length - 1; i++)
            {
                Assert.True(decoder.Decode(message.AsMemory(i, 1)).IsEmpty);
            }

            Assert.Equal(payload, decoder.Decode(message.AsMemory(message.Length - 1)).ToArray());
        }
    }
}
