using System.Diagnostics;
using System.Globalization;
using Bot.Articles;
using Bot.Search;
using Bot.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Storage.Tests;

/// <summary>Kills a process that writes, over and over, on one and the same folder.</summary>
public sealed class CrashTests
{
    /// <summary>How often; the full run of 200 takes minutes.</summary>
    private static int Points => int.Parse(Environment.GetEnvironmentVariable("BOT_CRASH_POINTS") ?? "20", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Every_article_is_whole_or_absent_wherever_a_writer_is_killed()
    {
        var cancelled = TestContext.Current.CancellationToken;
        using var folder = new TemporaryFolder();
        var random = new Random(7);
        var seen = 0;
        for (var point = 0; point < Points; point++)
        {
            await KillAtRandomAsync(folder.Path, random, point, cancelled);
            seen += await CheckAsync(folder, cancelled);
        }

        Assert.True(seen > Points, "The writer wrote next to nothing.");
    }

    private static async Task KillAtRandomAsync(string folder, Random random, int seed, CancellationToken cancellationToken)
    {
        using var writer = Process.Start(new ProcessStartInfo
        {
            FileName = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "Bot.Storage.Tests.exe" : "Bot.Storage.Tests"),
            ArgumentList = { CrashWriter.Verb, folder, seed.ToString(CultureInfo.InvariantCulture) },
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

    private static async Task<int> CheckAsync(TemporaryFolder folder, CancellationToken cancellationToken)
    {
        await using var database = await SqliteDatabase.OpenAsync(folder.File("bot.db"), TimeProvider.System, cancellationToken);
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
            }
        }

        Assert.Equal(0, await Orphans.CountAsync(database, cancellationToken));

        using var indexer = new LibraryIndexer(library, folder.File("index"), NullLogger<LibraryIndexer>.Instance);
        var index = await indexer.CatchUpAsync(cancellationToken);
        var indexed = index.FindPassages(new PassageQuery(CrashWriter.Word, GuildId.Everyone) { Limit = 1000 });
        Assert.Equal(
            list.SelectMany(article => Enumerable.Range(1, article.Paragraphs).Select(paragraph => (article.Id, article.Version, paragraph))).Order(),
            indexed.Select(passage => (passage.ArticleId, passage.Version, passage.Paragraph)).Order());
        return list.Length;
    }
}
