using System.Diagnostics;
using System.Globalization;
using Bot.Articles;
using Bot.Articles.Copies;
using Bot.Search;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Storage.Tests;

/// <summary>Kills a process that writes, over and over, on one and the same library and index.</summary>
public abstract class CrashTests : IAsyncLifetime
{
    private readonly TemporaryFolder _index = new();

    /// <summary>How often; the full run of 200 takes minutes.</summary>
    private static int Points => int.Parse(Environment.GetEnvironmentVariable("BOT_CRASH_POINTS") ?? "20", CultureInfo.InvariantCulture);

    /// <summary>Where the library is, as the process that is to be killed is told.</summary>
    private protected abstract (string Kind, string Where) Library { get; }

    public abstract ValueTask InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        _index.Dispose();
        await DeleteAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Every_article_is_whole_or_absent_wherever_a_writer_is_killed()
    {
        var cancelled = TestContext.Current.CancellationToken;
        var random = new Random(7);
        var seen = 0;
        for (var point = 0; point < Points; point++)
        {
            await KillAtRandomAsync(random, point, cancelled);
            seen += await CheckAsync(cancelled);
        }

        Assert.True(seen > Points, "The writer wrote next to nothing.");
    }

    private protected abstract ValueTask DeleteAsync();

    private async Task KillAtRandomAsync(Random random, int seed, CancellationToken cancellationToken)
    {
        using var writer = Process.Start(new ProcessStartInfo
        {
            FileName = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "Bot.Storage.Tests.exe" : "Bot.Storage.Tests"),
            ArgumentList = { CrashWriter.Verb, Library.Kind, Library.Where, _index.Path, seed.ToString(CultureInfo.InvariantCulture) },
            RedirectStandardOutput = true,
        })!;
        for (var changes = random.Next(1, 30); changes > 0; changes--)
        {
            Assert.NotNull(await writer.StandardOutput.ReadLineAsync(cancellationToken));
        }

        // Into the midst of the next change, which takes about as long.
        var until = Stopwatch.GetTimestamp() + random.NextInt64(Stopwatch.Frequency / 50);
        while (Stopwatch.GetTimestamp() < until)
        {
            Thread.SpinWait(100);
        }

        writer.Kill();
        await writer.WaitForExitAsync(cancellationToken);
    }

    private async Task<int> CheckAsync(CancellationToken cancellationToken)
    {
        await using var database = await CrashWriter.OpenAsync(Library.Kind, Library.Where);
        var library = new ArticleLibrary(database, TimeProvider.System);
        var list = await library.ListAsync(GuildId.Everyone, cancellationToken);
        foreach (var listing in list)
        {
            for (var version = listing.Version; version > 0; version--)
            {
                var article = await library.GetAsync(GuildId.Everyone, listing.Id, version, cancellationToken);
                if (article is null)
                {
                    // Versions before the last removal.
                    break;
                }

                var original = await library.GetOriginalAsync(GuildId.Everyone, listing.Id, version, cancellationToken);
                Assert.True(CrashWriter.IsWhole(article), $"Version {version} of {listing.Id} is not whole.");
                Assert.Equal(CrashWriter.OriginalOf(article), original!.Value.ToArray());
                var known = await WordRunsOfAsync(database, listing.Id, version, cancellationToken);
                Assert.Equal(version == listing.Version ? StoredCopies.SampleOf(WordRuns.Of(article)).Length : 0, known);
            }
        }

        Assert.Equal(0, await Orphans.CountAsync(database, cancellationToken));

        using var indexer = new LibraryIndexer(library, _index.File("index"), NullLogger<LibraryIndexer>.Instance);
        var index = await indexer.CatchUpAsync(cancellationToken);
        var indexed = index.FindPassages(new PassageQuery(CrashWriter.Word, GuildId.Everyone) { Limit = 1000 });
        Assert.Equal(
            list.SelectMany(article => Enumerable.Range(1, article.Paragraphs).Select(paragraph => (article.Id, article.Version, paragraph))).Order(),
            indexed.Select(passage => (passage.ArticleId, passage.Version, passage.Paragraph)).Order());
        return list.Length;
    }

    private static Task<long> WordRunsOfAsync(Database database, string id, int version, CancellationToken cancellationToken) => database.ReadAsync(
        transaction => transaction.ScalarAsync<long>(
            "SELECT count(*) FROM word_runs r JOIN articles a ON a.key = r.article WHERE a.guild = 0 AND r.guild = 0 AND a.id = @id AND a.version = @version",
            cancellationToken,
            ("@id", id),
            ("@version", version)),
        cancellationToken);
}
