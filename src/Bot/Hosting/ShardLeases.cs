using Bot.Discord.Gateway;
using Bot.Storage;
using Bot.Storage.Postgres;

namespace Bot.Hosting;

/// <summary>Divides the shards between all processes that serve one bot from one PostgreSQL database.</summary>
internal sealed class ShardLeases(PostgresLeases leases, GatewayStore record) : IShardLeases, IAsyncDisposable
{
    private readonly string _process = $"{Environment.MachineName} {Environment.ProcessId} {Guid.NewGuid():N}";

    public async Task<int> ShareAsync(int shardCount, CancellationToken cancellationToken)
    {
        var processes = record.CountProcessesAsync(_process, cancellationToken);
        await SharedFaults.AsInputOutput(processes);
        return (int)Math.Ceiling(shardCount / (double)await processes);
    }

    public async Task<IShardLease?> TryTakeAsync(int shardId, int shardCount, CancellationToken cancellationToken)
    {
        var lease = leases.TryTakeAsync($"shard {shardId} of {shardCount}", cancellationToken);
        await SharedFaults.AsInputOutput(lease);
        return await lease is { } taken ? new ShardLease(taken) : null;
    }

    public async Task<IAsyncDisposable> EnterLaneAsync(int lane, CancellationToken cancellationToken)
    {
        var turn = leases.TakeAsync($"identify {lane}", cancellationToken);
        await SharedFaults.AsInputOutput(turn);
        return await turn;
    }

    /// <summary>The others need not wait until this process is missed.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await SharedFaults.AsInputOutput(record.LeaveAsync(_process, CancellationToken.None));
        }
        catch (IOException)
        {
            // They miss it soon enough.
        }
    }

    private sealed class ShardLease(PostgresLease lease) : IShardLease
    {
        public CancellationToken Lost => lease.Lost;

        public ValueTask DisposeAsync() => lease.DisposeAsync();
    }
}
