using Bot.Storage;
using Bot.Storage.Postgres;
using Npgsql;

namespace Bot.Benchmarks;

/// <summary>A PostgreSQL schema for one measurement, on the server that BOT_TEST_POSTGRES names.</summary>
internal sealed class ScratchSchema : IAsyncDisposable
{
    private readonly NpgsqlDataSource _server;
    private readonly string _name;

    private ScratchSchema(NpgsqlDataSource server, string name, Database database) => (_server, _name, Database) = (server, name, database);

    public Database Database { get; }

    /// <summary>Null when no server is named.</summary>
    public static async Task<ScratchSchema?> CreateAsync()
    {
        if (Environment.GetEnvironmentVariable("BOT_TEST_POSTGRES") is not { Length: > 0 } connection)
        {
            return null;
        }

        var name = $"bot_scale_{Guid.NewGuid():N}";
        var server = NpgsqlDataSource.Create(connection);
        await using (var create = server.CreateCommand($"CREATE SCHEMA {name}"))
        {
            await create.ExecuteNonQueryAsync();
        }

        var own = new NpgsqlConnectionStringBuilder(connection) { SearchPath = name }.ConnectionString;
        return new ScratchSchema(server, name, await PostgresDatabase.OpenAsync(own, TimeProvider.System, CancellationToken.None));
    }

    /// <summary>Bytes of all its tables with their indexes.</summary>
    public async Task<long> SizeAsync()
    {
        await using var size = _server.CreateCommand(
            "SELECT coalesce(sum(pg_total_relation_size(c.oid)), 0)::bigint FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = $1 AND c.relkind = 'r'");
        size.Parameters.Add(new NpgsqlParameter { Value = _name });
        return (long)(await size.ExecuteScalarAsync())!;
    }

    /// <summary>Whether the server waits for the disk at a commit.</summary>
    public async Task<string> FlushesAsync()
    {
        await using var setting = _server.CreateCommand("SELECT 'fsync ' || current_setting('fsync')");
        return (string)(await setting.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        await using (var drop = _server.CreateCommand($"DROP SCHEMA {_name} CASCADE"))
        {
            await drop.ExecuteNonQueryAsync();
        }

        await _server.DisposeAsync();
    }
}
