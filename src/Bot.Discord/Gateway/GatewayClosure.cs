namespace Bot.Discord.Gateway;

/// <summary>What a close code asks of the client.</summary>
public enum AfterClose
{
    Resume = 0,
    Identify = 1,
    Stop = 2,
}

/// <summary>The gateway's close codes and what follows from them.</summary>
/// <remarks>https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes</remarks>
public static class GatewayClosure
{
    /// <summary>The code this client closes with. 1000 and 1001 would end the session; any other keeps it resumable.</summary>
    public const int KeepsSession = 4000;

    /// <summary>Too much was sent: the next connection waits a little.</summary>
    public const int RateLimited = 4008;

    /// <param name="code">Null when the connection ended without a close frame.</param>
    public static AfterClose Judge(int? code) => code switch
    {
        4003 or 4007 or 4009 => AfterClose.Identify,
        4004 or (>= 4010 and <= 4014) => AfterClose.Stop,
        _ => AfterClose.Resume,
    };

    /// <summary>One sentence for the operator: what is wrong and what to change.</summary>
    public static string Advice(int? code) => code switch
    {
        4004 => "Discord refused the bot's token: set Discord:Token to the current token of the application in the developer portal.",
        4010 => "Discord refused the shard number: the shards of this process must be smaller than the number of shards.",
        4011 => "Discord demands more shards for this many servers: raise the number of shards, or leave it to Discord.",
        4012 => "Discord no longer speaks this version of its gateway: update the bot.",
        4013 => "Discord does not know the intents the bot asks for: update the bot.",
        4014 => "Discord has not granted the intents the bot asks for: enable them in the developer portal under Bot, Privileged Gateway Intents.",
        _ => $"Discord closed the connection for good with code {code}.",
    };
}
