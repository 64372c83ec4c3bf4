namespace Bot.Discord.Gateway;

/// <summary>What a shard must know after a restart or a move to another process. Losing it costs an IDENTIFY and the events in between, never correctness.</summary>
public interface IGatewayStore
{
    /// <param name="key">Names the shard and everything that would make an old session wrong: server, shard count, intents.</param>
    Task<ResumableSession?> LoadSessionAsync(string key, CancellationToken cancellationToken);

    /// <param name="key">As in <see cref="LoadSessionAsync"/>.</param>
    /// <param name="session">Null forgets it.</param>
    Task SaveSessionAsync(string key, ResumableSession? session, CancellationToken cancellationToken);

    /// <summary>The IDENTIFYs of the last day, in all processes of the bot, oldest first.</summary>
    Task<IReadOnlyList<PastIdentify>> LoadIdentifiesAsync(CancellationToken cancellationToken);

    /// <summary>Counts one more, and may forget what is older than a day.</summary>
    Task AddIdentifyAsync(PastIdentify identify, CancellationToken cancellationToken);
}
