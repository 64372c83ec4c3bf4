using System.Data.Common;

namespace Bot.Storage;

/// <summary>Sees to it that of all processes serving one bot exactly one takes on an interaction.</summary>
public sealed class InteractionClaims(Database database, TimeProvider time)
{
    // Discord takes no reply to an interaction after 15 minutes; nobody can ask for an older one.
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    /// <summary>True for the first who asks with this id, in whatever process; false for all others.</summary>
    public async Task<bool> TryClaimAsync(ulong id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var claimed = await database.NoteAsync(transaction => ClaimAsync(transaction, id, now, cancellationToken), cancellationToken);

        // The milliseconds of the id: about one claim in 256 sweeps.
        if (claimed && ((id >> 22) & 0xFF) == 0)
        {
            await database.ExecuteAsync(
                "DELETE FROM interaction_claims WHERE at < @oldest", cancellationToken, ("@oldest", (now - Kept).ToUnixTimeMilliseconds()));
        }

        return claimed;
    }

    internal static async Task<bool> ClaimAsync(DbTransaction transaction, ulong id, DateTimeOffset now, CancellationToken cancellationToken) =>
        await transaction.ExecuteAsync(
            "INSERT INTO interaction_claims (id, at) VALUES (@id, @now) ON CONFLICT DO NOTHING",
            cancellationToken,
            ("@id", unchecked((long)id)),
            ("@now", now.ToUnixTimeMilliseconds())) == 1;
}
