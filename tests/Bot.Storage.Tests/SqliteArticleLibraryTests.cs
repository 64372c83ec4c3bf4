using Bot.Storage.Sqlite;

namespace Bot.Storage.Tests;

public sealed class SqliteArticleLibraryTests : ArticleLibraryTests
{
    private readonly TemporaryFolder _folder = new();

    private protected override async Task<Database> OpenAsync(TimeProvider time, CancellationToken cancellationToken) =>
        await SqliteDatabase.OpenAsync(_folder.File("bot.db"), time, cancellationToken);

    private protected override Task<Database> ReopenAsync(TimeProvider time, CancellationToken cancellationToken) => OpenAsync(time, cancellationToken);

    private protected override ValueTask DeleteAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
