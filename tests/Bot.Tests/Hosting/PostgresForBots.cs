using Npgsql;

namespace Bot.Tests.Hosting;

/// <summary>A database of its own on the server that BOT_TEST_POSTGRES names; without one the test is skipped and says so.</summary>
internal sealed class PostgresForBots : IAsyncDisposable
{
    private readonly string _name = $"bots_{Guid.NewGuid():N}";

    private PostgresForBots()
    {
    }

    public string ConnectionString => new NpgsqlConnectionStringBuilder(Server) { Database = _name, MaxPoolSize = 30 }.ConnectionString;

    private static string? Server => Environment.GetEnvironmentVariable("BOT_TEST_POSTGRES");

    public static async Task<PostgresForBots> CreateAsync(CancellationToken cancellationToken)
    {
        Assert.SkipWhen(string.IsNullOrEmpty(Server), "BOT_TEST_POSTGRES names no PostgreSQL server; tests/run starts one.");
        var database = new PostgresForBots();
        await database.ExecuteAsync("CREATE DATABASE", "", cancellationToken);
        return database;
    }

    public async ValueTask DisposeAsync() => await ExecuteAsync("DROP DATABASE IF EXISTS", " WITH (FORCE)", CancellationToken.None);

    private async Task ExecuteAsync(string verb, string suffix, CancellationToken cancellationToken)
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
