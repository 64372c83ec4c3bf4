namespace Bot.Discord.Rest.RateLimiting;

/// <summary>Time since this object was made, untouched by corrections of the wall clock.</summary>
internal readonly struct MonotonicClock(TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();

    public TimeProvider Time => time;

    public TimeSpan Now => time.GetElapsedTime(_start);
}
