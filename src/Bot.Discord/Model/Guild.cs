namespace Bot.Discord.Model;

/// <summary>The parts of a guild this bot uses. READY and GUILD_DELETE send no more than <see cref="Id"/> and <see cref="Unavailable"/>.</summary>
/// <remarks>https://docs.discord.com/developers/resources/guild#guild-object</remarks>
public sealed record Guild
{
    public required Snowflake Id { get; init; }

    public string? Name { get; init; }

    /// <summary>True while Discord has an outage there. GUILD_DELETE without it means that the bot was removed.</summary>
    public bool? Unavailable { get; init; }

    public int? MemberCount { get; init; }

    public string? PreferredLocale { get; init; }

    public Snowflake? OwnerId { get; init; }

    public IReadOnlyList<Role> Roles { get => field ?? []; init; }

    /// <summary>What the bot may do there, channels' exceptions aside; only in the list of its guilds.</summary>
    public Permissions? Permissions { get; init; }

    /// <summary>In an interaction: the guild's locale.</summary>
    public string? Locale { get; init; }
}
