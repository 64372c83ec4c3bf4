namespace Bot.Discord.Gateway;

/// <summary>How patient a <see cref="GatewaySession"/> is.</summary>
public sealed record GatewaySessionOptions
{
    /// <summary>From the open socket to Hello.</summary>
    public TimeSpan HelloTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>From IDENTIFY to READY; from RESUME, or the last replayed event, to RESUMED.</summary>
    public TimeSpan ReadyTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Upper bound of the first reconnect's delay; it doubles with every failure.</summary>
    public TimeSpan ShortestBackOff { get; init; } = TimeSpan.FromSeconds(1);

    public TimeSpan LongestBackOff { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>After op 9 a time between this and <see cref="LongestInvalidSessionPause"/> is drawn, so that not all clients of an outage come back at once.</summary>
    public TimeSpan ShortestInvalidSessionPause { get; init; } = TimeSpan.FromSeconds(1);

    public TimeSpan LongestInvalidSessionPause { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Answers to RESUME that were not RESUMED before a new session is started.</summary>
    public int FailedResumesBeforeIdentify { get; init; } = 3;
}
