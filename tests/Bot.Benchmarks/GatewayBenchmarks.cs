using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Bot.Discord.Gateway;
using Bot.Discord.Model;
using Bot.Testing.Discord;

namespace Bot.Benchmarks;

/// <summary>From a WebSocket message to a typed event in its channel, for a mix of one GUILD_CREATE of 1,000 channels, 50 messages and 50 interactions.
/// The naive client does what a first draft would: a stream, a string, a JsonDocument, a copy of <c>d</c>. Figures are per event.</summary>
[MemoryDiagnoser]
[Config(typeof(ShortInProcess))]
public class GatewayBenchmarks
{
    private const int EventsOfAKind = 50;
    private const int Events = (2 * EventsOfAKind) + 1;
    private const int Largest = 32 * 1024 * 1024;

    private static readonly JsonSerializerOptions Reflection = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private readonly GatewayEvents _events = new();
    private readonly List<byte[]> _plain = [];
    private readonly List<byte[]> _zlib = [];
    private readonly List<byte[]> _zstd = [];
    private GatewaySession _session = null!;
    private ChannelReader<Interaction> _interactions = null!;
    private ChannelReader<Message> _messages = null!;
    private ChannelReader<Guild> _guilds = null!;

    [GlobalSetup]
    public async Task SetupAsync()
    {
        await using var discord = await FakeDiscord.StartAsync();
        Add("GUILD_CREATE", FakePayloads.Guild(discord.Options.GuildId, channels: 1000).ToJsonString());
        for (var n = 0; n < EventsOfAKind; n++)
        {
            Add("MESSAGE_CREATE", FakePayloads.Message(discord, "What did the minister say about the budget, and when?").ToJsonString());
            Add("INTERACTION_CREATE", FakePayloads.Command(discord, "ask").ToJsonString());
        }

        using var zlib = new MemoryStream();
        await using var deflater = new ZLibStream(zlib, CompressionLevel.Optimal);
        using var zstd = new MemoryStream();
        await using var zstdWriter = new ZstdSharp.CompressionStream(zstd);
        foreach (var payload in _plain)
        {
            _zlib.Add(Pack(payload, deflater, zlib));
            _zstd.Add(Pack(payload, zstdWriter, zstd));
        }

        _interactions = _events.Interactions();
        _messages = _events.Messages();
        _guilds = _events.Listen("GUILD_CREATE", DiscordJson.Default.Guild);
        _session = new GatewaySession(new GatewaySessionOptions(), () => 0.5);
        _ = _session.Start();
        _ = _session.Opened(TimeSpan.Zero);
        _ = _session.Receive(GatewayFrame.Parse("""{"op":10,"d":{"heartbeat_interval":41250}}"""u8), TimeSpan.Zero);
        _ = _session.Receive(GatewayFrame.Parse("""{"op":0,"t":"READY","s":1,"d":{"session_id":"s","user":{"id":"1"}}}"""u8), TimeSpan.Zero);
    }

    [Benchmark(OperationsPerInvoke = Events)]
    public int Plain() => Dispatch(_plain, TransportCompression.None);

    [Benchmark(OperationsPerInvoke = Events)]
    public int Zlib() => Dispatch(_zlib, TransportCompression.ZlibStream);

    [Benchmark(OperationsPerInvoke = Events)]
    public int Zstd() => Dispatch(_zstd, TransportCompression.ZstdStream);

    [Benchmark(OperationsPerInvoke = Events)]
    public int NaivePlain()
    {
        var sum = 0;
        foreach (var payload in _plain)
        {
            sum += Naively(Encoding.UTF8.GetString(payload));
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Events)]
    public int NaiveZlib()
    {
        var sum = 0;
        using var packed = new MemoryStream();
        using var inflater = new ZLibStream(packed, CompressionMode.Decompress);
        foreach (var message in _zlib)
        {
            packed.SetLength(0);
            packed.Write(message);
            packed.Position = 0;
            using var unpacked = new MemoryStream();
            inflater.CopyTo(unpacked);
            sum += Naively(Encoding.UTF8.GetString(unpacked.ToArray()));
        }

        return sum;
    }

    /// <summary>The project that BenchmarkDotNet would generate does not build under this solution's rules.</summary>
    private sealed class ShortInProcess : ManualConfig
    {
        public ShortInProcess() => AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
    }

    private static byte[] Pack(byte[] payload, Stream packer, MemoryStream packed)
    {
        packer.Write(payload);
        packer.Flush();
        var message = packed.ToArray();
        packed.SetLength(0);
        return message;
    }

    private static int Naively(string text)
    {
        using var document = JsonDocument.Parse(text);
        var root = document.RootElement;
        var data = root.GetProperty("d").GetRawText();
        return root.GetProperty("t").GetString() switch
        {
            "INTERACTION_CREATE" => JsonSerializer.Deserialize<Interaction>(data, Reflection) is null ? 0 : 1,
            "MESSAGE_CREATE" => JsonSerializer.Deserialize<Message>(data, Reflection) is null ? 0 : 1,
            "GUILD_CREATE" => JsonSerializer.Deserialize<Guild>(data, Reflection) is null ? 0 : 1,
            _ => 0,
        };
    }

    private void Add(string name, string data) =>
        _plain.Add(Encoding.UTF8.GetBytes($$"""{"t":"{{name}}","s":{{_plain.Count + 2}},"op":0,"d":{{data}}}"""));

    private int Dispatch(List<byte[]> messages, TransportCompression compression)
    {
        var delivered = 0;
        using var decoder = PayloadDecoder.For(compression, Largest);
        foreach (var message in messages)
        {
            var frame = GatewayFrame.Parse(decoder.Decode(message).Span);
            if (_session.Receive(frame, TimeSpan.Zero) is [GatewayAction.Deliver] && _events.Publish(frame) == GatewayEvents.Delivery.Delivered)
            {
                delivered++;
            }

            _ = _interactions.TryRead(out _) || _messages.TryRead(out _) || _guilds.TryRead(out _);
        }

        return delivered == messages.Count ? delivered : throw new InvalidOperationException($"Only {delivered} of {messages.Count} arrived.");
    }
}
