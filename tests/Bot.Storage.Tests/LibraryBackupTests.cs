using Bot.Articles;
using Bot.Storage.Postgres;
using Bot.Storage.Sqlite;

namespace Bot.Storage.Tests;

public sealed class LibraryBackupTests : IAsyncLifetime
{
    private static readonly GuildId Guild = new(7);

    private readonly TemporaryFolder _folder = new();
    private readonly List<PostgresSchema> _schemas = [];
    private readonly List<Database> _open = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Backup => _folder.File("library.bak");

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var database in _open)
        {
            await database.DisposeAsync();
        }

        foreach (var schema in _schemas)
        {
            await schema.DisposeAsync();
        }

        _folder.Dispose();
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task A_library_comes_back_whole_in_either_database(bool fromPostgres, bool toPostgres)
    {
        var from = await OpenAsync(fromPostgres);
        var (first, second) = await FillAsync(from);
        var to = await OpenAsync(toPostgres);

        var written = await LibraryBackup.WriteAsync(from, Backup, TimeProvider.System, Token);
        var restored = await LibraryBackup.RestoreAsync(Backup, to, replace: false, TimeProvider.System, Token);

        var library = new ArticleLibrary(to, TimeProvider.System);
        var original = new ArticleLibrary(from, TimeProvider.System);
        Assert.Equal(new BackupContents(2, 0), written);
        Assert.Equal(written, restored);
        Assert.Equal(await original.ListAsync(Guild, Token), await library.ListAsync(Guild, Token));
        Assert.Equal((first.Title, second.Title), ((await library.GetAsync(Guild, first.Id, 1, Token))!.Title, (await library.GetAsync(Guild, first.Id, 2, Token))!.Title));
        Assert.Equal((await original.GetOriginalAsync(Guild, first.Id, 1, Token))!.Value.ToArray(), (await library.GetOriginalAsync(Guild, first.Id, 1, Token))!.Value.ToArray());

        // New rows get numbers behind those that came.
        await library.AddAsync(Guild, SampleArticles.Bare("added-after", "Something else again."), new byte[] { 1 }, Token);
        Assert.Equal(3, (await library.ListAsync(Guild, Token)).Length);
    }

    [Fact]
    public async Task What_is_restored_is_another_library_so_that_an_index_starts_anew()
    {
        var database = await OpenAsync(postgres: false);
        await FillAsync(database);
        var library = new ArticleLibrary(database, TimeProvider.System);
        var before = await library.GetStateAsync(Token);
        await LibraryBackup.WriteAsync(database, Backup, TimeProvider.System, Token);

        await LibraryBackup.RestoreAsync(Backup, database, replace: true, TimeProvider.System, Token);

        var after = await library.GetStateAsync(Token);
        Assert.NotEqual(before.LibraryId, after.LibraryId);
        Assert.Equal(before.Sequence, after.Sequence);
    }

    [Fact]
    public async Task What_would_be_lost_is_not_overwritten_and_stays_as_it_is()
    {
        var from = await OpenAsync(postgres: false);
        await FillAsync(from);
        await LibraryBackup.WriteAsync(from, Backup, TimeProvider.System, Token);

        var refused = await Assert.ThrowsAsync<OperatorException>(() => LibraryBackup.RestoreAsync(Backup, from, replace: false, TimeProvider.System, Token));
        var twice = await Assert.ThrowsAsync<OperatorException>(() => LibraryBackup.WriteAsync(from, Backup, TimeProvider.System, Token));

        Assert.Contains("--force", refused.Message, StringComparison.Ordinal);
        Assert.Contains("there already", twice.Message, StringComparison.Ordinal);
        Assert.Equal(2, (await new ArticleLibrary(from, TimeProvider.System).ListAsync(Guild, Token)).Length);
    }

    [Fact]
    public async Task A_backup_while_articles_are_added_is_one_state_of_the_library()
    {
        var from = await OpenAsync(postgres: false);
        await FillAsync(from);
        var library = new ArticleLibrary(from, TimeProvider.System);
        using var enough = new CancellationTokenSource();
        var begun = new TaskCompletionSource();
        var writing = Task.Run(async () =>
        {
            for (var i = 0; !enough.IsCancellationRequested; i++)
            {
                await library.AddAsync(Guild, SampleArticles.Bare($"more-{i}", $"Number {i} says something of its own.", "And more."), new byte[] { 1 }, Token);
                begun.TrySetResult();
            }
        }, Token);
        await begun.Task;

        await LibraryBackup.WriteAsync(from, Backup, TimeProvider.System, Token);
        await enough.CancelAsync();
        await writing;

        var to = await OpenAsync(postgres: false);
        await LibraryBackup.RestoreAsync(Backup, to, replace: false, TimeProvider.System, Token);
        var restored = new ArticleLibrary(to, TimeProvider.System);
        var listings = await restored.ListAsync(Guild, Token);
        Assert.True(listings.Length > 2);
        Assert.Equal((await restored.GetStateAsync(Token)).Sequence, (await restored.ChangesSinceAsync(0, 100_000, Token))[^1].Sequence);
        foreach (var listing in listings)
        {
            Assert.Equal(listing.Paragraphs, (await restored.GetAsync(Guild, listing.Id, null, Token))!.Paragraphs.Length);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a database at all, whatever its name says")]
    public async Task What_is_no_backup_is_refused_and_nothing_is_changed(string content)
    {
        await File.WriteAllTextAsync(Backup, content, Token);
        var to = await OpenAsync(postgres: false);
        await FillAsync(to);

        var refused = await Assert.ThrowsAsync<OperatorException>(() => LibraryBackup.RestoreAsync(Backup, to, replace: true, TimeProvider.System, Token));

        Assert.StartsWith(Backup, refused.Message, StringComparison.Ordinal);
        Assert.Equal(2, (await new ArticleLibrary(to, TimeProvider.System).ListAsync(Guild, Token)).Length);
    }

    [Fact]
    public async Task Only_its_owner_may_read_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no modes of files.");
        await LibraryBackup.WriteAsync(await OpenAsync(postgres: false), Backup, TimeProvider.System, Token);

#pragma warning disable CA1416 // Skipped on Windows above.
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Backup));
#pragma warning restore CA1416
        Assert.Equal([Backup], Directory.GetFiles(_folder.Path, "library.bak*"));
    }

    [Fact]
    public async Task Every_table_is_kept_or_left_out_on_purpose()
    {
        var database = await OpenAsync(postgres: false);

        var tables = await database.QueryAsync(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name", row => row.GetString(0), Token);

        Assert.Equal(tables, [.. LibraryBackup.Tables.Concat(LibraryBackup.LeftOut).Order(StringComparer.Ordinal)]);
    }

    /// <summary>One article in two versions, and another.</summary>
    private static async Task<(Article First, Article Second)> FillAsync(Database database)
    {
        var library = new ArticleLibrary(database, TimeProvider.System);
        var first = SampleArticles.Full("summit");
        var second = first with { Title = "Harbour closed" };
        await library.AddAsync(Guild, first, new byte[] { 1, 2, 3 }, Token);
        await library.AddAsync(Guild, second, new byte[] { 4 }, Token);
        await library.AddAsync(Guild, SampleArticles.Bare("other", "Nothing of the harbour stands here."), new byte[] { 5 }, Token);
        return (first, second);
    }

    private async Task<Database> OpenAsync(bool postgres)
    {
        if (!postgres)
        {
            _open.Add(await SqliteDatabase.OpenAsync(_folder.File($"{_open.Count}.db"), TimeProvider.System, Token));
            return _open[^1];
        }

        var schema = new PostgresSchema();
        await schema.CreateAsync(Token);
        _schemas.Add(schema);
        _open.Add(await PostgresDatabase.OpenAsync(schema.ConnectionString, TimeProvider.System, Token));
        return _open[^1];
    }
}
