namespace Bot.Discord.Model;

/// <summary>The bot's own application. READY sends id and flags only.</summary>
/// <remarks>https://docs.discord.com/developers/resources/application#application-object</remarks>
public sealed record Application
{
    public required Snowflake Id { get; init; }

    public string? Name { get; init; }

    /// <summary>Bits 18/19: message content intent granted (verified/limited); 14/15 members; 12/13 presence.</summary>
    public long Flags { get; init; }

    public string? InteractionsEndpointUrl { get; init; }

    public User? Bot { get; init; }
}
