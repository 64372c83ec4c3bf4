using Bot.Articles;
using Bot.Storage.Postgres;
using Npgsql;

namespace Bot.Storage.Tests;

public sealed class PostgresLeasesTests : IAsyncLifetime
{
    private readonly PostgresSchema _schema = new();
    private readonly string _bot = Guid.NewGuid().ToString();
    private PostgresDatabase? _here;
    private PostgresDatabase? _there;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _schema.CreateAsync(Cancelled);
        _here = await PostgresDatabase.OpenAsync(_schema.ConnectionString, TimeProvider.System, Cancelled);
        _there = await PostgresDatabase.OpenAsync(_schema.ConnectionString + ";Application Name=there", TimeProvider.System, Cancelled);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var database in new[] { _here, _there }.OfType<PostgresDatabase>())
        {
            await database.DisposeAsync();
        }

        await _schema.DisposeAsync();
    }

    [Fact]
    public async Task One_process_has_a_lease_until_it_gives_it_up()
    {
        var (here, there) = (_here!.LeasesOf(_bot), _there!.LeasesOf(_bot));
        var lease = await here.TryTakeAsync("shard 0 of 2", Cancelled);
        Assert.NotNull(lease);
        Assert.Null(await there.TryTakeAsync("shard 0 of 2", Cancelled));
        Assert.Null(await here.TryTakeAsync("shard 0 of 2", Cancelled));
        await using var neighbour = await there.TryTakeAsync("shard 1 of 2", Cancelled);
        await using var others = await there.TryTakeAsync($"{_bot} shard 0 of 2", Cancelled);
        Assert.NotNull(neighbour);
        Assert.NotNull(others);

        await lease.DisposeAsync();
        await using var next = await there.TryTakeAsync("shard 0 of 2", Cancelled);
        Assert.NotNull(next);
        Assert.False(next.Lost.IsCancellationRequested);
    }

    [Fact]
    public async Task Whoever_waits_for_a_lease_gets_it_when_it_is_free()
    {
        var lease = await _here!.LeasesOf(_bot).TakeAsync("identify 0", Cancelled);
        var waiting = _there!.LeasesOf(_bot).TakeAsync("identify 0", Cancelled);
        Assert.False(waiting.IsCompleted);
        await lease.DisposeAsync();
        await using var next = await waiting.WaitAsync(TimeSpan.FromSeconds(10), Cancelled);
    }

    [Fact]
    public async Task Whoever_loses_the_connection_is_told_and_the_lease_is_free()
    {
        var lease = (await _there!.LeasesOf(_bot).TryTakeAsync("shard 0 of 1", Cancelled))!;
        var lost = new TaskCompletionSource();
        await using var registration = lease.Lost.Register(() => lost.SetResult());
        await TerminateAsync("there");

        await lost.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancelled);
        await using var next = await _here!.LeasesOf(_bot).TryTakeAsync("shard 0 of 1", Cancelled);
        Assert.NotNull(next);
        await lease.DisposeAsync();
    }

    [Fact]
    public async Task A_server_out_of_reach_is_told_in_a_sentence()
    {
        var leases = new PostgresLeases("Host=127.0.0.1;Port=1;Username=bot;Timeout=5", _bot);
        await Assert.ThrowsAsync<OperatorException>(() => leases.TryTakeAsync("shard 0 of 1", Cancelled));
    }

    private async Task TerminateAsync(string application)
    {
        await using var source = NpgsqlDataSource.Create(_schema.ConnectionString);
        await using var command = source.CreateCommand("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = $1");
        command.Parameters.Add(new NpgsqlParameter { Value = application });
        Assert.True((long)(await command.ExecuteScalarAsync(Cancelled))! > 0);
    }
}
