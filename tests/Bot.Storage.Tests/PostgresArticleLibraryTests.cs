using Bot.Storage.Postgres;

namespace Bot.Storage.Tests;

public sealed class PostgresArticleLibraryTests : ArticleLibraryTests
{
    private readonly PostgresSchema _schema = new();

    private protected override async Task<Database> OpenAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        await _schema.CreateAsync(cancellationToken);
        return await ReopenAsync(time, cancellationToken);
    }

    private protected override async Task<Database> ReopenAsync(TimeProvider time, CancellationToken cancellationToken) =>
        await PostgresDatabase.OpenAsync(_schema.ConnectionString, time, cancellationToken);

    private protected override ValueTask DeleteAsync() => _schema.DisposeAsync();
}
