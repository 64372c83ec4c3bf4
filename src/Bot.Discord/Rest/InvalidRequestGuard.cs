using Bot.Discord.Rest.RateLimiting;

namespace Bot.Discord.Rest;

/// <summary>Counts the answers that Discord holds against an address (401, 403 and 429 that are not shared) and stops before there are so many that it is banned.</summary>
/// <remarks>10,000 in 10 minutes. https://docs.discord.com/developers/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans</remarks>
internal sealed class InvalidRequestGuard(TimeProvider time, int most = InvalidRequestGuard.SafeCount)
{
    /// <summary>Below Discord's 10,000, because other processes may share the address.</summary>
    public const int SafeCount = 8_000;

    private const int Slots = 61;
    private static readonly TimeSpan SlotLength = TimeSpan.FromSeconds(10);

    private readonly MonotonicClock _clock = new(time);
    private readonly Lock _gate = new();

    // A ring over the last ten minutes and the slot that is being filled.
    private readonly int[] _counts = new int[Slots];
    private long _slot;
    private int _sum;

    /// <summary>Invalid answers in the last ten minutes.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                Advance();
                return _sum;
            }
        }
    }

    /// <summary>False when another invalid answer could be one too many.</summary>
    public bool MaySend => Count < most;

    public void CountInvalid()
    {
        lock (_gate)
        {
            Advance();
            _counts[_slot % Slots]++;
            _sum++;
        }
    }

    private void Advance()
    {
        var slot = _clock.Now.Ticks / SlotLength.Ticks;
        if (slot - _slot >= Slots)
        {
            Array.Clear(_counts);
            _sum = 0;
            _slot = slot;
            return;
        }

        while (_slot < slot)
        {
            _slot++;
            _sum -= _counts[_slot % Slots];
            _counts[_slot % Slots] = 0;
        }
    }
}
