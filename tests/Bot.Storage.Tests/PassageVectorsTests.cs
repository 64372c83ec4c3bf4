using System.Collections.Immutable;
using Bot.Articles;

namespace Bot.Storage.Tests;

/// <summary>What the vectors of every database must do; each has a class of its own that only says how to open one.</summary>
public abstract class PassageVectorsTests : IAsyncLifetime
{
    private const string Model = "small/2";
    private static readonly GuildId Harbour = new(1111);
    private static readonly GuildId Mountain = new(ulong.MaxValue);

    private Database? _database;
    private ArticleLibrary _library = null!;
    private PassageVectors _vectors = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _database = await OpenAsync(Cancelled);
        (_library, _vectors) = (new ArticleLibrary(_database, TimeProvider.System), new PassageVectors(_database));
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
    public async Task Gives_back_what_was_stored_to_its_owner_alone()
    {
        var version = await AddAsync(Harbour, "a", "One.", "Two.");
        await PutAsync(version, 127, -127, 0, 5);

        var stored = Assert.Single(await ReadAsync(Model, Harbour));
        Assert.Equal((version, 2), (stored.Version, stored.Dimensions));
        Assert.Equal([1UL, 2UL], stored.Codes);
        Assert.Equal([1], stored.Sentences);
        var block = (await _vectors.GetManyAsync(Model, [version, version with { Version = 7 }], Cancelled))[version];
        Assert.Equal(2, block.Dimensions);
        Assert.Equal([1], block.Sentences);
        Assert.Equal([0.5f, 0.25f], block.Scales);
        Assert.Equal([127, -127, 0, 5], block.Components.Select(component => (int)component));
        Assert.NotNull(await _vectors.FindAsync(Model, Harbour, "a", version.Version, Cancelled));
        Assert.Null(await _vectors.FindAsync(Model, Mountain, "a", version.Version, Cancelled));
        Assert.Null(await _vectors.FindAsync(Model, GuildId.Everyone, "a", version.Version, Cancelled));
        Assert.Empty(await ReadAsync(Model, Mountain));
        Assert.Empty(await ReadAsync(Model, GuildId.Everyone));
        Assert.Empty(await ReadAsync("other/2", Harbour));
    }

    [Fact]
    public async Task Reads_on_from_where_it_was()
    {
        await PutAsync(await AddAsync(Harbour, "a", "One."), 1, 2);
        var first = Assert.Single(await ReadAsync(Model, Harbour));
        Assert.Empty(await ReadAsync(Model, Harbour, first.Position));

        await PutAsync(await AddAsync(Harbour, "b", "Two."), 3, 4);
        Assert.Equal("b", Assert.Single(await ReadAsync(Model, Harbour, first.Position)).Version.ArticleId);
    }

    [Fact]
    public async Task No_more_articles_are_read_at_once_than_asked_for()
    {
        await PutAsync(await AddAsync(Harbour, "a", "One."), 1, 2);
        await PutAsync(await AddAsync(Harbour, "b", "Two."), 3, 4);
        Assert.Equal("a", Assert.Single(await _vectors.ReadCodesAsync(Model, Harbour, 0, 1, Cancelled)).Version.ArticleId);
    }

    [Fact]
    public async Task The_guilds_own_article_stands_before_everyones_with_or_without_vectors()
    {
        await PutAsync(await AddAsync(GuildId.Everyone, "a", "For all."), 1, 2);
        Assert.NotNull(await _vectors.FindAsync(Model, Harbour, "a", 1, Cancelled));

        var own = await AddAsync(Harbour, "a", "Our own.");
        Assert.Null(await _vectors.FindAsync(Model, Harbour, "a", own.Version, Cancelled));
        Assert.NotNull(await _vectors.FindAsync(Model, Mountain, "a", 1, Cancelled));
        await PutAsync(own, 9, 9);
        Assert.Equal([9, 9], (await _vectors.FindAsync(Model, Harbour, "a", own.Version, Cancelled))!.Components.Select(component => (int)component));
    }

    [Fact]
    public async Task Names_the_newest_versions_that_have_none()
    {
        await AddAsync(Harbour, "a", "One.");
        var newer = await AddAsync(Harbour, "a", "Two.");
        var other = await AddAsync(GuildId.Everyone, "e", "For all.");
        var missing = await _vectors.MissingAsync(Model, 0, 10, Cancelled);
        Assert.Equal([newer, other], missing.Select(entry => entry.Version));
        Assert.Equal([newer], (await _vectors.MissingAsync(Model, 0, 1, Cancelled)).Select(entry => entry.Version));
        Assert.Equal([other], (await _vectors.MissingAsync(Model, missing[0].Key, 10, Cancelled)).Select(entry => entry.Version));

        await PutAsync(newer, 1, 2);
        Assert.Equal([other], (await _vectors.MissingAsync(Model, 0, 10, Cancelled)).Select(entry => entry.Version));
    }

    [Fact]
    public async Task Another_model_begins_anew_and_takes_the_place_of_the_one_before()
    {
        var version = await AddAsync(Harbour, "a", "One.");
        await PutAsync(version, 1, 2);
        Assert.Equal([version], (await _vectors.MissingAsync("large/2", 0, 10, Cancelled)).Select(entry => entry.Version));

        await _vectors.PutAsync("large/2", Block(version, 3, 4), Cancelled);
        Assert.Empty(await ReadAsync(Model, Harbour));
        Assert.Single(await ReadAsync("large/2", Harbour));
    }

    [Fact]
    public async Task They_go_with_their_article_and_cannot_come_after_it()
    {
        var version = await AddAsync(Harbour, "a", "One.");
        await PutAsync(version, 1, 2);
        await _library.RemoveAsync(Harbour, "a", Cancelled);
        Assert.Empty(await ReadAsync(Model, Harbour));

        await PutAsync(version, 1, 2);
        Assert.Empty(await ReadAsync(Model, Harbour));
    }

    private protected abstract Task<Database> OpenAsync(CancellationToken cancellationToken);

    private protected abstract ValueTask DeleteAsync();

    private async Task<ArticleVersion> AddAsync(GuildId guild, string id, params string[] paragraphs)
    {
        var added = await _library.AddAsync(guild, SampleArticles.Bare(id, paragraphs), default, Cancelled);
        return new ArticleVersion(guild, id, added.Article.Version);
    }

    private Task<ImmutableArray<StoredCodes>> ReadAsync(string model, GuildId owner, long after = 0) => _vectors.ReadCodesAsync(model, owner, after, 10, Cancelled);

    private Task PutAsync(ArticleVersion version, params sbyte[] components) => _vectors.PutAsync(Model, Block(version, components), Cancelled);

    private static Dictionary<ArticleVersion, VectorBlock> Block(ArticleVersion version, params sbyte[] components)
    {
        ImmutableArray<float> scales = [.. Enumerable.Range(1, components.Length / 2).Select(i => 0.5f / i)];
        return new() { [version] = new VectorBlock(2, [(ushort)(scales.Length - 1)], scales, [.. components]) };
    }
}

public sealed class SqlitePassageVectorsTests : PassageVectorsTests
{
    private readonly TemporaryFolder _folder = new();

    private protected override async Task<Database> OpenAsync(CancellationToken cancellationToken) =>
        await Sqlite.SqliteDatabase.OpenAsync(_folder.File("bot.db"), TimeProvider.System, cancellationToken);

    private protected override ValueTask DeleteAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}

public sealed class PostgresPassageVectorsTests : PassageVectorsTests
{
    private readonly PostgresSchema _schema = new();

    private protected override async Task<Database> OpenAsync(CancellationToken cancellationToken)
    {
        await _schema.CreateAsync(cancellationToken);
        return await Postgres.PostgresDatabase.OpenAsync(_schema.ConnectionString, TimeProvider.System, cancellationToken);
    }

    private protected override ValueTask DeleteAsync() => _schema.DisposeAsync();
}
