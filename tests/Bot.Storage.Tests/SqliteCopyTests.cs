using System.Data.Common;
using Bot.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Bot.Storage.Tests;

public sealed class SqliteCopyTests : CopyTests
{
    private readonly TemporaryFolder _folder = new();

    private protected override async Task<Database> OpenAsync(CancellationToken cancellationToken) =>
        await SqliteDatabase.OpenAsync(_folder.File("bot.db"), TimeProvider.System, cancellationToken);

    private protected override async Task<DbConnection> OpenOlderAsync(int version, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection($"Data Source={_folder.File("older.db")};Pooling=False");
        await connection.OpenAsync(cancellationToken);
        foreach (var migration in Migration.Of("Sqlite").Where(migration => migration.Version <= version))
        {
            await connection.ExecuteAsync($"{migration.Sql}; PRAGMA user_version = {migration.Version}; PRAGMA application_id = {0x4E777342}", cancellationToken);
        }

        return connection;
    }

    private protected override async Task<Database> ReopenOlderAsync(CancellationToken cancellationToken) =>
        await SqliteDatabase.OpenAsync(_folder.File("older.db"), TimeProvider.System, cancellationToken);

    private protected override ValueTask DeleteAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
