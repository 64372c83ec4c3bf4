namespace Bot.Discord.Gateway;

/// <summary>An IDENTIFY that was sent.</summary>
/// <param name="Lane">Shards of one lane must not identify within five seconds of each other, in whatever process.</param>
public readonly record struct PastIdentify(DateTimeOffset At, int Lane);
