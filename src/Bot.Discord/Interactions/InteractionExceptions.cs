using Bot.Discord.Model;

namespace Bot.Discord.Interactions;

/// <summary>Another process answers this interaction, or has.</summary>
public sealed class InteractionTakenException() : Exception("Another process answers this interaction.");

/// <summary>Discord no longer takes an answer to this interaction, and it was for one person's eyes only.</summary>
public sealed class InteractionLostException() : Exception("Discord no longer takes an answer to this interaction.");

/// <summary>A handler failed and has something to offer to the person, such as a button to try again.</summary>
/// <param name="offers">Stand below the sentence that says what went wrong.</param>
/// <param name="cause">What went wrong.</param>
public sealed class InteractionFailedException(IReadOnlyList<Component> offers, Exception cause) : Exception(cause.Message, cause)
{
    public IReadOnlyList<Component> Offers => offers;

    public Exception Cause => InnerException!;
}
