using Bot.Articles;

namespace Bot.Storage.Tests;

/// <summary>How every database recognises what a guild has already.</summary>
public abstract class CopyTests : IAsyncLifetime
{
    private static readonly GuildId Harbour = new(1111);
    private static readonly GuildId Mountain = new(2222);

    private Database? _database;
    private ArticleLibrary _library = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await OpenAsync(Cancelled);
        _library = new ArticleLibrary(_database, TimeProvider.System);
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
    public async Task The_same_words_with_other_headline_marks_and_paragraphs_are_not_added_again()
    {
        await AddAsync(Harbour, WireStory.Original);
        var merged = WireStory.Paragraphs.Chunk(2).Select(pair => string.Join(' ', pair).Replace('“', '"').Replace('”', '"').Replace('’', '\''));
        var copy = await AddAsync(Harbour, WireStory.Make("other", "Ferries moved as quay sinks", "The Quay", merged));

        Assert.Equal((AddOutcome.AlreadyThere, "wire0001"), (copy.Outcome, copy.Article.Id));
        Assert.Equal((MatchKind.SameWords, "wire0001", 1), (copy.Match!.Kind, copy.Match.Article.Id, copy.Match.Share));
        Assert.Single(await _library.ListAsync(Harbour, Cancelled));
    }

    [Fact]
    public async Task An_edited_copy_is_added_and_told_of_which_one_it_is()
    {
        await AddAsync(Harbour, WireStory.Original);
        var copy = await AddAsync(Harbour, WireStory.Make("other", "Ferries moved as quay sinks", "The Quay", WireStory.Edited(every: 20)));

        Assert.Equal((AddOutcome.Added, "other"), (copy.Outcome, copy.Article.Id));
        Assert.Equal((MatchKind.NearCopy, "wire0001", "Nordic Wire"), (copy.Match!.Kind, copy.Match.Article.Id, copy.Match.Article.Outlet));
        Assert.InRange(copy.Match.Share, 0.7, 0.85);
    }

    [Theory]
    [InlineData(0, 4)]
    [InlineData(3, 7)]
    [InlineData(6, 10)]
    public async Task A_cut_copy_is_recognised_and_so_is_the_whole_behind_the_cut_one(int from, int to)
    {
        var cut = WireStory.Make("cut", "Bergen closes harbour", "Metro", WireStory.Paragraphs[from..to]);
        await AddAsync(Harbour, WireStory.Original);
        await AddAsync(Mountain, cut);

        Assert.Equal(("wire0001", 1), Found(await AddAsync(Harbour, cut)));
        Assert.Equal(("cut", 1), Found(await AddAsync(Mountain, WireStory.Original)));
    }

    [Fact]
    public async Task A_report_of_its_own_on_the_same_events_is_no_copy_though_it_quotes_the_same_words()
    {
        await AddAsync(Harbour, WireStory.Original);
        Assert.Null((await AddAsync(Harbour, WireStory.Make("own", "Who knew?", "The Quay", WireStory.OwnReport))).Match);
    }

    [Fact]
    public async Task A_later_report_that_repeats_two_paragraphs_as_background_is_no_copy()
    {
        await AddAsync(Harbour, WireStory.Original);
        var later = WireStory.Make("later", "Council picks Danish firm", "Nordic Wire", [.. WireStory.OwnReport[..3], WireStory.Paragraphs[0], WireStory.Paragraphs[4]]);
        Assert.Null((await AddAsync(Harbour, later)).Match);
    }

    [Fact]
    public async Task Never_tells_of_another_guilds_article()
    {
        await AddAsync(Harbour, WireStory.Original);
        var there = await AddAsync(Mountain, WireStory.Make("other", "Ferries moved", "The Quay", WireStory.Edited(every: 20)));
        Assert.Null(there.Match);
        Assert.Equal(AddOutcome.Added, (await AddAsync(Mountain, WireStory.Original with { Id = "third" })).Outcome);
    }

    [Fact]
    public async Task Tells_of_an_article_that_everyone_has()
    {
        await AddAsync(GuildId.Everyone, WireStory.Original);
        var copy = await AddAsync(Harbour, WireStory.Make("other", "Ferries moved", "The Quay", WireStory.Edited(every: 20)));
        Assert.Equal(GuildId.Everyone, copy.Match!.Article.Guild);
    }

    [Fact]
    public async Task A_removed_article_is_no_longer_recognised()
    {
        await AddAsync(Harbour, WireStory.Original);
        await _library.RemoveAsync(Harbour, "wire0001", Cancelled);
        Assert.Null((await AddAsync(Harbour, WireStory.Make("other", "Ferries moved", "The Quay", WireStory.Edited(every: 20)))).Match);
        Assert.Equal(0, await Orphans.CountAsync(_database!, Cancelled));
    }

    [Fact]
    public async Task An_article_is_known_by_the_words_of_its_newest_version()
    {
        await AddAsync(Harbour, WireStory.Original);
        await AddAsync(Harbour, WireStory.Make("wire0001", "Who knew?", "The Quay", WireStory.OwnReport));

        Assert.Null((await AddAsync(Harbour, WireStory.Make("b", "Ferries moved", "The Quay", WireStory.Edited(every: 20)))).Match);
        Assert.Equal("wire0001", (await AddAsync(Harbour, WireStory.Make("c", "Knew", "Metro", WireStory.OwnReport[..4]))).Match!.Article.Id);
    }

    [Fact]
    public async Task A_changed_article_under_its_own_address_is_a_version_and_no_copy_of_itself()
    {
        await AddAsync(Harbour, WireStory.Original);
        var changed = await AddAsync(Harbour, WireStory.Make("wire0001", "Corrected", "Nordic Wire", WireStory.Edited(every: 20)));
        Assert.Equal((AddOutcome.NewVersion, null), (changed.Outcome, changed.Match));
    }

    [Theory]
    [InlineData("/articles/quay.md", "Corrected", 2)]
    [InlineData("/articles/other.md", null, 1)]
    [InlineData("quay.md", null, 2)]
    [InlineData("quay.md", "Another headline", 1)]
    [InlineData(null, null, 1)]
    public async Task The_same_file_with_corrections_is_a_version_where_a_bare_name_needs_the_headline_too(string? source, string? headline, int version)
    {
        var first = source is "/articles/other.md" ? "/articles/quay.md" : source;
        await AddAsync(Harbour, WireStory.Original with { Source = first });
        var corrected = WireStory.Make("other", headline ?? WireStory.Original.Title, "Nordic Wire", WireStory.Edited(every: 20)) with { Source = source };
        var result = await AddAsync(Harbour, corrected);

        Assert.Equal(version, result.Article.Version);
        Assert.Equal(version == 2 ? "wire0001" : "other", result.Article.Id);
        Assert.Equal(version == 2 ? 1 : 2, (await _library.ListAsync(Harbour, Cancelled)).Length);
        Assert.Equal(AddOutcome.AlreadyThere, (await AddAsync(Harbour, corrected)).Outcome);
    }

    [Theory]
    [InlineData("/articles/latest.md")]
    [InlineData("message.txt")]
    public async Task Another_article_in_a_file_of_the_same_name_is_another_article(string source)
    {
        await AddAsync(Harbour, WireStory.Original with { Source = source });
        var other = await AddAsync(Harbour, WireStory.Make("own", "Who knew?", "The Quay", WireStory.OwnReport) with { Source = source });
        Assert.Equal((AddOutcome.Added, "own", 1), (other.Outcome, other.Article.Id, other.Article.Version));
    }

    [Fact]
    public async Task A_file_of_another_guild_or_of_everyone_gets_no_version_from_here()
    {
        await AddAsync(GuildId.Everyone, WireStory.Original with { Source = "quay.md" });
        await AddAsync(Mountain, WireStory.Original with { Source = "quay.md" });
        var here = await AddAsync(Harbour, WireStory.Make("other", WireStory.Original.Title, "Nordic Wire", WireStory.Edited(every: 20)) with { Source = "quay.md" });
        Assert.Equal((AddOutcome.Added, "other"), (here.Outcome, here.Article.Id));
    }

    [Fact]
    public async Task The_same_document_again_is_told_from_the_same_words_elsewhere()
    {
        await AddAsync(Harbour, WireStory.Original);
        Assert.Equal(MatchKind.SameSource, (await AddAsync(Harbour, WireStory.Original)).Match!.Kind);
        Assert.Equal(MatchKind.SameWords, (await AddAsync(Harbour, WireStory.Original with { Id = "other" })).Match!.Kind);
    }

    [Fact]
    public async Task Of_several_copies_the_closest_is_told()
    {
        await AddAsync(Harbour, WireStory.Make("a", "Cut", "Metro", WireStory.Edited(every: 8)));
        await AddAsync(Harbour, WireStory.Make("b", "Edited", "The Quay", WireStory.Edited(every: 30)));
        await AddAsync(Harbour, WireStory.Make("c", "Edited", "The Post", WireStory.Edited(every: 10)));
        Assert.Equal("b", (await AddAsync(Harbour, WireStory.Original)).Match!.Article.Id);
    }

    [Fact]
    public async Task Lists_the_versions_there_are()
    {
        await AddAsync(Harbour, WireStory.Original);
        await AddAsync(Harbour, WireStory.Make("wire0001", "Corrected", "Nordic Wire", WireStory.Paragraphs[..4]));

        Assert.Equal(
            [(1, 10, WireStory.Original.Title), (2, 4, "Corrected")],
            (await _library.ListVersionsAsync(Harbour, "wire0001", Cancelled)).Select(version => (version.Version, version.Paragraphs, version.Title)));
        Assert.Empty(await _library.ListVersionsAsync(Mountain, "wire0001", Cancelled));
    }

    [Fact]
    public async Task A_library_from_before_copies_were_recognised_recognises_them_once_it_is_opened()
    {
        await using (var older = await OpenOlderAsync(version: 1, Cancelled))
        {
            await OlderLibrary.AddAsync(older, Harbour, WireStory.Original, Cancelled);
        }

        await using var database = await ReopenOlderAsync(Cancelled);
        var library = new ArticleLibrary(database, TimeProvider.System);
        SampleArticles.AssertSame(WireStory.Original, await library.GetAsync(Harbour, "wire0001", null, Cancelled));
        var copy = await library.AddAsync(Harbour, WireStory.Make("other", "Ferries moved", "The Quay", WireStory.Edited(every: 20)), default, Cancelled);
        Assert.Equal("wire0001", copy.Match!.Article.Id);
    }

    private static (string Id, double Share) Found(AddResult result) =>
        result.Match is { Kind: MatchKind.NearCopy } match ? (match.Article.Id, match.Share) : ($"{result.Outcome}", 0);

    private Task<AddResult> AddAsync(GuildId guild, Article article) => _library.AddAsync(guild, article, default, Cancelled);

    /// <summary>Opens a new, empty database.</summary>
    private protected abstract Task<Database> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Opens another new database as a release would that knows the migrations up to <paramref name="version"/>.</summary>
    private protected abstract Task<System.Data.Common.DbConnection> OpenOlderAsync(int version, CancellationToken cancellationToken);

    /// <summary>Opens what <see cref="OpenOlderAsync"/> left, as this release does.</summary>
    private protected abstract Task<Database> ReopenOlderAsync(CancellationToken cancellationToken);

    private protected abstract ValueTask DeleteAsync();
}
