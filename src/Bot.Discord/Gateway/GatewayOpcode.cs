namespace Bot.Discord.Gateway;

/// <remarks>https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-opcodes</remarks>
public enum GatewayOpcode
{
    Dispatch = 0,
    Heartbeat = 1,
    Identify = 2,
    PresenceUpdate = 3,
    Resume = 6,
    Reconnect = 7,
    RequestGuildMembers = 8,
    InvalidSession = 9,
    Hello = 10,
    HeartbeatAck = 11,
}
