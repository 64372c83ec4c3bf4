namespace Bot.Discord.Model;

/// <summary>A person or a bot.</summary>
/// <remarks>https://docs.discord.com/developers/resources/user#user-object</remarks>
public sealed record User
{
    public required Snowflake Id { get; init; }

    public string Username { get => field ?? ""; init; }

    public string? GlobalName { get; init; }

    public bool Bot { get; init; }

    /// <summary>The name people see outside guilds.</summary>
    public string DisplayName => GlobalName ?? Username;
}
