namespace Bot.Storage.Tests;

/// <summary>The client is killed, the server lives on.</summary>
public sealed class PostgresCrashTests : CrashTests
{
    private readonly PostgresSchema _schema = new();

    private protected override (string Kind, string Where) Library => ("Postgres", _schema.ConnectionString);

    public override async ValueTask InitializeAsync() => await _schema.CreateAsync(TestContext.Current.CancellationToken);

    private protected override ValueTask DeleteAsync() => _schema.DisposeAsync();
}
