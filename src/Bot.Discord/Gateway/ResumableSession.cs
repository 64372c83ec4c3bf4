namespace Bot.Discord.Gateway;

/// <summary>What it takes to continue a session on another connection, also after a restart.</summary>
/// <param name="Sequence">Number of the last event received.</param>
/// <param name="Address">Where Discord wants to be asked for it, if it said so.</param>
public sealed record ResumableSession(string Id, long Sequence, Uri? Address);
