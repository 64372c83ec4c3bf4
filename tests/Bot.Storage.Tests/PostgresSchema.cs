using Npgsql;

namespace Bot.Storage.Tests;

/// <summary>A schema of its own for a test, on the server that BOT_TEST_POSTGRES names; without one the test is skipped and says so.</summary>
internal sealed class PostgresSchema : IAsyncDisposable
{
    private readonly string _name = $"bot_{Guid.NewGuid():N}";
    private bool _created;

    public string ConnectionString => new NpgsqlConnectionStringBuilder(Server) { SearchPath = _name, MaxPoolSize = 20 }.ConnectionString;

    private static string? Server => Environment.GetEnvironmentVariable("BOT_TEST_POSTGRES");

    public async Task CreateAsync(CancellationToken cancellationToken)
    {
        Assert.SkipWhen(string.IsNullOrEmpty(Server), "BOT_TEST_POSTGRES names no PostgreSQL server; tests/run starts one.");
        await ExecuteAsync("CREATE SCHEMA", cancellationToken);
        _created = true;
    }

    public async ValueTask DisposeAsync()
    {
        if (_created)
        {
            await ExecuteAsync("DROP SCHEMA IF EXISTS", CancellationToken.None, " CASCADE");
        }
    }

    private async Task ExecuteAsync(string verb, CancellationToken cancellationToken, string suffix = "")
    {
        await using var connection = new NpgsqlConnection(Server + ";Pooling=false");
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Literals and a name made here.
        command.CommandText = $"{verb} {_name}{suffix}";
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
