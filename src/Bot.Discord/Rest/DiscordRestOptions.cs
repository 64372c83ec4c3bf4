namespace Bot.Discord.Rest;

/// <summary>Times and rates of <see cref="DiscordRest"/>; the defaults suit Discord.</summary>
public sealed class DiscordRestOptions
{
    /// <summary>How long an ordinary call may take, per attempt.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long the first answer to an interaction may take, per attempt. Discord gives it 3 seconds in all.</summary>
    public TimeSpan CallbackTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest wait that a 429 may ask for; a call told to wait longer fails.</summary>
    public TimeSpan LongestRateLimitWait { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Calls a second, over all routes but interactions. Discord's limit for a bot is 50.</summary>
    public int GlobalPerSecond { get; set; } = 50;
}
