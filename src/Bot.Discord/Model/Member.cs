namespace Bot.Discord.Model;

/// <summary>A user in a guild. In <see cref="ResolvedData"/> and on messages <see cref="User"/> is absent.</summary>
/// <remarks>https://docs.discord.com/developers/resources/guild#guild-member-object</remarks>
public sealed record Member
{
    public User? User { get; init; }

    public string? Nick { get; init; }

    public IReadOnlyList<Snowflake> Roles { get => field ?? []; init; }

    /// <summary>What the member may do in the channel the interaction came from; absent elsewhere.</summary>
    public Permissions? Permissions { get; init; }
}
