using Bot.Storage.Postgres;

namespace Bot.Storage.Tests;

public sealed class PostgresAnswerStoreTests : AnswerStoreTests
{
    private readonly PostgresSchema _schema = new();

    private protected override async Task<Database> OpenAsync(CancellationToken cancellationToken)
    {
        await _schema.CreateAsync(cancellationToken);
        return await PostgresDatabase.OpenAsync(_schema.ConnectionString, TimeProvider.System, cancellationToken);
    }

    private protected override ValueTask DeleteAsync() => _schema.DisposeAsync();
}
