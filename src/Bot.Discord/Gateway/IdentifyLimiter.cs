using Bot.Discord.Model;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Gateway;

/// <summary>Lets shards start sessions no faster and no more often than Discord allows. One for all shards of a process.</summary>
public sealed partial class IdentifyLimiter(
    GatewayOptions options,
    GatewayDirectory directory,
    IGatewayStore store,
    IShardLeases leases,
    GatewayMetrics metrics,
    TimeProvider time,
    ILogger<IdentifyLimiter> logger) : IDisposable
{
    private const int DailyTotal = 1000;

    private static readonly TimeSpan LongestUncheckedWait = TimeSpan.FromMinutes(15);

    private readonly Dictionary<int, SemaphoreSlim> _lanes = [];

    /// <summary>Waits until the shard may identify; then nobody else of its lane may, in whatever process, until the turn is disposed.</summary>
    /// <exception cref="GatewayStoppedException">The token is not accepted.</exception>
    /// <exception cref="HttpRequestException">Discord could not be asked.</exception>
    /// <exception cref="IOException">The other processes could not be asked.</exception>
    public async Task<IdentifyTurn> EnterAsync(int shardId, CancellationToken cancellationToken)
    {
        var bot = await directory.GetAsync(cancellationToken);
        var lane = shardId % Math.Max(bot.SessionStartLimit?.MaxConcurrency ?? 1, 1);
        var here = LaneHere(lane);
        await here.WaitAsync(cancellationToken);
        IAsyncDisposable? everywhere = null;
        try
        {
            everywhere = await leases.EnterLaneAsync(lane, cancellationToken);
            var past = await store.LoadIdentifiesAsync(cancellationToken);
            var last = past.Where(identify => identify.Lane == lane).Max(identify => (DateTimeOffset?)identify.At);
            await PauseAsync(last + options.IdentifySpacing - time.GetUtcNow() ?? TimeSpan.Zero, options.IdentifySpacing, cancellationToken);
            while (await WaitForBudgetAsync(bot.SessionStartLimit, cancellationToken))
            {
                bot = await directory.GetAsync(cancellationToken);
            }

            return new IdentifyTurn(this, lane, bot.Url, here, everywhere);
        }
        catch
        {
            if (everywhere is not null)
            {
                await everywhere.DisposeAsync();
            }

            _ = here.Release();
            throw;
        }
    }

    public void Dispose()
    {
        foreach (var lane in _lanes.Values)
        {
            lane.Dispose();
        }
    }

    /// <summary>Waits a while if the day's sessions are nearly used up, by Discord's count or by ours. False when there was no need.</summary>
    private async Task<bool> WaitForBudgetAsync(SessionStartLimit? limit, CancellationToken cancellationToken)
    {
        if (limit is { Total: > 0 } && limit.Remaining <= limit.Total / 100)
        {
            Log.NoStartsLeft(logger, limit.Remaining, limit.ResetAfterMilliseconds / 60_000);
            await PauseAsync(TimeSpan.FromMilliseconds(Math.Max(limit.ResetAfterMilliseconds, 1000)), LongestUncheckedWait, cancellationToken);
            return true;
        }

        var history = new IdentifyHistory((await store.LoadIdentifiesAsync(cancellationToken)).Select(identify => identify.At));
        var wait = history.WaitBeforeNext(time.GetUtcNow(), Math.Max(limit?.Total ?? 0, DailyTotal));
        if (wait == TimeSpan.Zero)
        {
            return false;
        }

        Log.TooManyStarts(logger, history.Moments.Count, (int)wait.TotalSeconds);
        await PauseAsync(wait, wait, cancellationToken);
        return true;
    }

    private async Task SpendAsync(int lane, CancellationToken cancellationToken)
    {
        metrics.Identified();
        try
        {
            await store.AddIdentifyAsync(new PastIdentify(time.GetUtcNow(), lane), cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Log.NotSaved(logger, fault);
        }
    }

    private SemaphoreSlim LaneHere(int lane)
    {
        lock (_lanes)
        {
            if (!_lanes.TryGetValue(lane, out var here))
            {
                here = new SemaphoreSlim(1, 1);
                _lanes.Add(lane, here);
            }

            return here;
        }
    }

    private Task PauseAsync(TimeSpan wait, TimeSpan atMost, CancellationToken cancellationToken) =>
        wait <= TimeSpan.Zero ? Task.CompletedTask : Task.Delay(wait < atMost ? wait : atMost, time, cancellationToken);

    /// <summary>The right to identify once. Disposing it, used or not, lets the next one in.</summary>
    public sealed class IdentifyTurn : IAsyncDisposable
    {
        private readonly IdentifyLimiter _gate;
        private readonly int _lane;
        private readonly SemaphoreSlim _here;
        private readonly IAsyncDisposable _everywhere;
        private int _disposed;

        internal IdentifyTurn(IdentifyLimiter gate, int lane, Uri address, SemaphoreSlim here, IAsyncDisposable everywhere)
        {
            _gate = gate;
            _lane = lane;
            Address = address;
            _here = here;
            _everywhere = everywhere;
        }

        public Uri Address { get; }

        /// <summary>Counts the IDENTIFY, before it is sent: a crash in between must not make it forgotten.</summary>
        public Task SpendAsync(CancellationToken cancellationToken) => _gate.SpendAsync(_lane, cancellationToken);

        public async ValueTask DisposeAsync()
        {
            if (Interlocked.Exchange(ref _disposed, 1) == 0)
            {
                await _everywhere.DisposeAsync();
                _ = _here.Release();
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Error,
            Message = "Discord allows only {Remaining} more sessions and resets the token beyond; waiting, full again in {Minutes} minutes.")]
        public static partial void NoStartsLeft(ILogger logger, int remaining, long minutes);

        [LoggerMessage(EventId = 2, Level = LogLevel.Error,
            Message = "{Count} sessions were started within a day, which looks like a restart loop; the next starts in {Seconds} seconds.")]
        public static partial void TooManyStarts(ILogger logger, int count, int seconds);

        [LoggerMessage(EventId = 3, Level = LogLevel.Warning, Message = "The count of started sessions could not be saved.")]
        public static partial void NotSaved(ILogger logger, Exception exception);
    }
}
