using Microsoft.Extensions.Logging;

namespace Bot.Discord.Gateway;

/// <summary>Runs as many shards as are this process's share, each for as long as it holds the lease on it.</summary>
/// <param name="count">Shards of the whole bot.</param>
/// <param name="mayRun">Those this process may run.</param>
internal sealed partial class ShardRoster(int count, IReadOnlyList<int> mayRun, ShardResources shared, ILoggerFactory loggers)
{
    private readonly ILogger _logger = loggers.CreateLogger<ShardRoster>();
    private List<RunningShard> _running = [];

    /// <summary>The shards that run here now.</summary>
    public IReadOnlyList<GatewayClient> Shards => [.. Volatile.Read(ref _running).Select(running => running.Client)];

    /// <summary>True once the shards have been divided for the first time; there may be none left for this process.</summary>
    public bool IsSettled { get; private set; }

    /// <summary>Runs until it is told to stop, then stops every shard.</summary>
    /// <exception cref="GatewayStoppedException">An operator has to change something first; it concerns all shards, for token, intents and count are the bot's.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (!cancellationToken.IsCancellationRequested)
            {
                await ReviewAsync(cancellationToken);
                await Task.WhenAny([Task.Delay(shared.Options.LeaseReview, shared.Time, cancellationToken), .. _running.Select(running => running.Ended)]);
                foreach (var ended in _running.Where(running => running.Ended.IsCompleted).ToList())
                {
                    await LeaveAsync(ended);
                }
            }
        }
        finally
        {
            await Task.WhenAll(_running.Select(running => running.StopAsync()));
        }
    }

    private async Task ReviewAsync(CancellationToken cancellationToken)
    {
        try
        {
            var share = await shared.Leases.ShareAsync(count, cancellationToken);
            while (_running.Count > share)
            {
                Log.Moving(_logger, _running[^1].Client.ShardId);
                await LeaveAsync(_running[^1]);
            }

            foreach (var id in mayRun.Where(id => _running.All(running => running.Client.ShardId != id)))
            {
                if (_running.Count < share && await shared.Leases.TryTakeAsync(id, count, cancellationToken) is { } lease)
                {
                    Log.Taken(_logger, id, count);
                    Volatile.Write(ref _running, [.. _running, new RunningShard(new GatewayClient(id, count, shared, loggers.CreateLogger<GatewayClient>()), lease)]);
                }
            }

            IsSettled = true;
        }
        catch (IOException fault)
        {
            // Those that run go on until their leases are lost too.
            Log.NotDivided(_logger, fault);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Told to stop while dividing.
        }
    }

    private async Task LeaveAsync(RunningShard shard)
    {
        Volatile.Write(ref _running, [.. _running.Where(running => running != shard)]);
        await shard.StopAsync();
    }

    private sealed class RunningShard
    {
        private readonly IShardLease _lease;
        private readonly CancellationTokenSource _stop;

        public RunningShard(GatewayClient client, IShardLease lease)
        {
            Client = client;
            _lease = lease;
            _stop = CancellationTokenSource.CreateLinkedTokenSource(lease.Lost);
            Ended = client.RunAsync(_stop.Token);
        }

        public GatewayClient Client { get; }

        public Task Ended { get; }

        /// <summary>The session is saved before the lease is given up, so that the next process resumes it.</summary>
        public async Task StopAsync()
        {
            try
            {
                await _stop.CancelAsync();
                await Ended;
            }
            catch (OperationCanceledException)
            {
                // Stopped before its first connection.
            }
            finally
            {
                await _lease.DisposeAsync();
                _stop.Dispose();
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "This process runs shard {Shard} of {Count} now.")]
        public static partial void Taken(ILogger logger, int shard, int count);

        [LoggerMessage(EventId = 2, Level = LogLevel.Information, Message = "Shard {Shard} moves to another process.")]
        public static partial void Moving(ILogger logger, int shard);

        [LoggerMessage(EventId = 3, Level = LogLevel.Warning, Message = "The shards cannot be divided between the processes; trying again.")]
        public static partial void NotDivided(ILogger logger, Exception exception);
    }
}
