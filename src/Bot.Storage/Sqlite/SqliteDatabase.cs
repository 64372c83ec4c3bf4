using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Bot.Articles;
using Microsoft.Data.Sqlite;

namespace Bot.Storage.Sqlite;

/// <summary>The embedded default: one file, write-ahead log, as many processes as like.</summary>
public sealed class SqliteDatabase : Database
{
    // Written into the file so that another program's database is told from ours. https://sqlite.org/pragma.html#pragma_application_id
    private const int ApplicationId = 0x4E777342;
    private const int BusySeconds = 10;
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(250);

    private readonly string _path;
    private readonly TimeProvider _time;
    private readonly string _connectionString;
    [SuppressMessage("Usage", "CA2213", Justification = "It holds nothing to free, and a last write may still give its turn back.")]
    private readonly SemaphoreSlim _writing = new(1);
    private volatile TaskCompletionSource _changedHere = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private SqliteDatabase(string path, TimeProvider time)
    {
        _path = path;
        _time = time;
        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            ForeignKeys = true,
            DefaultTimeout = BusySeconds,
        }.ToString();
    }

    /// <summary>Opens the file, which is made with its folder when it is not there, and brings its schema up to date.</summary>
    /// <exception cref="OperatorException">It cannot be read or written, is damaged, of a newer release or no library at all.</exception>
    public static async Task<SqliteDatabase> OpenAsync(string path, TimeProvider time, CancellationToken cancellationToken)
    {
        var database = new SqliteDatabase(Path.GetFullPath(path), time);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(database._path)!);
            await database.ScheduleAsync(() => database.MigrateAsync(cancellationToken), cancellationToken);
            return database;
        }
        catch (SqliteException exception) when (database.Explain(exception) is { } explained)
        {
            await database.DisposeAsync();
            throw explained;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new OperatorException($"The folder of the library {database._path} cannot be made: choose another one with Storage:Path or BOT_DATA.", exception);
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    public override ValueTask DisposeAsync()
    {
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
        return ValueTask.CompletedTask;
    }

    internal override Task AnnounceChangeAsync(DbTransaction transaction, CancellationToken cancellationToken)
    {
        // Ahead of the commit, so whoever wakes may look too early; the next look comes after PollInterval.
        Interlocked.Exchange(ref _changedHere, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
        return Task.CompletedTask;
    }

    internal override async Task WaitForHintAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _changedHere.Task.WaitAsync(PollInterval, _time, cancellationToken);
        }
        catch (TimeoutException)
        {
            // Another process may have written.
        }
    }

    // SQLite's calls block, while they wait for another writer up to BusySeconds; a gateway's or a request's thread is not for that.
    private protected override Task<T> ScheduleAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken) => Task.Run(work, cancellationToken);

    // SQLite has one writer at a time and lets the others sleep by guess, up to 100 ms, each on a thread; within the process they queue instead, and wake in turn.
    private protected override async Task<T> ScheduleWriteAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            return await ScheduleAsync(work, cancellationToken);
        }
        finally
        {
            _writing.Release();
        }
    }

    private protected override async ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    [SuppressMessage("Performance", "CA1849", Justification = "A read must not take the writer's lock; only the synchronous call can say so.")]
    private protected override ValueTask<DbTransaction?> BeginReadAsync(DbConnection connection, CancellationToken cancellationToken) =>
        ValueTask.FromResult<DbTransaction?>(((SqliteConnection)connection).BeginTransaction(deferred: true));

    // BEGIN IMMEDIATE: waits for its turn now, rather than failing half-way because another process wrote meanwhile.
    // Full: a commit is on the disk, not only out of the process, so that no index can know more than the library after a power cut.
    private protected override ValueTask<DbTransaction?> BeginWriteAsync(DbConnection connection, CancellationToken cancellationToken) =>
        BeginAsync(connection, "FULL", cancellationToken);

    // Normal: a commit outlives the process, not a power cut, and costs no wait for the disk. https://sqlite.org/pragma.html#pragma_synchronous
    private protected override ValueTask<DbTransaction?> BeginNoteAsync(DbConnection connection, CancellationToken cancellationToken) =>
        BeginAsync(connection, "NORMAL", cancellationToken);

    // SQLite waits for another process's writer by itself and more evenly than the driver, which looks again every 150 ms.
    private static async ValueTask<DbTransaction?> BeginAsync(DbConnection connection, string synchronous, CancellationToken cancellationToken)
    {
        await connection.ExecuteAsync($"PRAGMA busy_timeout = {BusySeconds}000; PRAGMA synchronous = {synchronous}", cancellationToken);
        return await connection.BeginTransactionAsync(cancellationToken);
    }

    private protected override OperatorException? Explain(DbException exception) => SqliteFaults.Explain((SqliteException)exception, _path);

    private async Task<bool> MigrateAsync(CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        var migrations = Migration.Of("Sqlite");
        if (await VersionAsync(connection, null, migrations, cancellationToken) == migrations[^1].Version)
        {
            return false;
        }

        await connection.ExecuteAsync("PRAGMA journal_mode = WAL", cancellationToken);
        await using var transaction = (await BeginWriteAsync(connection, cancellationToken))!;

        // Asked again now that no other process can be half-way through the same.
        var version = await VersionAsync(connection, transaction, migrations, cancellationToken);
        foreach (var migration in migrations.Where(migration => migration.Version > version))
        {
            await migration.ApplyAsync(transaction, cancellationToken);
            await transaction.ExecuteAsync(
                string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {migration.Version}; PRAGMA application_id = {ApplicationId}"),
                cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private async Task<long> VersionAsync(
        DbConnection connection, DbTransaction? transaction, IReadOnlyList<Migration> migrations, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = """
            SELECT (SELECT user_version FROM pragma_user_version), (SELECT application_id FROM pragma_application_id), (SELECT count(*) FROM sqlite_schema)
            """;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var (version, application, tables) = (reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2));
        if (application != ApplicationId && (application != 0 || version != 0 || tables != 0))
        {
            throw new OperatorException($"{_path} is the database of another program: choose another file with Storage:Path.");
        }

        return version <= migrations[^1].Version
            ? version
            : throw new OperatorException(
                $"The library {_path} was written by a newer release of the bot: start that one, or choose another file with Storage:Path.");
    }
}
