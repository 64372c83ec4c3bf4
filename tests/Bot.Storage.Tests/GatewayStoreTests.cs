using Microsoft.Extensions.Time.Testing;

namespace Bot.Storage.Tests;

/// <summary>What the processes of one bot know of each other, in every database.</summary>
public abstract class GatewayStoreTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 2, 1, 12, 0, 0, TimeSpan.Zero));
    private Database? _database;
    private GatewayStore _record = null!;
    private GatewayStore _otherBot = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await OpenAsync(Cancelled);
        _record = new GatewayStore(_database, _time, "bot");
        _otherBot = new GatewayStore(_database, _time, "other");
    }

    public async ValueTask DisposeAsync()
    {
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }

        await DeleteAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_session_is_kept_replaced_and_forgotten()
    {
        Assert.Null(await _record.LoadSessionAsync("0 of 2", Cancelled));
        await _record.SaveSessionAsync("0 of 2", new StoredSession("first", 5, "wss://resume.example"), Cancelled);
        await _record.SaveSessionAsync("1 of 2", new StoredSession("else", 1, null), Cancelled);
        await _record.SaveSessionAsync("0 of 2", new StoredSession("first", long.MaxValue, null), Cancelled);

        Assert.Equal(new StoredSession("first", long.MaxValue, null), await _record.LoadSessionAsync("0 of 2", Cancelled));
        Assert.Null(await _otherBot.LoadSessionAsync("0 of 2", Cancelled));

        await _record.SaveSessionAsync("0 of 2", null, Cancelled);
        Assert.Null(await _record.LoadSessionAsync("0 of 2", Cancelled));
        Assert.NotNull(await _record.LoadSessionAsync("1 of 2", Cancelled));
    }

    [Fact]
    public async Task Started_sessions_are_counted_for_a_day_with_their_lane()
    {
        await _record.AddIdentifyAsync(_time.Start, 3, Cancelled);
        await _otherBot.AddIdentifyAsync(_time.Start, 0, Cancelled);
        _time.Advance(TimeSpan.FromHours(23));
        await _record.AddIdentifyAsync(_time.GetUtcNow(), 0, Cancelled);
        Assert.Equal([(_time.Start, 3), (_time.GetUtcNow(), 0)], await _record.ListIdentifiesAsync(Cancelled));

        _time.Advance(TimeSpan.FromHours(1));
        Assert.Equal([0], (await _record.ListIdentifiesAsync(Cancelled)).Select(identify => identify.Lane));
    }

    [Fact]
    public async Task Counts_the_processes_that_were_heard_of_lately()
    {
        Assert.Equal(1, await _record.CountProcessesAsync("a", Cancelled));
        Assert.Equal(2, await _record.CountProcessesAsync("b", Cancelled));
        Assert.Equal(2, await _record.CountProcessesAsync("a", Cancelled));
        Assert.Equal(1, await _otherBot.CountProcessesAsync("a", Cancelled));

        _time.Advance(GatewayStore.Silence);
        Assert.Equal(2, await _record.CountProcessesAsync("a", Cancelled));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await _record.CountProcessesAsync("a", Cancelled));
    }

    [Fact]
    public async Task A_process_that_takes_its_leave_is_not_counted()
    {
        await _record.CountProcessesAsync("a", Cancelled);
        await _record.LeaveAsync("a", Cancelled);
        Assert.Equal(1, await _record.CountProcessesAsync("b", Cancelled));
    }

    /// <summary>Opens a new, empty database.</summary>
    private protected abstract Task<Database> OpenAsync(CancellationToken cancellationToken);

    private protected abstract ValueTask DeleteAsync();
}
