namespace Bot.Discord.Gateway;

/// <summary>Discord closes a connection that sends more than 120 payloads a minute. A few of them are kept for heartbeats, IDENTIFY and RESUME.</summary>
internal sealed class SendBudget
{
    public const int PerMinute = 120;
    public const int Reserved = 10;

    // A little longer than Discord's minute, since sends that were spread out here may arrive closer together.
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(61);

    private readonly Lock _gate = new();
    private readonly Queue<TimeSpan> _sent = new(PerMinute);

    /// <summary>Takes one send of the protocol itself. False when not even the reserve has one left.</summary>
    public bool TryTakeReserved(TimeSpan now) => TryTake(now, PerMinute) == TimeSpan.Zero;

    /// <summary>Takes one send if it may go now (zero), or says how long to wait before asking again.</summary>
    public TimeSpan TryTake(TimeSpan now) => TryTake(now, PerMinute - Reserved);

    private TimeSpan TryTake(TimeSpan now, int limit)
    {
        lock (_gate)
        {
            while (_sent.TryPeek(out var oldest) && now - oldest >= Window)
            {
                _ = _sent.Dequeue();
            }

            if (_sent.Count < limit)
            {
                _sent.Enqueue(now);
                return TimeSpan.Zero;
            }

            // The send that has to fall out of the window before one more fits under the limit.
            return _sent.ElementAt(_sent.Count - limit) + Window - now;
        }
    }
}
