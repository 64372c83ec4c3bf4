using Bot.Discord.Model;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Gateway;

/// <summary>Lets shards start sessions no faster and no more often than Discord allows. One for all shards of a process.</summary>
public sealed partial class IdentifyGate(
    GatewayOptions options, GatewayDirectory directory, IGatewayStore store, GatewayMetrics metrics, TimeProvider time, ILogger<IdentifyGate> logger) : IDisposable
{
    private const int DailyTotal = 1000;

    private static readonly TimeSpan LongestUncheckedWait = TimeSpan.FromMinutes(15);

    private readonly SemaphoreSlim _bookkeeping = new(1, 1);
    private readonly Dictionary<int, Lane> _lanes = [];
    private IdentifyHistory? _history;

    /// <summary>Waits until the shard may identify; then nobody else of its lane may until the turn is disposed.</summary>
    /// <exception cref="GatewayStoppedException">The token is not accepted.</exception>
    /// <exception cref="HttpRequestException">Discord could not be asked.</exception>
    public async Task<IdentifyTurn> EnterAsync(int shardId, CancellationToken cancellationToken)
    {
        var bot = await directory.GetAsync(cancellationToken);
        var concurrency = Math.Max(bot.SessionStartLimit?.MaxConcurrency ?? 1, 1);
        var lane = await LaneAsync(shardId % concurrency, cancellationToken);
        await lane.Turn.WaitAsync(cancellationToken);
        try
        {
            var spacing = options.IdentifySpacing;
            await PauseAsync(lane.LastIdentify is { } last ? last + spacing - time.GetUtcNow() : TimeSpan.Zero, spacing, cancellationToken);
            while (await WaitForBudgetAsync(bot.SessionStartLimit, cancellationToken))
            {
                bot = await directory.GetAsync(cancellationToken);
            }

            return new IdentifyTurn(this, lane, bot.Url);
        }
        catch
        {
            _ = lane.Turn.Release();
            throw;
        }
    }

    public void Dispose() => _bookkeeping.Dispose();

    /// <summary>Waits a while if the day's sessions are nearly used up, by Discord's count or by ours. False when there was no need.</summary>
    private async Task<bool> WaitForBudgetAsync(SessionStartLimit? limit, CancellationToken cancellationToken)
    {
        if (limit is { Total: > 0 } && limit.Remaining <= limit.Total / 100)
        {
            Log.NoStartsLeft(logger, limit.Remaining, limit.ResetAfterMilliseconds / 60_000);
            await PauseAsync(TimeSpan.FromMilliseconds(Math.Max(limit.ResetAfterMilliseconds, 1000)), LongestUncheckedWait, cancellationToken);
            return true;
        }

        var history = await HistoryAsync(cancellationToken);
        var wait = history.WaitBeforeNext(time.GetUtcNow(), Math.Max(limit?.Total ?? 0, DailyTotal));
        if (wait == TimeSpan.Zero)
        {
            return false;
        }

        Log.TooManyStarts(logger, history.Moments.Count, (int)wait.TotalSeconds);
        await PauseAsync(wait, wait, cancellationToken);
        return true;
    }

    private async Task SpendAsync(Lane lane, CancellationToken cancellationToken)
    {
        var history = await HistoryAsync(cancellationToken);
        await _bookkeeping.WaitAsync(cancellationToken);
        try
        {
            lane.LastIdentify = time.GetUtcNow();
            history.Add(lane.LastIdentify.Value);
            metrics.Identified();
            await store.SaveIdentifiesAsync(history.Moments, cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Log.NotSaved(logger, fault);
        }
        finally
        {
            _ = _bookkeeping.Release();
        }
    }

    private async Task<Lane> LaneAsync(int key, CancellationToken cancellationToken)
    {
        var history = await HistoryAsync(cancellationToken);
        lock (_lanes)
        {
            if (!_lanes.TryGetValue(key, out var lane))
            {
                // A process that has just been restarted does not know whose the last one was; it takes it for its own.
                lane = new Lane { LastIdentify = history.Moments.Count > 0 ? history.Moments[^1] : null };
                _lanes.Add(key, lane);
            }

            return lane;
        }
    }

    private async Task<IdentifyHistory> HistoryAsync(CancellationToken cancellationToken)
    {
        await _bookkeeping.WaitAsync(cancellationToken);
        try
        {
            return _history ??= new IdentifyHistory(await store.LoadIdentifiesAsync(cancellationToken));
        }
        finally
        {
            _ = _bookkeeping.Release();
        }
    }

    private Task PauseAsync(TimeSpan wait, TimeSpan atMost, CancellationToken cancellationToken) =>
        wait <= TimeSpan.Zero ? Task.CompletedTask : Task.Delay(wait < atMost ? wait : atMost, time, cancellationToken);

    /// <summary>Shards that must not identify within five seconds of each other.</summary>
    internal sealed class Lane
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public DateTimeOffset? LastIdentify { get; set; }
    }

    /// <summary>The right to identify once. Disposing it, used or not, lets the next one in.</summary>
    public sealed class IdentifyTurn : IDisposable
    {
        private readonly IdentifyGate _gate;
        private readonly Lane _lane;
        private int _disposed;

        internal IdentifyTurn(IdentifyGate gate, Lane lane, Uri address)
        {
            _gate = gate;
            _lane = lane;
            Address = address;
        }

        public Uri Address { get; }

        /// <summary>Counts the IDENTIFY, before it is sent: a crash in between must not make it forgotten.</summary>
        public Task SpendAsync(CancellationToken cancellationToken) => _gate.SpendAsync(_lane, cancellationToken);

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _disposed, 1) == 0)
            {
                _ = _lane.Turn.Release();
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
