using Bot.Storage.Sqlite;

namespace Bot.Storage.Tests;

public sealed class SqliteAnswerStoreTests : AnswerStoreTests
{
    private readonly TemporaryFolder _folder = new();

    private protected override async Task<Database> OpenAsync(CancellationToken cancellationToken) =>
        await SqliteDatabase.OpenAsync(_folder.File("bot.db"), TimeProvider.System, cancellationToken);

    private protected override ValueTask DeleteAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
