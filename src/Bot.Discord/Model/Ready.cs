namespace Bot.Discord.Model;

/// <summary>First event of a session. It comes again after every new IDENTIFY, so start-up work must bear being asked for twice.</summary>
/// <remarks>https://docs.discord.com/developers/events/gateway-events#ready</remarks>
public sealed record Ready
{
    public required User User { get; init; }

    public required string SessionId { get; init; }

    public Uri? ResumeGatewayUrl { get; init; }

    public IReadOnlyList<Guild> Guilds { get => field ?? []; init; }

    public Application? Application { get; init; }
}
