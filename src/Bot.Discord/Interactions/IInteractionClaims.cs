using Bot.Discord.Model;

namespace Bot.Discord.Interactions;

/// <summary>Decides who handles an interaction. Discord may deliver one several times, and to several processes.</summary>
public interface IInteractionClaims
{
    /// <returns>True for the first to ask about this id, false for all others.</returns>
    ValueTask<bool> TryClaimAsync(Snowflake interaction, CancellationToken cancellationToken);
}
