using Bot.Articles;
using Bot.Storage.Postgres;
using Npgsql;

namespace Bot.Storage.Tests;

public sealed class PostgresDatabaseTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Says_that_the_server_is_out_of_reach_without_the_password()
    {
        var fault = await Assert.ThrowsAsync<OperatorException>(() =>
            PostgresDatabase.OpenAsync("Host=127.0.0.1;Port=1;Username=bot;Password=quay-side-7;Database=bot;Timeout=5", TimeProvider.System, Cancelled));
        Assert.Contains("out of reach", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("quay-side-7", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_the_connection_string_is_none()
    {
        var fault = await Assert.ThrowsAsync<OperatorException>(() => PostgresDatabase.OpenAsync("harbour=5;;=", TimeProvider.System, Cancelled));
        Assert.Contains("Storage:ConnectionString", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_library_of_a_newer_release()
    {
        await using var schema = new PostgresSchema();
        await schema.CreateAsync(Cancelled);
        await (await PostgresDatabase.OpenAsync(schema.ConnectionString, TimeProvider.System, Cancelled)).DisposeAsync();
        await using (var source = NpgsqlDataSource.Create(schema.ConnectionString))
        {
            await using var command = source.CreateCommand("INSERT INTO schema_version (version) VALUES (9999)");
            await command.ExecuteNonQueryAsync(Cancelled);
        }

        var fault = await Assert.ThrowsAsync<OperatorException>(() => PostgresDatabase.OpenAsync(schema.ConnectionString, TimeProvider.System, Cancelled));
        Assert.Contains("newer release", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opens_for_many_at_once_when_there_is_nothing_yet()
    {
        await using var schema = new PostgresSchema();
        await schema.CreateAsync(Cancelled);
        var databases = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => PostgresDatabase.OpenAsync(schema.ConnectionString, TimeProvider.System, Cancelled)));
        var ids = await Task.WhenAll(databases.Select(async database =>
            (await new ArticleLibrary(database, TimeProvider.System).GetStateAsync(Cancelled)).LibraryId));
        Assert.Single(ids.Distinct());
        foreach (var database in databases)
        {
            await database.DisposeAsync();
        }
    }
}
