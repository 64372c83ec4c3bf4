namespace Bot.Discord.Model;

/// <remarks>https://docs.discord.com/developers/topics/permissions#role-object</remarks>
public sealed record Role
{
    public required Snowflake Id { get; init; }

    public string Name { get => field ?? ""; init; }

    public Permissions? Permissions { get; init; }
}
