using Bot.Articles;
using Medallion.Threading.Postgres;
using Npgsql;

namespace Bot.Storage.Postgres;

/// <summary>Rights that one process has at a time, held by a connection: whoever dies loses them with it.</summary>
/// <remarks>PostgreSQL's advisory locks. <see href="https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS"/></remarks>
public sealed class PostgresLeases
{
    // A server that hears nothing asks after 5 s and gives the connection up 10 s later; without, a machine that lost its network would keep its leases for
    // hours. The check (PostgreSQL 14 and later) notices a dead client also while a statement runs, and the lock's own watch of its connection is a long one.
    private const string Keepalives =
        "-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=3 -c tcp_keepalives_count=3 -c tcp_user_timeout=15000 -c client_connection_check_interval=2000";
    private static readonly TimeSpan LifeSign = TimeSpan.FromSeconds(5);

    private readonly string _connectionString;
    private readonly string _scope;

    /// <param name="scope">Tells the leases of one library and bot from all others on the server.</param>
    internal PostgresLeases(string connectionString, string scope)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString) { TcpKeepAlive = true, TcpKeepAliveTime = 5, TcpKeepAliveInterval = 3 };
        builder.Options = string.IsNullOrWhiteSpace(builder.Options) ? Keepalives : $"{builder.Options} {Keepalives}";
        _connectionString = builder.ConnectionString;
        _scope = scope;
    }

    /// <summary>Null while another process has it.</summary>
    /// <exception cref="OperatorException">The server is out of reach.</exception>
    public async Task<PostgresLease?> TryTakeAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return await LockFor(name).TryAcquireAsync(TimeSpan.Zero, cancellationToken) is { } handle ? new PostgresLease(handle) : null;
        }
        catch (NpgsqlException exception) when (PostgresFaults.Explain(exception) is { } explained)
        {
            throw explained;
        }
    }

    /// <summary>Waits until no other process has it.</summary>
    /// <exception cref="OperatorException">The server is out of reach.</exception>
    public async Task<PostgresLease> TakeAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            return new PostgresLease(await LockFor(name).AcquireAsync(timeout: null, cancellationToken));
        }
        catch (NpgsqlException exception) when (PostgresFaults.Explain(exception) is { } explained)
        {
            throw explained;
        }
    }

    private PostgresDistributedLock LockFor(string name) => new(
        new PostgresAdvisoryLockKey($"{_scope} {name}", allowHashing: true), _connectionString, options => options.KeepaliveCadence(LifeSign));
}

/// <summary>Disposing it gives the right up.</summary>
public sealed class PostgresLease : IAsyncDisposable
{
    private readonly PostgresDistributedLockHandle _handle;

    internal PostgresLease(PostgresDistributedLockHandle handle)
    {
        _handle = handle;
        Lost = handle.HandleLostToken;
    }

    /// <summary>Cancelled when the connection that holds it is gone.</summary>
    public CancellationToken Lost { get; }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _handle.DisposeAsync();
        }
        catch (Exception gone) when (gone is NpgsqlException or InvalidOperationException)
        {
            // The connection is gone, and the right with it; giving it up over a closed one is an InvalidOperationException.
        }
    }
}
