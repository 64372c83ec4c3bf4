using System.Data;
using System.Data.Common;
using Bot.Articles;
using Npgsql;

namespace Bot.Storage.Postgres;

/// <summary>One database for many processes, on as many machines as like.</summary>
public sealed class PostgresDatabase : Database
{
    private const string Channel = "bot_library";
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);

    private readonly string _connectionString;
    private readonly NpgsqlDataSource _source;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _stop = new();
    private readonly Lazy<Task> _listening;
    private volatile TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private PostgresDatabase(string connectionString, NpgsqlDataSource source, TimeProvider time)
    {
        _connectionString = connectionString;
        _source = source;
        _time = time;
        _listening = new Lazy<Task>(() => Task.Run(ListenAsync));
    }

    /// <summary>Reaches the server and brings the schema up to date.</summary>
    /// <exception cref="OperatorException">The server is out of reach or refuses, or the schema is of a newer release.</exception>
    public static async Task<PostgresDatabase> OpenAsync(string connectionString, TimeProvider time, CancellationToken cancellationToken)
    {
        NpgsqlDataSource source;
        try
        {
            source = NpgsqlDataSource.Create(connectionString);
        }
        catch (ArgumentException exception)
        {
            throw new OperatorException("Storage:ConnectionString is not one that PostgreSQL's driver understands.", exception);
        }

        var database = new PostgresDatabase(connectionString, source, time);
        try
        {
            await database.MigrateAsync(cancellationToken);
            return database;
        }
        catch (NpgsqlException exception) when (database.Explain(exception) is { } explained)
        {
            await database.DisposeAsync();
            throw explained;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>Rights that one process has at a time.</summary>
    /// <param name="scope">Tells the leases of one bot or library from all others in the database.</param>
    public PostgresLeases LeasesOf(string scope) => new(_connectionString, scope);

    public override async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        if (_listening.IsValueCreated)
        {
            await _listening.Value;
        }

        _stop.Dispose();
        await _source.DisposeAsync();
    }

    internal override Task AnnounceChangeAsync(DbTransaction transaction, CancellationToken cancellationToken) =>
        transaction.ExecuteAsync("SELECT pg_notify(@channel, '')", cancellationToken, ("@channel", Channel));

    internal override string KeepingNumbers => "OVERRIDING SYSTEM VALUE";

    internal override Task ContinueNumbersAsync(DbTransaction transaction, CancellationToken cancellationToken) => transaction.ExecuteAsync(
        """
        SELECT setval(pg_get_serial_sequence('articles', 'key'), (SELECT coalesce(max(key), 0) + 1 FROM articles), false),
               setval(pg_get_serial_sequence('vectors', 'position'), (SELECT coalesce(max(position), 0) + 1 FROM vectors), false)
        """,
        cancellationToken);

    internal override async Task WaitForHintAsync(CancellationToken cancellationToken)
    {
        _ = _listening.Value;
        try
        {
            await _changed.Task.WaitAsync(PollInterval, _time, cancellationToken);
        }
        catch (TimeoutException)
        {
            // The notification may have been lost with its connection.
        }
    }

    private protected override async ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken) =>
        await _source.OpenConnectionAsync(cancellationToken);

    private protected override async ValueTask<DbTransaction?> BeginReadAsync(DbConnection connection, CancellationToken cancellationToken) =>
        await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);

    // The row's lock makes writers take turns, so that changes become visible in the order of their numbers and none is overlooked by a follower.
    private protected override async ValueTask<DbTransaction?> BeginWriteAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
        try
        {
            await transaction.ExecuteAsync("SELECT sequence FROM library FOR UPDATE", cancellationToken);
            return transaction;
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    private protected override async ValueTask<DbTransaction?> BeginNoteAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
        try
        {
            await transaction.ExecuteAsync("SET LOCAL synchronous_commit = off", cancellationToken);
            return transaction;
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    private protected override OperatorException? Explain(DbException exception) => PostgresFaults.Explain((NpgsqlException)exception);

    private async Task MigrateAsync(CancellationToken cancellationToken)
    {
        // A number of our own; whoever migrates holds it. https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS
        const long MigrationLock = 0x4E777342;

        await using var connection = await _source.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await transaction.ExecuteAsync("SELECT pg_advisory_xact_lock(@lock)", cancellationToken, ("@lock", MigrationLock));
        await transaction.ExecuteAsync("CREATE TABLE IF NOT EXISTS schema_version (version bigint NOT NULL)", cancellationToken);
        var version = await transaction.ScalarAsync<long>("SELECT coalesce(max(version), 0) FROM schema_version", cancellationToken);
        var migrations = Migration.Of("Postgres");
        if (version > migrations[^1].Version)
        {
            throw new OperatorException(
                "The library was written by a newer release of the bot: start that one, or choose another database with Storage:ConnectionString.");
        }

        foreach (var migration in migrations.Where(migration => migration.Version > version))
        {
            await migration.ApplyAsync(transaction, cancellationToken);
            await transaction.ExecuteAsync(
                "INSERT INTO schema_version (version) VALUES (@version)", cancellationToken, ("@version", (long)migration.Version));
        }

        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Passes the server's notifications on, over a connection of its own, which is made again when it breaks.</summary>
    private async Task ListenAsync()
    {
        while (true)
        {
            try
            {
                await using var connection = await _source.OpenConnectionAsync(_stop.Token);
                connection.Notification += (_, _) => Signal();
                await connection.ExecuteAsync($"LISTEN {Channel}", _stop.Token);

                // What was announced before is not told again.
                Signal();
                while (true)
                {
                    await connection.WaitAsync(_stop.Token);
                }
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (NpgsqlException)
            {
                // Whoever waits looks for himself once in PollInterval until the server is back.
                if (!await DelayAsync())
                {
                    return;
                }
            }
        }
    }

    private async Task<bool> DelayAsync()
    {
        try
        {
            await Task.Delay(PollInterval, _time, _stop.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private void Signal() =>
        Interlocked.Exchange(ref _changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
}
