namespace Bot.Discord.Gateway;

/// <summary>Divides the shards of one bot between its processes, so that each is run by one of them.</summary>
/// <remarks>Calls throw <see cref="IOException"/> when what the processes share is out of reach; whoever calls tries again later.</remarks>
public interface IShardLeases
{
    /// <summary>How many of the shards this process is to run now. Asked again and again, which tells the other processes that this one lives.</summary>
    Task<int> ShareAsync(int shardCount, CancellationToken cancellationToken);

    /// <summary>The sole right to run a shard; null while another process has it.</summary>
    Task<IShardLease?> TryTakeAsync(int shardId, int shardCount, CancellationToken cancellationToken);

    /// <summary>Waits until no other process is starting a session in this lane; then none may until the result is disposed.</summary>
    Task<IAsyncDisposable> EnterLaneAsync(int lane, CancellationToken cancellationToken);
}

/// <summary>Disposing it lets another process run the shard.</summary>
public interface IShardLease : IAsyncDisposable
{
    /// <summary>Cancelled when the lease is gone without having been given up: another process may run the shard.</summary>
    CancellationToken Lost { get; }
}

/// <summary>For a bot that is one process: it runs everything.</summary>
public sealed class SoleProcess : IShardLeases, IShardLease
{
    public CancellationToken Lost => CancellationToken.None;

    public Task<int> ShareAsync(int shardCount, CancellationToken cancellationToken) => Task.FromResult(shardCount);

    public Task<IShardLease?> TryTakeAsync(int shardId, int shardCount, CancellationToken cancellationToken) => Task.FromResult<IShardLease?>(this);

    public Task<IAsyncDisposable> EnterLaneAsync(int lane, CancellationToken cancellationToken) => Task.FromResult<IAsyncDisposable>(this);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
