using Bot.Articles;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Storage.Tests;

/// <summary>What every database must do; each has a class of its own that only says how to open one.</summary>
public abstract class ArticleLibraryTests : IAsyncLifetime
{
    private static readonly GuildId Harbour = new(1111);
    private static readonly GuildId Mountain = new(ulong.MaxValue);

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 2, 1, 12, 0, 0, TimeSpan.Zero));
    private Database? _database;
    private ArticleLibrary _library = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await OpenAsync(TimeProvider.System, Cancelled);
        _library = new ArticleLibrary(_database, _time);
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
    public async Task Gives_back_every_field_of_an_article()
    {
        var article = SampleArticles.Full("full0001");
        var added = await _library.AddAsync(Harbour, article, SampleArticles.Bytes(0, 255, 13), Cancelled);

        Assert.Equal(AddOutcome.Added, added.Outcome);
        SampleArticles.AssertSame(article, added.Article);
        SampleArticles.AssertSame(article, await _library.GetAsync(Harbour, "full0001", null, Cancelled));
    }

    [Fact]
    public async Task Gives_back_an_article_that_has_nothing_but_words()
    {
        var article = SampleArticles.Bare("bare0001", "One line.");
        await _library.AddAsync(Harbour, article, default, Cancelled);
        SampleArticles.AssertSame(article, await _library.GetAsync(Harbour, "bare0001", 1, Cancelled));
    }

    [Fact]
    public async Task Reads_many_articles_as_it_reads_one()
    {
        var full = SampleArticles.Full("full0001");
        await _library.AddAsync(Harbour, full, default, Cancelled);
        await _library.AddAsync(Harbour, SampleArticles.Bare("a", "One."), default, Cancelled);
        await _library.AddAsync(Harbour, SampleArticles.Bare("a", "Two."), default, Cancelled);
        await _library.AddAsync(GuildId.Everyone, SampleArticles.Bare("e", "For all."), default, Cancelled);

        ArticleVersion[] there = [new(Harbour, "full0001", 1), new(Harbour, "a", 1), new(Harbour, "a", 2), new(GuildId.Everyone, "e", 1)];
        var read = await _library.GetManyAsync(there, Cancelled);
        Assert.True(there.ToHashSet().SetEquals(read.Keys));
        SampleArticles.AssertSame(full, read[there[0]]);
        Assert.Equal(["One.", "Two.", "For all."], there[1..].Select(version => read[version].Paragraphs[0].Text));
    }

    [Fact]
    public async Task Reads_of_many_articles_only_those_that_are_there_and_whose_owner_was_named()
    {
        await _library.AddAsync(Harbour, SampleArticles.Bare("a", "One."), default, Cancelled);
        await _library.AddAsync(GuildId.Everyone, SampleArticles.Bare("e", "For all."), default, Cancelled);
        await _library.AddAsync(Harbour, SampleArticles.Bare("gone", "Gone."), default, Cancelled);
        await _library.RemoveAsync(Harbour, "gone", Cancelled);

        Assert.Empty(await _library.GetManyAsync([new(Mountain, "a", 1), new(Harbour, "a", 2), new(Harbour, "e", 1), new(Harbour, "gone", 1)], Cancelled));
        Assert.Empty(await _library.GetManyAsync([], Cancelled));
    }

    [Fact]
    public async Task Keeps_the_document_as_it_came()
    {
        await _library.AddAsync(Harbour, SampleArticles.Bare("a", "One."), SampleArticles.Bytes(0, 255, 13, 10), Cancelled);
        await _library.AddAsync(Harbour, SampleArticles.Bare("a", "Two."), SampleArticles.Bytes(7), Cancelled);

        Assert.Equal([0, 255, 13, 10], (await _library.GetOriginalAsync(Harbour, "a", 1, Cancelled))!.Value.ToArray());
        Assert.Equal([7], (await _library.GetOriginalAsync(Harbour, "a", null, Cancelled))!.Value.ToArray());
        Assert.Null(await _library.GetOriginalAsync(Mountain, "a", null, Cancelled));
    }

    [Fact]
    public async Task Other_words_make_a_new_version_and_the_old_one_stays()
    {
        await _library.AddAsync(Harbour, SampleArticles.Bare("a", "One."), default, Cancelled);
        var second = await _library.AddAsync(Harbour, SampleArticles.Bare("a", "Two."), default, Cancelled);

        Assert.Equal((AddOutcome.NewVersion, 2), (second.Outcome, second.Article.Version));
        Assert.Equal("One.", (await _library.GetAsync(Harbour, "a", 1, Cancelled))!.Paragraphs[0].Text);
        Assert.Equal("Two.", (await _library.GetAsync(Harbour, "a", null, Cancelled))!.Paragraphs[0].Text);
        Assert.Equal([2], (await _library.ListAsync(Harbour, Cancelled)).Select(article => article.Version));
    }

    [Fact]
    public async Task Another_headline_over_the_same_words_is_a_new_version()
    {
        await _library.AddAsync(Harbour, SampleArticles.Bare("a", "One."), default, Cancelled);
        var second = await _library.AddAsync(Harbour, SampleArticles.Bare("a", "One.") with { Title = "Corrected" }, default, Cancelled);
        Assert.Equal(AddOutcome.NewVersion, second.Outcome);
    }

    [Fact]
    public async Task The_same_words_change_nothing()
    {
        await _library.AddAsync(Harbour, SampleArticles.Bare("a", "One."), default, Cancelled);
        var before = await _library.GetStateAsync(Cancelled);
        var again = await _library.AddAsync(Harbour, SampleArticles.Bare("a", "One."), default, Cancelled);

        Assert.Equal((AddOutcome.AlreadyThere, 1), (again.Outcome, again.Article.Version));
        Assert.Equal(before, await _library.GetStateAsync(Cancelled));
    }

    [Fact]
    public async Task Recognises_the_same_words_under_another_id_and_says_which()
    {
        await _library.AddAsync(GuildId.Everyone, SampleArticles.Bare("a", "One.", "Two."), default, Cancelled);
        var copy = await _library.AddAsync(Harbour, SampleArticles.Bare("b", "One.", "Two."), default, Cancelled);

        Assert.Equal((AddOutcome.AlreadyThere, "a"), (copy.Outcome, copy.Article.Id));
        Assert.Null(await _library.GetAsync(Harbour, "b", null, Cancelled));
    }

    [Fact]
    public async Task Does_not_tell_one_guild_that_another_has_the_same_words()
    {
        await _library.AddAsync(Harbour, SampleArticles.Bare("a", "One."), default, Cancelled);
        Assert.Equal(AddOutcome.Added, (await _library.AddAsync(Mountain, SampleArticles.Bare("a", "One."), default, Cancelled)).Outcome);
    }

    [Fact]
    public async Task Words_of_an_old_version_are_new_again()
    {
        await _library.AddAsync(Harbour, SampleArticles.Bare("a", "One."), default, Cancelled);
        await _library.AddAsync(Harbour, SampleArticles.Bare("a", "Two."), default, Cancelled);
        var third = await _library.AddAsync(Harbour, SampleArticles.Bare("a", "One."), default, Cancelled);
        Assert.Equal((AddOutcome.NewVersion, 3), (third.Outcome, third.Article.Version));
    }

    [Fact]
    public async Task A_guild_sees_its_own_articles_and_everyones_and_no_others()
    {
        await _library.AddAsync(Harbour, SampleArticles.Bare("h", "Harbour."), default, Cancelled);
        await _library.AddAsync(Mountain, SampleArticles.Bare("m", "Mountain."), default, Cancelled);
        await _library.AddAsync(GuildId.Everyone, SampleArticles.Bare("e", "Everyone."), default, Cancelled);

        Assert.Equal(["e", "h"], (await _library.ListAsync(Harbour, Cancelled)).Select(article => article.Id));
        Assert.Equal(["e", "m"], (await _library.ListAsync(Mountain, Cancelled)).Select(article => article.Id));
        Assert.Equal(["e"], (await _library.ListAsync(GuildId.Everyone, Cancelled)).Select(article => article.Id));
        Assert.Null(await _library.GetAsync(Mountain, "h", null, Cancelled));
        Assert.Null(await _library.GetAsync(GuildId.Everyone, "h", null, Cancelled));
        Assert.False(await _library.RemoveAsync(Mountain, "h", Cancelled));
        Assert.False(await _library.RemoveAsync(Mountain, "e", Cancelled));
        Assert.NotNull(await _library.GetAsync(Mountain, "e", null, Cancelled));
    }

    [Fact]
    public async Task A_guilds_own_article_stands_before_everyones_of_the_same_id()
    {
        await _library.AddAsync(GuildId.Everyone, SampleArticles.Bare("a", "Everyone."), default, Cancelled);
        var own = await _library.AddAsync(Harbour, SampleArticles.Bare("a", "Own."), default, Cancelled);

        Assert.Equal(2, own.Article.Version);
        Assert.Equal("Own.", (await _library.GetAsync(Harbour, "a", null, Cancelled))!.Paragraphs[0].Text);
        Assert.Equal("Everyone.", (await _library.GetAsync(Harbour, "a", 1, Cancelled))!.Paragraphs[0].Text);
        Assert.Equal([Harbour], (await _library.ListAsync(Harbour, Cancelled)).Select(article => article.Guild));
        Assert.Equal("Everyone.", (await _library.GetAsync(Mountain, "a", null, Cancelled))!.Paragraphs[0].Text);
    }

    [Fact]
    public async Task Removing_takes_every_version_and_a_later_one_does_not_start_again()
    {
        await _library.AddAsync(Harbour, SampleArticles.Full("a"), default, Cancelled);
        await _library.AddAsync(Harbour, SampleArticles.Bare("a", "Two."), default, Cancelled);

        Assert.True(await _library.RemoveAsync(Harbour, "a", Cancelled));
        Assert.False(await _library.RemoveAsync(Harbour, "a", Cancelled));
        Assert.Null(await _library.GetAsync(Harbour, "a", 1, Cancelled));
        Assert.Null(await _library.GetOriginalAsync(Harbour, "a", 1, Cancelled));
        Assert.Empty(await _library.ListAsync(Harbour, Cancelled));
        Assert.Equal(0, await Orphans.CountAsync(_database!, Cancelled));

        var back = await _library.AddAsync(Harbour, SampleArticles.Bare("a", "Three."), default, Cancelled);
        Assert.Equal((AddOutcome.Added, 3), (back.Outcome, back.Article.Version));
    }

    [Fact]
    public async Task Lists_what_was_added_last_first()
    {
        await _library.AddAsync(Harbour, SampleArticles.Full("a"), default, Cancelled);
        _time.Advance(TimeSpan.FromMinutes(1));
        await _library.AddAsync(Harbour, SampleArticles.Bare("b", "Two."), default, Cancelled);

        var list = await _library.ListAsync(Harbour, Cancelled);
        Assert.Equal(["b", "a"], list.Select(article => article.Id));
        Assert.Equal(
            new ArticleListing(
                "a", 1, Harbour, "Harbour to close “for a year”", "The Quay", new DateOnly(2025, 12, 31), new Uri("https://quay.example/harbour?id=5"), 2, 2, _time.Start),
            list[1]);
    }

    [Fact]
    public async Task Tells_the_latest_change_of_each_article_in_order()
    {
        await _library.AddAsync(Harbour, SampleArticles.Bare("a", "One."), default, Cancelled);
        await _library.AddAsync(Mountain, SampleArticles.Bare("b", "Two."), default, Cancelled);
        await _library.AddAsync(Harbour, SampleArticles.Bare("a", "Three."), default, Cancelled);
        await _library.RemoveAsync(Mountain, "b", Cancelled);

        ArticleChange[] expected = [new(3, Harbour, "a", 2, Removed: false), new(4, Mountain, "b", 1, Removed: true)];
        Assert.Equal(expected, await _library.ChangesSinceAsync(0, 10, Cancelled));
        Assert.Equal(expected[..1], await _library.ChangesSinceAsync(0, 1, Cancelled));
        Assert.Equal(expected[1..], await _library.ChangesSinceAsync(3, 10, Cancelled));
        Assert.Empty(await _library.ChangesSinceAsync(4, 10, Cancelled));
        Assert.Equal(4, (await _library.GetStateAsync(Cancelled)).Sequence);
    }

    [Fact]
    public async Task Waits_for_a_change_made_through_another_connection()
    {
        await using var other = await ReopenAsync(TimeProvider.System, Cancelled);
        var waiting = new ArticleLibrary(other, _time).WaitForChangeAsync(0, Cancelled);
        Assert.False(waiting.IsCompleted);

        await _library.AddAsync(Harbour, SampleArticles.Bare("a", "One."), default, Cancelled);
        await waiting.WaitAsync(TimeSpan.FromSeconds(10), Cancelled);
    }

    [Fact]
    public async Task What_is_added_once_stays_removed()
    {
        var read = 0;
        await _library.AddOnceAsync("built-in", Read, Cancelled);
        Assert.NotNull(await _library.GetAsync(Harbour, "a", null, Cancelled));
        await _library.RemoveAsync(GuildId.Everyone, "a", Cancelled);
        await _library.AddOnceAsync("built-in", Read, Cancelled);

        Assert.Null(await _library.GetAsync(Harbour, "a", null, Cancelled));
        Assert.Equal(1, read);

        ArticleWithOriginal Read()
        {
            read++;
            return new ArticleWithOriginal(SampleArticles.Bare("a", "One."), default);
        }
    }

    [Fact]
    public async Task Many_writers_at_once_lose_nothing()
    {
        await using var other = await ReopenAsync(TimeProvider.System, Cancelled);
        var libraries = new[] { _library, new ArticleLibrary(other, _time) };
        await Task.WhenAll(Enumerable.Range(0, 24).Select(i =>
            libraries[i % 2].AddAsync(Harbour, SampleArticles.Bare($"a{i / 2}", $"Text {i / 2}."), default, Cancelled)));

        Assert.Equal(12, (await _library.ListAsync(Harbour, Cancelled)).Length);
        Assert.Equal(12, (await _library.GetStateAsync(Cancelled)).Sequence);
    }

    [Fact]
    public async Task An_article_that_breaks_the_rules_is_not_stored()
    {
        var article = SampleArticles.Full("a");
        await Assert.ThrowsAsync<ArgumentException>(() =>
            _library.AddAsync(Harbour, article with { Quotations = [article.Quotations[0] with { Text = "else" }] }, default, Cancelled));
        Assert.Empty(await _library.ListAsync(Harbour, Cancelled));
    }

    [Fact]
    public async Task An_interaction_is_claimed_exactly_once_over_all_connections()
    {
        await using var other = await ReopenAsync(TimeProvider.System, Cancelled);
        var claims = new[] { new PendingInteractions(_database!, _time), new PendingInteractions(other, _time) };
        var won = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => claims[i % 2].TryClaimAsync((ulong)(i / 4) << 22, $"process {i}", new byte[] { 1 }, Cancelled)));

        Assert.Equal(10, won.Count(claimed => claimed));
        Assert.All(won.Chunk(4), same => Assert.Single(same, claimed => claimed));
    }

    /// <summary>Opens a new, empty database.</summary>
    private protected abstract Task<Database> OpenAsync(TimeProvider time, CancellationToken cancellationToken);

    /// <summary>Opens the same database as another process would.</summary>
    private protected abstract Task<Database> ReopenAsync(TimeProvider time, CancellationToken cancellationToken);

    private protected abstract ValueTask DeleteAsync();
}
