using System.Collections.Immutable;

namespace Bot.Storage;

/// <summary>What the processes that connect one bot to Discord's gateway must know of each other.</summary>
/// <param name="bot">Tells this bot from others that share the database.</param>
public sealed class GatewayStore(Database database, TimeProvider time, string bot)
{
    /// <summary>A process that has not been heard of for so long is gone: three times its calls may have failed.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(12);

    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    /// <summary>The session that another process, or this one before, has left of a shard.</summary>
    public Task<StoredSession?> LoadSessionAsync(string shard, CancellationToken cancellationToken) => database.ReadAsync(
        async transaction => await transaction.QueryAsync(
            "SELECT session, sequence, address FROM gateway_sessions WHERE bot = @bot AND shard = @shard",
            row => new StoredSession(row.GetString(0), row.GetInt64(1), row.TextOrNull(2)),
            cancellationToken,
            ("@bot", bot),
            ("@shard", shard)) is [var session] ? session : null,
        cancellationToken);

    /// <param name="session">Null forgets it.</param>
    public Task SaveSessionAsync(string shard, StoredSession? session, CancellationToken cancellationToken) => session is null
        ? database.ExecuteAsync("DELETE FROM gateway_sessions WHERE bot = @bot AND shard = @shard", cancellationToken, ("@bot", bot), ("@shard", shard))
        : database.ExecuteAsync(
            """
            INSERT INTO gateway_sessions (bot, shard, session, sequence, address) VALUES (@bot, @shard, @session, @sequence, @address)
            ON CONFLICT (bot, shard) DO UPDATE SET session = excluded.session, sequence = excluded.sequence, address = excluded.address
            """,
            cancellationToken,
            ("@bot", bot),
            ("@shard", shard),
            ("@session", session.Id),
            ("@sequence", session.Sequence),
            ("@address", session.Address));

    /// <summary>The sessions that were started within the last day, oldest first, with the lane they took.</summary>
    public Task<ImmutableArray<(DateTimeOffset At, int Lane)>> ListIdentifiesAsync(CancellationToken cancellationToken) => database.ReadAsync(
        transaction => transaction.QueryAsync(
            "SELECT at, lane FROM gateway_identifies WHERE bot = @bot AND at > @oldest ORDER BY at",
            row => (DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(0)), row.GetInt32(1)),
            cancellationToken,
            ("@bot", bot),
            ("@oldest", Milliseconds(time.GetUtcNow() - Day))),
        cancellationToken);

    public async Task AddIdentifyAsync(DateTimeOffset at, int lane, CancellationToken cancellationToken)
    {
        await database.ExecuteAsync(
            "INSERT INTO gateway_identifies (bot, at, lane) VALUES (@bot, @at, @lane)", cancellationToken, ("@bot", bot), ("@at", Milliseconds(at)), ("@lane", lane));
        await database.ExecuteAsync(
            "DELETE FROM gateway_identifies WHERE bot = @bot AND at <= @oldest", cancellationToken, ("@bot", bot), ("@oldest", Milliseconds(at - Day)));
    }

    /// <summary>Says that this process lives; returns how many do, this one included.</summary>
    /// <param name="process">A name that no other process has, nor this one after a restart.</param>
    public async Task<int> CountProcessesAsync(string process, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var oldest = ("@oldest", (object?)Milliseconds(now - Silence));
        await database.ExecuteAsync(
            """
            INSERT INTO gateway_processes (bot, process, seen) VALUES (@bot, @process, @now)
            ON CONFLICT (bot, process) DO UPDATE SET seen = excluded.seen
            """,
            cancellationToken,
            ("@bot", bot),
            ("@process", process),
            ("@now", Milliseconds(now)));
        await database.ExecuteAsync("DELETE FROM gateway_processes WHERE bot = @bot AND seen < @oldest", cancellationToken, ("@bot", bot), oldest);
        return (int)await database.ReadAsync(
            transaction => transaction.ScalarAsync<long>(
                "SELECT count(*) FROM gateway_processes WHERE bot = @bot AND seen >= @oldest", cancellationToken, ("@bot", bot), oldest),
            cancellationToken);
    }

    /// <summary>Says that this process serves no more.</summary>
    public Task LeaveAsync(string process, CancellationToken cancellationToken) => database.ExecuteAsync(
        "DELETE FROM gateway_processes WHERE bot = @bot AND process = @process", cancellationToken, ("@bot", bot), ("@process", process));

    private static long Milliseconds(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds();
}

/// <param name="Sequence">Of the last event that was received.</param>
/// <param name="Address">Where to go on with it; null where Discord said nothing.</param>
public sealed record StoredSession(string Id, long Sequence, string? Address);
