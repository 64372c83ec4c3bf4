using System.Data.Common;
using Bot.Storage.Postgres;
using Npgsql;

namespace Bot.Storage.Tests;

public sealed class PostgresCopyTests : CopyTests
{
    private readonly PostgresSchema _schema = new();
    private readonly PostgresSchema _older = new();

    private protected override async Task<Database> OpenAsync(CancellationToken cancellationToken)
    {
        await _schema.CreateAsync(cancellationToken);
        return await PostgresDatabase.OpenAsync(_schema.ConnectionString, TimeProvider.System, cancellationToken);
    }

    private protected override async Task<DbConnection> OpenOlderAsync(int version, CancellationToken cancellationToken)
    {
        await _older.CreateAsync(cancellationToken);
        var connection = new NpgsqlConnection(_older.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await connection.ExecuteAsync("CREATE TABLE schema_version (version bigint NOT NULL)", cancellationToken);
        foreach (var migration in Migration.Of("Postgres").Where(migration => migration.Version <= version))
        {
            await connection.ExecuteAsync(migration.Sql, cancellationToken);
            await connection.ExecuteAsync("INSERT INTO schema_version (version) VALUES (@version)", cancellationToken, ("@version", (long)migration.Version));
        }

        return connection;
    }

    private protected override async Task<Database> ReopenOlderAsync(CancellationToken cancellationToken) =>
        await PostgresDatabase.OpenAsync(_older.ConnectionString, TimeProvider.System, cancellationToken);

    private protected override async ValueTask DeleteAsync()
    {
        await _schema.DisposeAsync();
        await _older.DisposeAsync();
    }
}
