using Bot.Discord.Interactions;
using Bot.Discord.Model;
using Bot.Storage;

namespace Bot.Hosting;

/// <summary>Claims on interactions in the record, where every process of the bot sees them.</summary>
internal sealed class StoredClaims(InteractionClaims claims) : IInteractionClaims
{
    public ValueTask<bool> TryClaimAsync(Snowflake interaction, CancellationToken cancellationToken) =>
        new(claims.TryClaimAsync(interaction.Value, cancellationToken));
}
