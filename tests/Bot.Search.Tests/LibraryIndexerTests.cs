using Bot.Articles;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Search.Tests;

public sealed class LibraryIndexerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bot-index-").FullName;
    private readonly ListedLibrary _library = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Finds_what_was_added_changed_and_not_removed()
    {
        using var indexer = Open();
        _library.Put("a", "The ferry leaves at noon.");
        _library.Put("b", "The ferry leaves at one.");
        Assert.Equal(["a", "b"], await FindAsync(indexer, "ferry"));

        _library.Put("a", "The train leaves at noon.");
        _library.Remove("b");
        Assert.Empty(await FindAsync(indexer, "ferry"));
        Assert.Equal(["a"], await FindAsync(indexer, "train"));
    }

    [Fact]
    public async Task Tells_which_articles_were_removed_and_no_others()
    {
        var removed = new List<string>();
        using var indexer = Open();
        indexer.WhenRemoved = change => removed.Add($"{change.ArticleId} {change.Version}");
        _library.Put("a", "The ferry leaves at noon.");
        _library.Put("b", "The ferry leaves at one.");
        _library.Put("b", "The ferry leaves at two.");
        await indexer.CatchUpAsync(Cancelled);
        Assert.Empty(removed);

        _library.Remove("b");
        await indexer.CatchUpAsync(Cancelled);
        Assert.Equal(["b 2"], removed);
    }

    [Fact]
    public async Task Takes_up_the_index_of_the_run_before()
    {
        _library.Put("a", "The ferry leaves at noon.");
        using (var first = Open())
        {
            await first.CatchUpAsync(Cancelled);
        }

        _library.Put("b", "The ferry leaves at one.");
        _library.Read.Clear();
        using var second = Open();
        Assert.Equal(["a", "b"], await FindAsync(second, "ferry"));
        Assert.Equal(["b"], _library.Read);
    }

    [Fact]
    public async Task Answers_from_memory_when_the_index_can_no_longer_be_written()
    {
        _library.Put("a", "The ferry leaves at noon.");
        using (var indexer = Open())
        {
            await indexer.CatchUpAsync(Cancelled);
            Directory.CreateDirectory(Path.Combine(_folder, "0", "state.new"));
            _library.Put("b", "The ferry leaves at one.");
            Assert.Equal(["a", "b"], await FindAsync(indexer, "ferry"));
            _library.Put("c", "The ferry leaves at two.");
            Assert.Equal(["a", "b", "c"], await FindAsync(indexer, "ferry"));
        }

        using var next = Open();
        Assert.Equal(["a", "b", "c"], await FindAsync(next, "ferry"));
    }

    [Fact]
    public async Task Reads_an_index_that_is_up_to_date_beside_the_process_that_writes_it()
    {
        _library.Put("a", "The ferry leaves at noon.");
        using var writer = Open();
        await writer.CatchUpAsync(Cancelled);
        _library.Read.Clear();

        using var reader = Open();
        Assert.Equal(["a"], await FindAsync(reader, "ferry"));
        Assert.Empty(_library.Read);
        Assert.Single(Directory.GetDirectories(_folder));

        // Now it must write, and the index is the other's.
        _library.Put("b", "The ferry leaves at one.");
        Assert.Equal(["a", "b"], await FindAsync(reader, "ferry"));
        Assert.Equal(["a", "b"], await FindAsync(writer, "ferry"));
        Assert.Equal(2, Directory.GetDirectories(_folder).Length);
    }

    [Fact]
    public async Task Begins_anew_when_the_index_belongs_to_another_library()
    {
        _library.Put("a", "The ferry leaves at noon.");
        await IndexOnceAsync();

        var other = new ListedLibrary();
        other.Put("x", "A ferry elsewhere.");
        using var indexer = new LibraryIndexer(other, _folder, NullLogger<LibraryIndexer>.Instance);
        Assert.Equal(["x"], await FindAsync(indexer, "ferry"));
    }

    [Fact]
    public async Task Begins_anew_when_the_index_is_ahead_of_the_library()
    {
        _library.Put("a", "The ferry leaves at noon.");
        var backup = _library.Copy();
        _library.Put("b", "The ferry leaves at one.");
        await IndexOnceAsync();

        using var indexer = new LibraryIndexer(backup, _folder, NullLogger<LibraryIndexer>.Instance);
        Assert.Equal(["a"], await FindAsync(indexer, "ferry"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(64)]
    public async Task Begins_anew_when_files_are_damaged(int kept)
    {
        _library.Put("a", "The ferry leaves at noon.");
        await IndexOnceAsync();
        foreach (var file in Directory.GetFiles(_folder, "*", SearchOption.AllDirectories))
        {
            var bytes = await File.ReadAllBytesAsync(file, Cancelled);
            await File.WriteAllBytesAsync(file, bytes.AsMemory(0, Math.Min(bytes.Length, kept)), Cancelled);
        }

        using var indexer = Open();
        Assert.Equal(["a"], await FindAsync(indexer, "ferry"));
    }

    [Fact]
    public async Task Begins_anew_when_a_file_is_missing()
    {
        _library.Put("a", "The ferry leaves at noon.");
        await IndexOnceAsync();
        foreach (var file in Directory.GetFiles(_folder, "_*", SearchOption.AllDirectories))
        {
            File.Delete(file);
        }

        using var indexer = Open();
        Assert.Equal(["a"], await FindAsync(indexer, "ferry"));
    }

    [Fact]
    public async Task Keeps_the_index_in_memory_when_the_folder_cannot_be_written()
    {
        _library.Put("a", "The ferry leaves at noon.");
        var file = Path.Combine(_folder, "in-the-way");
        await File.WriteAllTextAsync(file, "", Cancelled);
        using var indexer = new LibraryIndexer(_library, Path.Combine(file, "index"), NullLogger<LibraryIndexer>.Instance);
        Assert.Equal(["a"], await FindAsync(indexer, "ferry"));
    }

    [Fact]
    public async Task Reads_more_changes_than_fit_in_one_batch()
    {
        foreach (var i in Enumerable.Range(0, 1_101))
        {
            _library.Put($"a{i:0000}", "The ferry leaves at noon.");
        }

        using var indexer = Open();
        var index = await indexer.CatchUpAsync(Cancelled);
        Assert.Equal(1_101, index.FindPassages(new PassageQuery("ferry", GuildId.Everyone) { Limit = 2_000 }).Length);
    }

    [Fact]
    public async Task Follows_the_library_until_it_is_stopped()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        using var indexer = Open();
        var running = indexer.RunAsync(stop.Token);
        _library.Put("a", "The ferry leaves at noon.");
        await _library.WasReadAsync("a").WaitAsync(TimeSpan.FromSeconds(30), Cancelled);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task Answers_many_at_once_while_the_library_changes()
    {
        using var indexer = Open();
        _library.Put("a", "The ferry leaves at noon.");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(
            async () =>
            {
                for (var i = 0; i < 20; i++)
                {
                    _library.Put($"{worker}-{i}", "The train leaves at noon.");
                    Assert.Equal(["a"], await FindAsync(indexer, "ferry"));
                }
            },
            Cancelled)));
    }

    private async Task IndexOnceAsync()
    {
        using var indexer = Open();
        await indexer.CatchUpAsync(Cancelled);
    }

    private LibraryIndexer Open() => new(_library, _folder, NullLogger<LibraryIndexer>.Instance);

    private static async Task<string[]> FindAsync(LibraryIndexer indexer, string text) =>
        [.. (await indexer.FindPassagesAsync(new PassageQuery(text, GuildId.Everyone), Cancelled)).Select(passage => passage.ArticleId).Order()];
}
