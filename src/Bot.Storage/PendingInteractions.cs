using System.Collections.Immutable;
using System.Data.Common;

namespace Bot.Storage;

/// <param name="Attempts">How many processes have had it, this one included.</param>
/// <param name="Sealed">What its first owner stored, as it was.</param>
public sealed record PendingInteraction(ulong Id, int Attempts, ReadOnlyMemory<byte> Sealed);

/// <summary>Interactions and messages that are being answered: each is claimed once in all processes, and leased by the process that works on it.</summary>
/// <remarks>A process renews its leases while it lives; what it leaves behind when it dies is taken over by exactly one other.</remarks>
public sealed class PendingInteractions(Database database, TimeProvider time)
{
    // Discord takes no reply to an interaction after 15 minutes; nobody can ask for an older one.
    private static readonly TimeSpan ClaimKept = TimeSpan.FromHours(1);

    private readonly GroupedNotes _notes = new(database);

    /// <summary>Longer than a pause that a living process may make, and short beside the quarter of an hour that Discord waits.</summary>
    public static TimeSpan Lease { get; } = TimeSpan.FromSeconds(15);

    /// <summary>Claims an interaction or a message and leases it, in one step: whoever dies after the claim has left it behind. May be repeated by the owner.</summary>
    /// <param name="content">To be encrypted by the caller: it holds a credential and somebody's words.</param>
    /// <returns>True for the first owner that asks with this id, false for all others.</returns>
    public Task<bool> TryClaimAsync(ulong id, string owner, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        _notes.AddAsync(transaction => ClaimAsync(transaction, id, owner, content), urgent: true, cancellationToken);

    /// <summary>Makes the new owner the one of something that another has left, whether its lease has run out or not.</summary>
    public Task TakeAsync(ulong id, string owner, CancellationToken cancellationToken) => database.NoteAsync(
        transaction => transaction.ExecuteAsync(
            "UPDATE unfinished_interactions SET owner = @owner, leased_until = @until, attempts = attempts + 1 WHERE id = @id",
            cancellationToken,
            ("@id", unchecked((long)id)),
            ("@owner", owner),
            ("@until", Until())),
        cancellationToken);

    /// <summary>Keeps everything that the owner works on for another <see cref="Lease"/>.</summary>
    public Task RenewAsync(string owner, CancellationToken cancellationToken) => database.NoteAsync(
        transaction => transaction.ExecuteAsync(
            "UPDATE unfinished_interactions SET leased_until = @until WHERE owner = @owner", cancellationToken, ("@owner", owner), ("@until", Until())),
        cancellationToken);

    /// <summary>Renews one; false when another process has taken it over.</summary>
    public async Task<bool> RenewAsync(ulong id, string owner, CancellationToken cancellationToken) => await database.NoteAsync(
        transaction => transaction.ExecuteAsync(
            "UPDATE unfinished_interactions SET leased_until = @until WHERE id = @id AND owner = @owner",
            cancellationToken,
            ("@id", unchecked((long)id)),
            ("@owner", owner),
            ("@until", Until())),
        cancellationToken) == 1;

    /// <summary>Nobody waits for it any longer; nothing happens to what is another owner's.</summary>
    public Task RemoveAsync(ulong id, string owner, CancellationToken cancellationToken) => _notes.AddAsync(
        transaction => transaction.ExecuteAsync(
            "DELETE FROM unfinished_interactions WHERE id = @id AND owner = @owner", CancellationToken.None, ("@id", unchecked((long)id)), ("@owner", owner)),
        urgent: false,
        cancellationToken);

    /// <summary>Makes the new owner the one of everything whose lease has run out.</summary>
    public Task<ImmutableArray<PendingInteraction>> TakeOverAsync(string owner, CancellationToken cancellationToken) => database.NoteAsync(
        transaction => transaction.QueryAsync(
            """
            UPDATE unfinished_interactions SET owner = @owner, leased_until = @until, attempts = attempts + 1
            WHERE leased_until < @now RETURNING id, attempts, sealed
            """,
            row => new PendingInteraction(unchecked((ulong)row.GetInt64(0)), (int)row.GetInt64(1), (byte[])row.GetValue(2)),
            cancellationToken,
            ("@owner", owner),
            ("@until", Until()),
            ("@now", time.GetUtcNow().ToUnixTimeMilliseconds())),
        cancellationToken);

    private async Task<bool> ClaimAsync(DbTransaction transaction, ulong id, string owner, ReadOnlyMemory<byte> content)
    {
        var now = time.GetUtcNow();
        var claimed = await transaction.ExecuteAsync(
            "INSERT INTO interaction_claims (id, at) VALUES (@id, @now) ON CONFLICT DO NOTHING",
            CancellationToken.None,
            ("@id", unchecked((long)id)),
            ("@now", now.ToUnixTimeMilliseconds())) == 1;
        if (!claimed)
        {
            return await transaction.ScalarAsync<string>(
                "SELECT owner FROM unfinished_interactions WHERE id = @id", CancellationToken.None, ("@id", unchecked((long)id))) == owner;
        }

        await transaction.ExecuteAsync(
            """
            INSERT INTO unfinished_interactions (id, owner, leased_until, attempts, sealed) VALUES (@id, @owner, @until, 1, @sealed)
            ON CONFLICT DO NOTHING
            """,
            CancellationToken.None,
            ("@id", unchecked((long)id)),
            ("@owner", owner),
            ("@until", Until()),
            ("@sealed", content.ToArray()));

        // The milliseconds of the id: about one claim in 256 sweeps.
        if (((id >> 22) & 0xFF) == 0)
        {
            await transaction.ExecuteAsync(
                "DELETE FROM interaction_claims WHERE at < @oldest", CancellationToken.None, ("@oldest", (now - ClaimKept).ToUnixTimeMilliseconds()));
        }

        return true;
    }

    private long Until() => (time.GetUtcNow() + Lease).ToUnixTimeMilliseconds();
}
