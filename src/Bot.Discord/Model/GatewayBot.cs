using System.Text.Json.Serialization;

namespace Bot.Discord.Model;

/// <summary>Answer of <c>GET /gateway/bot</c>: where to connect, with how many shards, and how many sessions may still be started.</summary>
/// <remarks>https://docs.discord.com/developers/events/gateway#get-gateway-bot</remarks>
public sealed record GatewayBot
{
    public required Uri Url { get; init; }

    public int Shards { get; init; }

    public SessionStartLimit? SessionStartLimit { get; init; }
}

public sealed record SessionStartLimit
{
    public int Total { get; init; }

    public int Remaining { get; init; }

    [JsonPropertyName("reset_after")]
    public long ResetAfterMilliseconds { get; init; }

    public int MaxConcurrency { get; init; }
}
