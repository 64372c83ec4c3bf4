namespace Bot.Discord.Gateway;

/// <summary>What a shard must know after a restart. Losing it costs an IDENTIFY and the events in between, never correctness.</summary>
public interface IGatewayStore
{
    /// <param name="key">Names the shard and everything that would make an old session wrong: server, shard count, intents.</param>
    Task<ResumableSession?> LoadSessionAsync(string key, CancellationToken cancellationToken);

    /// <param name="key">As in <see cref="LoadSessionAsync"/>.</param>
    /// <param name="session">Null forgets it.</param>
    Task SaveSessionAsync(string key, ResumableSession? session, CancellationToken cancellationToken);

    /// <summary>Moments of the IDENTIFYs of the last day, oldest first.</summary>
    Task<IReadOnlyList<DateTimeOffset>> LoadIdentifiesAsync(CancellationToken cancellationToken);

    Task SaveIdentifiesAsync(IReadOnlyList<DateTimeOffset> moments, CancellationToken cancellationToken);
}
