using System.Collections.Concurrent;
using Bot.Discord.Gateway;

namespace Bot.Discord.Tests.Gateway;

/// <summary>What several processes share, in memory; each joins and can be cut off from the others.</summary>
internal sealed class SharedLeases
{
    private readonly ConcurrentDictionary<int, Lease> _held = new();
    private readonly ConcurrentDictionary<int, SemaphoreSlim> _lanes = new();
    private int _processes;
    private int _refused;

    /// <summary>Makes everything that is shared out of reach.</summary>
    public bool IsDown { get; set; }

    /// <summary>How often a process has asked while it was.</summary>
    public int Refused => Volatile.Read(ref _refused);

    public IShardLeases Join()
    {
        Interlocked.Increment(ref _processes);
        return new Process(this);
    }

    /// <summary>A process is no longer counted, though it still runs.</summary>
    public void Forget() => Interlocked.Decrement(ref _processes);

    /// <summary>The lease is gone; its holder is told, as one is told whose connection broke.</summary>
    public void Break(int shard)
    {
        if (_held.TryRemove(shard, out var lease))
        {
            lease.Break();
        }
    }

    private sealed class Process(SharedLeases shared) : IShardLeases
    {
        public Task<int> ShareAsync(int shardCount, CancellationToken cancellationToken)
        {
            if (shared.IsDown)
            {
                Interlocked.Increment(ref shared._refused);
                throw new IOException("out of reach");
            }

            return Task.FromResult((int)Math.Ceiling(shardCount / (double)shared._processes));
        }

        public Task<IShardLease?> TryTakeAsync(int shardId, int shardCount, CancellationToken cancellationToken)
        {
            var lease = new Lease(() => shared._held.TryRemove(shardId, out _));
            return Task.FromResult<IShardLease?>(shared._held.TryAdd(shardId, lease) ? lease : null);
        }

        public async Task<IAsyncDisposable> EnterLaneAsync(int lane, CancellationToken cancellationToken)
        {
            var turn = shared._lanes.GetOrAdd(lane, _ => new SemaphoreSlim(1, 1));
            await turn.WaitAsync(cancellationToken);
            return new Lease(() => turn.Release());
        }
    }

    private sealed class Lease(Action giveUp) : IShardLease
    {
        private readonly CancellationTokenSource _lost = new();
        private int _gone;

        public CancellationToken Lost => _lost.Token;

        public void Break()
        {
            Interlocked.Exchange(ref _gone, 1);
            _lost.Cancel();
        }

        public ValueTask DisposeAsync()
        {
            if (Interlocked.Exchange(ref _gone, 1) == 0)
            {
                giveUp();
            }

            _lost.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
