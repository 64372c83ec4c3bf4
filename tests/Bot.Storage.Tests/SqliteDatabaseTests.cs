using Bot.Articles;
using Bot.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace Bot.Storage.Tests;

public sealed class SqliteDatabaseTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Makes_the_file_and_its_folder()
    {
        var path = Path.Combine(_folder.Path, "new", "deep", "bot.db");
        await using var database = await OpenAsync(path);
        Assert.Empty(await new ArticleLibrary(database, TimeProvider.System).ListAsync(GuildId.Everyone, Cancelled));
    }

    [Fact]
    public async Task Opens_for_many_at_once_when_there_is_nothing_yet()
    {
        var path = _folder.File("bot.db");
        var databases = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => OpenAsync(path)));
        var ids = await Task.WhenAll(databases.Select(async database =>
            (await new ArticleLibrary(database, TimeProvider.System).GetStateAsync(Cancelled)).LibraryId));
        Assert.Single(ids.Distinct());
        foreach (var database in databases)
        {
            await database.DisposeAsync();
        }
    }

    [Fact]
    public async Task Keeps_everything_from_one_opening_to_the_next()
    {
        var path = _folder.File("bot.db");
        var article = SampleArticles.Full("a");
        await using (var database = await OpenAsync(path))
        {
            await new ArticleLibrary(database, TimeProvider.System).AddAsync(GuildId.Everyone, article, default, Cancelled);
        }

        await using var again = await OpenAsync(path);
        SampleArticles.AssertSame(article, await new ArticleLibrary(again, TimeProvider.System).GetAsync(GuildId.Everyone, "a", null, Cancelled));
    }

    [Fact]
    public async Task Refuses_a_library_of_a_newer_release()
    {
        var path = _folder.File("bot.db");
        await (await OpenAsync(path)).DisposeAsync();
        Execute(path, "PRAGMA user_version = 9999");
        Assert.Contains("newer release", await FaultAsync(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_the_database_of_another_program_and_leaves_it_alone()
    {
        var path = _folder.File("bot.db");
        Execute(path, "CREATE TABLE bookmarks (url TEXT)");
        var before = await File.ReadAllBytesAsync(path, Cancelled);

        Assert.Contains("another program", await FaultAsync(path), StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(path, Cancelled));
    }

    [Fact]
    public async Task Says_that_a_file_is_no_database()
    {
        var path = _folder.File("bot.db");
        await File.WriteAllTextAsync(path, string.Concat(Enumerable.Repeat("These are not the pages you look for. ", 200)), Cancelled);
        Assert.Contains("damaged or no database", await FaultAsync(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_a_database_is_damaged_when_its_pages_are()
    {
        var path = _folder.File("bot.db");
        await using (var database = await OpenAsync(path))
        {
            await new ArticleLibrary(database, TimeProvider.System).AddAsync(GuildId.Everyone, SampleArticles.Full("a"), default, Cancelled);
        }

        // All but the first page, which holds the header and the schema.
        const int Page = 4096;
        var bytes = await File.ReadAllBytesAsync(path, Cancelled);
        Assert.True(bytes.Length > 2 * Page);
        new Random(1).NextBytes(bytes.AsSpan(Page));
        await File.WriteAllBytesAsync(path, bytes, Cancelled);

        var fault = await Assert.ThrowsAsync<OperatorException>(async () =>
        {
            await using var database = await OpenAsync(path);
            await new ArticleLibrary(database, TimeProvider.System).GetAsync(GuildId.Everyone, "a", null, Cancelled);
        });
        Assert.Contains("damaged", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_the_folder_cannot_be_made()
    {
        await File.WriteAllTextAsync(_folder.File("file"), "in the way", Cancelled);
        Assert.Contains("Storage:Path", await FaultAsync(Path.Combine(_folder.Path, "file", "bot.db")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_that_the_file_cannot_be_opened()
    {
        Directory.CreateDirectory(_folder.File("bot.db"));
        Assert.Contains("cannot be opened", await FaultAsync(_folder.File("bot.db")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(8, "read-only")]
    [InlineData(13, "disk is full")]
    [InlineData(10, "disk")]
    [InlineData(5, "another process")]
    public void Every_fault_that_a_person_can_mend_has_a_sentence(int code, string words) =>
        Assert.Contains(words, SqliteFaults.Explain(new SqliteException("message", code), "bot.db")!.Message, StringComparison.Ordinal);

    [Fact]
    public void A_fault_of_the_program_has_none() => Assert.Null(SqliteFaults.Explain(new SqliteException("syntax error", 1), "bot.db"));

    private static Task<SqliteDatabase> OpenAsync(string path) => SqliteDatabase.OpenAsync(path, TimeProvider.System, Cancelled);

    private static async Task<string> FaultAsync(string path) => (await Assert.ThrowsAsync<OperatorException>(() => OpenAsync(path))).Message;

    private static void Execute(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Literals of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
