namespace Bot.Discord.Gateway;

/// <summary>Which events Discord sends. Interactions need none; without <see cref="Guilds"/> there are no threads and no guild list.</summary>
/// <remarks>https://docs.discord.com/developers/events/gateway#gateway-intents</remarks>
[Flags]
public enum GatewayIntents
{
    None = 0,
    Guilds = 1 << 0,
    GuildMessages = 1 << 9,
    DirectMessages = 1 << 12,

    /// <summary>Privileged: text of messages that do not mention the bot.</summary>
    MessageContent = 1 << 15,
}
