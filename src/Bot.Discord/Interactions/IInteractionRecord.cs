using Bot.Discord.Model;

namespace Bot.Discord.Interactions;

/// <summary>What the processes of a bot share about interactions: which process answers one, and which have no answer yet, so that another process gives it when
/// the first one dies. Discord may deliver an interaction several times, and to several processes.</summary>
public interface IInteractionRecord
{
    /// <summary>Claims an interaction for this process, in one round trip: it is on record as this process's until <see cref="EndAsync"/>. May be asked again when
    /// an earlier call did not answer.</summary>
    /// <returns>True for the first process that asks about this id, false for all others.</returns>
    ValueTask<bool> TryClaimAsync(Interaction interaction, CancellationToken cancellationToken);

    /// <summary>Makes an interaction this process's that another one had claimed and did not live to acknowledge.</summary>
    Task TakeAsync(Snowflake interaction, CancellationToken cancellationToken);

    /// <summary>Before the answer: false when another process has taken the interaction over, because this one seemed dead.</summary>
    ValueTask<bool> IsOursAsync(Snowflake interaction, CancellationToken cancellationToken);

    /// <summary>Nobody waits any longer.</summary>
    Task EndAsync(Snowflake interaction, CancellationToken cancellationToken);
}
