namespace Bot.Discord.Model;

/// <remarks>https://docs.discord.com/developers/topics/permissions#role-object</remarks>
public sealed record Role
{
    public required Snowflake Id { get; init; }

    public string Name { get => field ?? ""; init; }

    public Permissions? Permissions { get; init; }

    public RoleTags? Tags { get; init; }
}

/// <param name="BotId">The bot whose own role this is.</param>
public sealed record RoleTags(Snowflake? BotId = null);
