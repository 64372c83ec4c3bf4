using Bot.Storage.Postgres;

namespace Bot.Storage.Tests;

public sealed class PostgresOperationsTests : OperationsTests
{
    private readonly PostgresSchema _schema = new();
    private bool _created;

    private protected override async Task<Database> OpenAsync(CancellationToken cancellationToken)
    {
        if (!_created)
        {
            await _schema.CreateAsync(cancellationToken);
            _created = true;
        }

        return await PostgresDatabase.OpenAsync(_schema.ConnectionString, TimeProvider.System, cancellationToken);
    }

    private protected override ValueTask DeleteAsync() => _schema.DisposeAsync();
}
