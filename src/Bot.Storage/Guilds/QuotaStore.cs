using System.Data.Common;

namespace Bot.Storage.Guilds;

/// <summary>So much in a length of time, for one person or guild.</summary>
/// <param name="Kind">What is counted, such as “questions of a person”.</param>
/// <param name="Subject">Id of the person or guild.</param>
/// <param name="Most">What may be used at once; as much comes back, evenly, in <paramref name="Window"/>.</param>
public sealed record Quota(string Kind, ulong Subject, long Most, TimeSpan Window)
{
    /// <summary>How far this much moves the mark, in milliseconds.</summary>
    internal long Cost(long amount) => (long)Math.Ceiling(Window.TotalMilliseconds * amount / Most);
}

/// <param name="Until">The first moment at which one can be taken again.</param>
public sealed record Shortage(Quota Of, DateTimeOffset Until);

/// <summary>Counts what people and guilds use, for all processes of the bot together.</summary>
/// <remarks>One mark each, which every use moves on and time catches up with: the generic cell rate algorithm,
/// https://en.wikipedia.org/wiki/Generic_cell_rate_algorithm. It tells exactly when there is room again.</remarks>
public sealed class QuotaStore(Database database, TimeProvider time)
{
    /// <summary>Takes one of each, or nothing at all.</summary>
    /// <returns>Null when taken; else the first of them of which there was none.</returns>
    public Task<Shortage?> TakeAsync(IReadOnlyList<Quota> quotaStore, CancellationToken cancellationToken) => database.NoteAsync<Shortage?>(
        async transaction =>
        {
            var now = time.GetUtcNow().ToUnixTimeMilliseconds();
            for (var i = 0; i < quotaStore.Count; i++)
            {
                var allowance = quotaStore[i];
                var taken = await transaction.ExecuteAsync(
                    """
                    INSERT INTO allowances (kind, subject, used_until) VALUES (@kind, @subject, @now + @cost)
                    ON CONFLICT (kind, subject) DO UPDATE
                    SET used_until = CASE WHEN allowances.used_until > @now THEN allowances.used_until ELSE @now END + @cost
                    WHERE allowances.used_until + @cost <= @now + @window
                    """,
                    cancellationToken,
                    [.. Key(allowance), ("@now", now), ("@cost", allowance.Cost(1)), ("@window", (long)allowance.Window.TotalMilliseconds)]);
                if (taken == 0)
                {
                    foreach (var before in quotaStore.Take(i))
                    {
                        await MoveAsync(transaction, before, -before.Cost(1), now, cancellationToken);
                    }

                    return new Shortage(allowance, await RoomAtAsync(transaction, allowance, now, cancellationToken) ?? time.GetUtcNow());
                }
            }

            return null;
        },
        cancellationToken);

    /// <summary>When there is room for one, without taking it; null when there is now.</summary>
    public Task<DateTimeOffset?> RoomAtAsync(Quota allowance, CancellationToken cancellationToken) => database.ReadAsync(
        transaction => RoomAtAsync(transaction, allowance, time.GetUtcNow().ToUnixTimeMilliseconds(), cancellationToken), cancellationToken);

    /// <summary>Counts what has been used already, even if it is more than there was room for.</summary>
    public Task SpendAsync(Quota allowance, long amount, CancellationToken cancellationToken) => database.NoteAsync(
        transaction => MoveAsync(transaction, allowance, allowance.Cost(amount), time.GetUtcNow().ToUnixTimeMilliseconds(), cancellationToken), cancellationToken);

    /// <summary>Drops the marks that time has caught up with.</summary>
    public Task SweepAsync(CancellationToken cancellationToken) => database.NoteAsync(
        transaction => transaction.ExecuteAsync(
            "DELETE FROM allowances WHERE used_until < @now", cancellationToken, ("@now", time.GetUtcNow().ToUnixTimeMilliseconds())),
        cancellationToken);

    private static async Task<DateTimeOffset?> RoomAtAsync(
        DbTransaction transaction, Quota allowance, long now, CancellationToken cancellationToken)
    {
        var usedUntil = await transaction.ScalarAsync<long>(
            "SELECT used_until FROM allowances WHERE kind = @kind AND subject = @subject", cancellationToken, Key(allowance));
        var room = usedUntil + allowance.Cost(1) - (long)allowance.Window.TotalMilliseconds;
        return room > now ? DateTimeOffset.FromUnixTimeMilliseconds(room) : null;
    }

    private static Task<int> MoveAsync(
        DbTransaction transaction, Quota allowance, long by, long now, CancellationToken cancellationToken) => transaction.ExecuteAsync(
        """
        INSERT INTO allowances (kind, subject, used_until) VALUES (@kind, @subject, @now + @by)
        ON CONFLICT (kind, subject) DO UPDATE
        SET used_until = CASE WHEN allowances.used_until > @now THEN allowances.used_until ELSE @now END + @by
        """,
        cancellationToken,
        [.. Key(allowance), ("@now", now), ("@by", by)]);

    private static (string, object?)[] Key(Quota allowance) => [("@kind", allowance.Kind), ("@subject", unchecked((long)allowance.Subject))];
}
