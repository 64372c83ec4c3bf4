namespace Bot.Discord.Rest.RateLimiting;

/// <summary>At most so many calls in any second, and none while a global 429 lasts.</summary>
internal sealed class GlobalLimit(MonotonicClock clock, int perSecond)
{
    /// <summary>A second and a tenth: calls that leave a second apart do not arrive a second apart.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1.1);

    private readonly Lock _gate = new();
    private readonly TimeSpan[] _slots = CreateSlots(perSecond);
    private int _oldest;
    private TimeSpan _heldUntil;

    public async ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var slot = Reserve();
            for (var now = clock.Now; now < slot; now = clock.Now)
            {
                await Task.Delay(slot - now, clock.Time, cancellationToken);
            }

            // A 429 that came meanwhile moves everybody to a new slot, or all would go at once when it ends.
            lock (_gate)
            {
                if (_heldUntil <= clock.Now)
                {
                    return;
                }
            }
        }
    }

    public void HoldUntil(TimeSpan moment)
    {
        lock (_gate)
        {
            _heldUntil = moment > _heldUntil ? moment : _heldUntil;
        }
    }

    private TimeSpan Reserve()
    {
        lock (_gate)
        {
            var slot = clock.Now;
            var earliest = _slots[_oldest] + Window;
            slot = earliest > slot ? earliest : slot;
            slot = _heldUntil > slot ? _heldUntil : slot;
            _slots[_oldest] = slot;
            _oldest = (_oldest + 1) % _slots.Length;
            return slot;
        }
    }

    private static TimeSpan[] CreateSlots(int count)
    {
        var slots = new TimeSpan[count];
        Array.Fill(slots, -Window);
        return slots;
    }
}
