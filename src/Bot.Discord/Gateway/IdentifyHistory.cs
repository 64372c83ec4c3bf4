namespace Bot.Discord.Gateway;

/// <summary>
/// The IDENTIFYs of the last 24 hours. Discord allows a total a day and resets the token beyond it. The first half may be spent as needed; after that they
/// are spaced so far apart that no day can ever hold more than the total, however often the process is restarted.
/// </summary>
public sealed class IdentifyHistory(IEnumerable<DateTimeOffset> moments)
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    private readonly List<DateTimeOffset> _moments = [.. moments.Order()];

    public IReadOnlyList<DateTimeOffset> Moments => _moments;

    public void Add(DateTimeOffset moment)
    {
        _ = _moments.RemoveAll(old => moment - old >= Day);
        _moments.Add(moment);
    }

    /// <summary>How long to wait before the next IDENTIFY.</summary>
    /// <param name="now">The present; a history from the future (the clock was set back) is not waited for longer than the usual spacing.</param>
    /// <param name="total">IDENTIFYs that Discord allows in 24 hours.</param>
    public TimeSpan WaitBeforeNext(DateTimeOffset now, int total)
    {
        var half = Math.Max(total / 2, 1);
        var spent = _moments.Count(moment => now - moment < Day);
        if (spent < half)
        {
            return TimeSpan.Zero;
        }

        var spacing = Day / half;
        var wait = _moments[^1] + spacing - now;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait < spacing ? wait : spacing;
    }
}
