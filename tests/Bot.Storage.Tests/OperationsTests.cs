using Bot.Articles;
using Bot.Storage.Guilds;
using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Storage.Tests;

/// <summary>Settings, limits and unfinished interactions, in every database.</summary>
public abstract class OperationsTests : IAsyncLifetime
{
    private static readonly GuildId Harbour = new(1111);
    private static readonly GuildId Mountain = new(ulong.MaxValue);

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 2, 1, 12, 0, 0, TimeSpan.Zero));
    private Database _database = null!;
    private Database _other = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await OpenAsync(Cancelled);
        _other = await OpenAsync(Cancelled);
    }

    public async ValueTask DisposeAsync()
    {
        await (_database?.DisposeAsync() ?? default);
        await (_other?.DisposeAsync() ?? default);
        await DeleteAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_guild_that_has_set_nothing_has_the_defaults()
    {
        Assert.Equal(new GuildSettings(), await new GuildSettingsStore(_database).GetAsync(Harbour, Cancelled));
    }

    [Fact]
    public async Task Settings_are_given_back_as_they_were_set_and_to_their_guild_alone()
    {
        var settings = new GuildSettings
        {
            Adding = Adding.Role,
            AddingRole = ulong.MaxValue - 1,
            Private = true,
            Language = "fr",
            QuestionsPerPerson = 7,
            QuestionsPerGuild = 70,
            KeptDays = 0,
        };

        var changed = await new GuildSettingsStore(_database).ChangeAsync(Mountain, _ => settings, Cancelled);

        Assert.Equal(settings, changed);
        Assert.Equal(settings, await new GuildSettingsStore(_other).GetAsync(Mountain, Cancelled));
        Assert.Equal(new GuildSettings(), await new GuildSettingsStore(_other).GetAsync(Harbour, Cancelled));
    }

    [Fact]
    public async Task Two_managers_who_change_different_things_at_once_both_have_their_way()
    {
        var records = new[] { new GuildSettingsStore(_database), new GuildSettingsStore(_other) };

        await Task.WhenAll(
            Task.Run(() => records[0].ChangeAsync(Harbour, settings => settings with { Private = true }, Cancelled), Cancelled),
            Task.Run(() => records[1].ChangeAsync(Harbour, settings => settings with { KeptDays = 3 }, Cancelled), Cancelled));

        Assert.Equal(new GuildSettings { Private = true, KeptDays = 3 }, await records[0].GetAsync(Harbour, Cancelled));
    }

    [Fact]
    public async Task A_thread_has_the_article_of_its_channel_until_it_has_its_own()
    {
        var library = new ArticleLibrary(_database, _time);
        await library.AddAsync(Harbour, SampleArticles.Bare("aaaa", "One."), default, Cancelled);
        await library.AddAsync(GuildId.Everyone, SampleArticles.Bare("bbbb", "Two."), default, Cancelled);
        var channels = new ChannelArticles(_database);
        await channels.SetAsync(Harbour, 10, "aaaa", Cancelled);

        Assert.Equal("aaaa", await channels.GetAsync(Harbour, 11, 10, Cancelled));
        await channels.SetAsync(Harbour, 11, "bbbb", Cancelled);
        Assert.Equal("bbbb", await channels.GetAsync(Harbour, 11, 10, Cancelled));
        Assert.Equal("aaaa", await channels.GetAsync(Harbour, 10, null, Cancelled));
        Assert.Null(await channels.GetAsync(Mountain, 10, null, Cancelled));
        await channels.ClearAsync(Harbour, 11, Cancelled);
        Assert.Equal("aaaa", await channels.GetAsync(Harbour, 11, 10, Cancelled));
    }

    [Fact]
    public async Task What_a_channel_is_about_goes_with_the_article_and_does_not_come_back_with_it()
    {
        var library = new ArticleLibrary(_database, _time);
        var (own, shared) = (SampleArticles.Bare("aaaa", "One."), SampleArticles.Bare("bbbb", "Two."));
        await library.AddAsync(Harbour, own, default, Cancelled);
        await library.AddAsync(Mountain, own, default, Cancelled);
        await library.AddAsync(GuildId.Everyone, shared, default, Cancelled);
        var channels = new ChannelArticles(_database);
        await channels.SetAsync(Harbour, 10, "aaaa", Cancelled);
        await channels.SetAsync(Mountain, 20, "aaaa", Cancelled);
        await channels.SetAsync(Harbour, 30, "bbbb", Cancelled);

        await library.RemoveAsync(Harbour, "aaaa", Cancelled);
        await library.AddAsync(Harbour, own, default, Cancelled);
        Assert.Null(await channels.GetAsync(Harbour, 10, null, Cancelled));
        Assert.Equal("aaaa", await channels.GetAsync(Mountain, 20, null, Cancelled));

        await library.RemoveAsync(GuildId.Everyone, "bbbb", Cancelled);
        await library.AddAsync(GuildId.Everyone, shared, default, Cancelled);
        Assert.Null(await channels.GetAsync(Harbour, 30, null, Cancelled));
    }

    [Fact]
    public async Task No_more_is_taken_than_allowed_however_many_processes_take()
    {
        var allowance = new Quota("questions", 1, 10, TimeSpan.FromHours(1));
        var processes = new[] { new QuotaStore(_database, _time), new QuotaStore(_other, _time) };

        var taken = await Task.WhenAll(Enumerable.Range(0, 30).Select(i => Task.Run(() => processes[i % 2].TakeAsync([allowance], Cancelled), Cancelled)));

        Assert.Equal(10, taken.Count(refusal => refusal is null));
        Assert.All(taken.Where(refusal => refusal is not null), refusal => Assert.Equal(_time.GetUtcNow() + TimeSpan.FromMinutes(6), refusal!.Until));
    }

    [Fact]
    public async Task What_is_refused_by_one_allowance_is_not_taken_from_the_others()
    {
        var quotaStore = new QuotaStore(_database, _time);
        var person = new Quota("person", 1, 5, TimeSpan.FromHours(1));
        var guild = new Quota("guild", 1, 1, TimeSpan.FromHours(1));
        Assert.Null(await quotaStore.TakeAsync([person, guild], Cancelled));

        Assert.Equal(guild, (await quotaStore.TakeAsync([person, guild], Cancelled))?.Of);

        for (var left = 4; left > 0; left--)
        {
            Assert.Null(await quotaStore.TakeAsync([person], Cancelled));
        }

        Assert.NotNull(await quotaStore.TakeAsync([person], Cancelled));
    }

    [Fact]
    public async Task At_the_moment_that_a_refusal_names_there_is_room_and_not_before()
    {
        var quotaStore = new QuotaStore(_database, _time);
        var subject = 0UL;
        await Gen.Select(Gen.Int[1, 12], Gen.Int[1, 90_000], Gen.Int[0, 30].Array[0, 12]).SampleAsync(async sample =>
        {
            var (most, window, pauses) = sample;
            var allowance = new Quota("room", Interlocked.Increment(ref subject), most, TimeSpan.FromMilliseconds(window));
            foreach (var pause in pauses)
            {
                _time.Advance(TimeSpan.FromMilliseconds(pause));
                if (await quotaStore.TakeAsync([allowance], Cancelled) is { Until: var room })
                {
                    if (room - TimeSpan.FromMilliseconds(1) > _time.GetUtcNow())
                    {
                        _time.SetUtcNow(room - TimeSpan.FromMilliseconds(1));
                        Assert.Equal(room, (await quotaStore.TakeAsync([allowance], Cancelled))?.Until);
                    }

                    _time.SetUtcNow(room);
                    Assert.Null(await quotaStore.TakeAsync([allowance], Cancelled));
                }
            }
        }, iter: 40, threads: 1);
    }

    [Fact]
    public async Task What_was_spent_beyond_the_allowance_has_to_come_back_first()
    {
        var quotaStore = new QuotaStore(_database, _time);
        var tokens = new Quota("tokens", 1, 1000, TimeSpan.FromHours(1));
        Assert.Null(await quotaStore.RoomAtAsync(tokens, Cancelled));

        await quotaStore.SpendAsync(tokens, 1500, Cancelled);

        var room = await quotaStore.RoomAtAsync(tokens, Cancelled);
        Assert.InRange(room!.Value - _time.GetUtcNow(), TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(31));
        _time.Advance(TimeSpan.FromHours(2));
        await quotaStore.SweepAsync(Cancelled);
        Assert.Null(await quotaStore.RoomAtAsync(tokens, Cancelled));
    }

    [Fact]
    public async Task What_a_dead_process_leaves_is_taken_over_by_exactly_one_other()
    {
        await new PendingInteractions(_database, _time).TryClaimAsync(ulong.MaxValue, "dead", new byte[] { 1, 2, 3 }, Cancelled);
        _time.Advance(PendingInteractions.Lease + TimeSpan.FromSeconds(1));

        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(
            () => new PendingInteractions(i % 2 == 0 ? _database : _other, _time).TakeOverAsync($"process {i}", Cancelled), Cancelled)));

        var only = Assert.Single(taken.SelectMany(some => some));
        Assert.Equal((ulong.MaxValue, 2), (only.Id, only.Attempts));
        Assert.Equal([1, 2, 3], only.Sealed.ToArray());
    }

    [Fact]
    public async Task What_is_renewed_or_finished_is_not_taken_over()
    {
        var unfinished = new PendingInteractions(_database, _time);
        await unfinished.TryClaimAsync(1, "alive", new byte[] { 1 }, Cancelled);
        await unfinished.TryClaimAsync(2, "quick", new byte[] { 2 }, Cancelled);
        _time.Advance(PendingInteractions.Lease / 2);
        await unfinished.RenewAsync("alive", Cancelled);
        await unfinished.RemoveAsync(2, "quick", Cancelled);
        _time.Advance(PendingInteractions.Lease * 0.75);

        Assert.Empty(await new PendingInteractions(_other, _time).TakeOverAsync("other", Cancelled));
    }

    [Fact]
    public async Task Who_has_lost_an_interaction_is_told_so()
    {
        var unfinished = new PendingInteractions(_database, _time);
        await unfinished.TryClaimAsync(1, "slow", new byte[] { 1 }, Cancelled);
        Assert.True(await unfinished.RenewAsync(1, "slow", Cancelled));
        _time.Advance(PendingInteractions.Lease * 2);
        await unfinished.TakeOverAsync("other", Cancelled);

        Assert.False(await unfinished.RenewAsync(1, "slow", Cancelled));
        await unfinished.RemoveAsync(1, "slow", Cancelled);
        Assert.True(await unfinished.RenewAsync(1, "other", Cancelled));
    }

    [Fact]
    public async Task What_is_another_process_s_stays_so_until_it_is_taken()
    {
        var unfinished = new PendingInteractions(_database, _time);
        Assert.True(await unfinished.TryClaimAsync(1, "dead", new byte[] { 1 }, Cancelled));
        Assert.False(await unfinished.TryClaimAsync(1, "heir", new byte[] { 2 }, Cancelled));
        await unfinished.RemoveAsync(1, "heir", Cancelled);
        Assert.True(await unfinished.RenewAsync(1, "dead", Cancelled));

        await unfinished.TakeAsync(1, "heir", Cancelled);

        Assert.False(await unfinished.RenewAsync(1, "dead", Cancelled));
        Assert.True(await unfinished.RenewAsync(1, "heir", Cancelled));
    }

    /// <summary>Opens the test's database, which is made the first time.</summary>
    private protected abstract Task<Database> OpenAsync(CancellationToken cancellationToken);

    private protected abstract ValueTask DeleteAsync();
}
