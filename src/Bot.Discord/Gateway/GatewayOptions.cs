namespace Bot.Discord.Gateway;

/// <summary>How this process connects to the gateway.</summary>
public sealed class GatewayOptions
{
    public GatewayIntents Intents { get; set; } = GatewayIntents.Guilds | GatewayIntents.GuildMessages | GatewayIntents.DirectMessages;

    /// <summary>Shards of the whole bot; null takes Discord's recommendation.</summary>
    public int? ShardCount { get; set; }

    /// <summary>The shards this process runs; null runs all.</summary>
    public IReadOnlyList<int>? Shards { get; set; }

    public TransportCompression Compression { get; set; } = TransportCompression.ZlibStream;

    /// <summary>Bytes of one payload, packed or unpacked. What is larger ends the connection.</summary>
    public int LargestPayload { get; set; } = 32 * 1024 * 1024;

    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long the other side may take to answer a close frame.</summary>
    public TimeSpan CloseTimeout { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Between two IDENTIFYs of a lane: Discord's five seconds, and some for the way there.</summary>
    public TimeSpan IdentifySpacing { get; set; } = TimeSpan.FromSeconds(5.25);

    /// <summary>How often the processes of a bot look how to divide its shards.</summary>
    public TimeSpan LeaseReview { get; set; } = TimeSpan.FromSeconds(4);

    public GatewaySessionOptions Session { get; set; } = new();
}
