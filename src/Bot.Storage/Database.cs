using System.Collections.Immutable;
using System.Data.Common;
using Bot.Articles;

namespace Bot.Storage;

/// <summary>One of the two databases, as far as they differ; what is stored in them, and by which statements, is the same.</summary>
/// <remarks>A fault that a person can do something about is thrown as <see cref="OperatorException"/>.</remarks>
public abstract class Database : IAsyncDisposable
{
    private protected Database()
    {
    }

    /// <summary>Of this release; a database is brought to it when it is opened. The same in both.</summary>
    public static int SchemaVersion => Migration.Of("Sqlite")[^1].Version;

    public abstract ValueTask DisposeAsync();

    /// <summary>Reads one state of the database, however many statements it takes.</summary>
    internal Task<T> ReadAsync<T>(Func<DbTransaction, Task<T>> read, CancellationToken cancellationToken) =>
        RunAsync(ScheduleAsync, BeginReadAsync, read, cancellationToken);

    /// <summary>Changes everything or nothing; one writer at a time in all processes, so that what was read stays true until the commit.</summary>
    internal Task<T> WriteAsync<T>(Func<DbTransaction, Task<T>> write, CancellationToken cancellationToken) =>
        RunAsync(ScheduleWriteAsync, BeginWriteAsync, write, cancellationToken);

    /// <summary>Changes what is worth something for minutes only (claims, leases, marks), everything or nothing: no change of the library's, so that it waits
    /// for no turn among those, and a power cut may undo the last ones.</summary>
    internal Task<T> NoteAsync<T>(Func<DbTransaction, Task<T>> write, CancellationToken cancellationToken) =>
        RunAsync(ScheduleWriteAsync, BeginNoteAsync, write, cancellationToken);

    /// <summary>One statement that needs no other; returns the number of rows it changed.</summary>
    internal Task<int> ExecuteAsync(string sql, CancellationToken cancellationToken, params (string Name, object? Value)[] parameters) =>
        RunAsync(
            ScheduleWriteAsync,
            static (_, _) => ValueTask.FromResult<DbTransaction?>(null),
            (connection, _) => connection.ExecuteAsync(sql, cancellationToken, parameters),
            cancellationToken);

    /// <summary>The rows of one statement that needs no other: the shortest way there and back.</summary>
    internal Task<ImmutableArray<T>> QueryAsync<T>(
        string sql, Func<DbDataReader, T> read, CancellationToken cancellationToken, params (string Name, object? Value)[] parameters) =>
        RunAsync(
            ScheduleAsync,
            static (_, _) => ValueTask.FromResult<DbTransaction?>(null),
            (connection, _) => connection.QueryAsync(sql, read, cancellationToken, parameters),
            cancellationToken);

    /// <summary>Says, inside a writing transaction, that the sequence of changes grows when it commits.</summary>
    internal abstract Task AnnounceChangeAsync(DbTransaction transaction, CancellationToken cancellationToken);

    /// <summary>Completes when there may be a change to look for, and after a while in any case.</summary>
    internal abstract Task WaitForHintAsync(CancellationToken cancellationToken);

    /// <summary>In an INSERT, says that rows bring the numbers which the database gives otherwise.</summary>
    internal virtual string KeepingNumbers => "";

    /// <summary>Goes on behind the numbers that rows have brought.</summary>
    internal virtual Task ContinueNumbersAsync(DbTransaction transaction, CancellationToken cancellationToken) => Task.CompletedTask;

    private protected abstract ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken);

    private protected abstract ValueTask<DbTransaction?> BeginReadAsync(DbConnection connection, CancellationToken cancellationToken);

    private protected abstract ValueTask<DbTransaction?> BeginWriteAsync(DbConnection connection, CancellationToken cancellationToken);

    private protected abstract ValueTask<DbTransaction?> BeginNoteAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>The sentence for people where there is one; null leaves the exception as it is.</summary>
    private protected abstract OperatorException? Explain(DbException exception);

    private protected virtual Task<T> ScheduleAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken) => work();

    private protected virtual Task<T> ScheduleWriteAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken) => ScheduleAsync(work, cancellationToken);

    private Task<T> RunAsync<T>(
        Func<Func<Task<T>>, CancellationToken, Task<T>> schedule,
        Func<DbConnection, CancellationToken, ValueTask<DbTransaction?>> begin,
        Func<DbTransaction, Task<T>> work,
        CancellationToken cancellationToken) =>
        RunAsync(schedule, begin, (_, transaction) => work(transaction!), cancellationToken);

    private Task<T> RunAsync<T>(
        Func<Func<Task<T>>, CancellationToken, Task<T>> schedule,
        Func<DbConnection, CancellationToken, ValueTask<DbTransaction?>> begin,
        Func<DbConnection, DbTransaction?, Task<T>> work,
        CancellationToken cancellationToken) =>
        schedule(
            async () =>
            {
                try
                {
                    await using var connection = await OpenAsync(cancellationToken);
                    await using var transaction = await begin(connection, cancellationToken);
                    var result = await work(connection, transaction);
                    if (transaction is not null)
                    {
                        await transaction.CommitAsync(cancellationToken);
                    }

                    return result;
                }
                catch (DbException exception) when (Explain(exception) is { } explained)
                {
                    throw explained;
                }
            },
            cancellationToken);
}
