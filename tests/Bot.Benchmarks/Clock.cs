using System.Diagnostics;

namespace Bot.Benchmarks;

/// <summary>How long something takes, and how much of the processor, which does not depend on what else the machine does.</summary>
internal sealed class Clock
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly TimeSpan _processor = Environment.CpuUsage.TotalTime;

    private Clock()
    {
    }

    public double Seconds { get; private set; }

    /// <summary>Of all threads of this process.</summary>
    public double ProcessorSeconds { get; private set; }

    public static Clock Start() => new();

    public static Clock Of(Action action)
    {
        var clock = Start();
        action();
        clock.Stop();
        return clock;
    }

    public void Stop()
    {
        Seconds = Stopwatch.GetElapsedTime(_start).TotalSeconds;
        ProcessorSeconds = (Environment.CpuUsage.TotalTime - _processor).TotalSeconds;
    }
}
