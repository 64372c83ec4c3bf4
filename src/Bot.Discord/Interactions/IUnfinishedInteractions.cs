using Bot.Discord.Model;

namespace Bot.Discord.Interactions;

/// <summary>Remembers which answers have been announced and not given, so that another process gives them when this one dies.</summary>
public interface IUnfinishedInteractions
{
    /// <summary>Before the announcement: from now on somebody is waiting.</summary>
    /// <returns>False when another process has it on record already, which did not live to announce it, or is about to.</returns>
    Task<bool> BeginAsync(Interaction interaction, bool ephemeral, CancellationToken cancellationToken);

    /// <summary>After the announcement: the other process that had it on record has not announced it.</summary>
    Task TakeAsync(Snowflake interaction, CancellationToken cancellationToken);

    /// <summary>Before the answer: false when another process has taken the interaction over, because this one seemed dead.</summary>
    ValueTask<bool> IsOursAsync(Snowflake interaction, CancellationToken cancellationToken);

    /// <summary>Nobody waits any longer.</summary>
    Task EndAsync(Snowflake interaction, CancellationToken cancellationToken);
}
