using System.Collections.Immutable;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace Bot.Storage;

/// <summary>Statements with named parameters (<c>@name</c>), alike in both databases.</summary>
internal static class Statements
{
    public static Task<int> ExecuteAsync(
        this DbTransaction transaction, string sql, CancellationToken cancellationToken, params (string Name, object? Value)[] parameters) =>
        ExecuteAsync(transaction.Connection!, transaction, sql, parameters, cancellationToken);

    public static Task<int> ExecuteAsync(
        this DbConnection connection, string sql, CancellationToken cancellationToken, params (string Name, object? Value)[] parameters) =>
        ExecuteAsync(connection, null, sql, parameters, cancellationToken);

    /// <summary>The first column of the first row.</summary>
    public static async Task<T?> ScalarAsync<T>(
        this DbTransaction transaction, string sql, CancellationToken cancellationToken, params (string Name, object? Value)[] parameters)
    {
        await using var command = Create(transaction.Connection!, transaction, sql, parameters);
        return await command.ExecuteScalarAsync(cancellationToken) is T value ? value : default;
    }

    public static Task<ImmutableArray<T>> QueryAsync<T>(
        this DbTransaction transaction,
        string sql,
        Func<DbDataReader, T> read,
        CancellationToken cancellationToken,
        params (string Name, object? Value)[] parameters) =>
        QueryAllAsync(transaction, sql, rows => rows.NextAsync(read, cancellationToken), cancellationToken, parameters);

    public static async Task<ImmutableArray<T>> QueryAsync<T>(
        this DbConnection connection,
        string sql,
        Func<DbDataReader, T> read,
        CancellationToken cancellationToken,
        params (string Name, object? Value)[] parameters)
    {
        await using var command = Create(connection, null, sql, parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.NextAsync(read, cancellationToken);
    }

    /// <summary>Several statements on one way to the database and back.</summary>
    /// <param name="read">Reads the rows of each statement in turn, by <see cref="NextAsync"/>.</param>
    public static async Task<T> QueryAllAsync<T>(
        this DbTransaction transaction,
        string sql,
        Func<DbDataReader, Task<T>> read,
        CancellationToken cancellationToken,
        params (string Name, object? Value)[] parameters)
    {
        await using var command = Create(transaction.Connection!, transaction, sql, parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await read(reader);
    }

    /// <summary>All rows of a statement; then the reader stands before those of the next one.</summary>
    public static async Task<ImmutableArray<T>> NextAsync<T>(this DbDataReader reader, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        var rows = ImmutableArray.CreateBuilder<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(reader));
        }

        await reader.NextResultAsync(cancellationToken);
        return rows.DrainToImmutable();
    }

    /// <summary>One statement for each of several rows: on one way to the database and back where that is far, else prepared once.</summary>
    public static Task ExecuteForEachAsync<T>(
        this DbTransaction transaction,
        string sql,
        IEnumerable<T> rows,
        Func<T, (string Name, object? Value)[]> parameters,
        CancellationToken cancellationToken) => transaction.Connection!.CanCreateBatch
            ? ExecuteTogetherAsync(transaction, sql, rows, parameters, cancellationToken)
            : ExecutePreparedAsync(transaction, sql, rows, parameters, cancellationToken);

    [SuppressMessage("Security", "CA2100", Justification = "Every statement is a literal of this project; values travel as parameters.")]
    private static async Task ExecuteTogetherAsync<T>(
        DbTransaction transaction, string sql, IEnumerable<T> rows, Func<T, (string Name, object? Value)[]> parameters, CancellationToken cancellationToken)
    {
        await using var batch = transaction.Connection!.CreateBatch();
        batch.Transaction = transaction;
        foreach (var row in rows)
        {
            var command = batch.CreateBatchCommand();
            command.CommandText = sql;
            foreach (var (name, value) in parameters(row))
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = name;
                parameter.Value = value ?? DBNull.Value;
                command.Parameters.Add(parameter);
            }

            batch.BatchCommands.Add(command);
        }

        if (batch.BatchCommands.Count > 0)
        {
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private static async Task ExecutePreparedAsync<T>(
        DbTransaction transaction, string sql, IEnumerable<T> rows, Func<T, (string Name, object? Value)[]> parameters, CancellationToken cancellationToken)
    {
        DbCommand? command = null;
        try
        {
            foreach (var row in rows)
            {
                if (command is null)
                {
                    command = Create(transaction.Connection!, transaction, sql, parameters(row));
                }
                else
                {
                    foreach (var (name, value) in parameters(row))
                    {
                        command.Parameters[name].Value = value ?? DBNull.Value;
                    }
                }

                await command.ExecuteNonQueryAsync(cancellationToken);
            }
        }
        finally
        {
            if (command is not null)
            {
                await command.DisposeAsync();
            }
        }
    }

    public static string? TextOrNull(this DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private static async Task<int> ExecuteAsync(
        DbConnection connection, DbTransaction? transaction, string sql, (string, object?)[] parameters, CancellationToken cancellationToken)
    {
        await using var command = Create(connection, transaction, sql, parameters);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    [SuppressMessage("Security", "CA2100", Justification = "Every statement is a literal of this project; values travel as parameters.")]
    private static DbCommand Create(DbConnection connection, DbTransaction? transaction, string sql, (string Name, object? Value)[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Transaction = transaction;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
