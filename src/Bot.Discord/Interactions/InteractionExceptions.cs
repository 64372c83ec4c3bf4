namespace Bot.Discord.Interactions;

/// <summary>Another process has answered this interaction.</summary>
public sealed class InteractionTakenException() : Exception("Another process has answered this interaction.");

/// <summary>Discord no longer takes an answer to this interaction, and it was for one person's eyes only.</summary>
public sealed class InteractionLostException() : Exception("Discord no longer takes an answer to this interaction.");
