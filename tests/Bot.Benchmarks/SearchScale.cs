using System.Diagnostics;
using System.Globalization;
using Bot.Articles;
using Bot.Search;
using Bot.Storage;
using Bot.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Benchmarks;

/// <summary>One passage query in libraries of growing size, beside a bare Lucene query and an FTS5 query over the same paragraphs.</summary>
/// <remarks>The three take turns question by question, so that whatever else the machine does falls on all of them alike; percentiles are over single questions.</remarks>
internal static class SearchScale
{
    public const string Verb = "search-scale";

    private const int Questions = 60;
    private const int Rounds = 4;
    private const int Limit = 50;

    public static async Task RunAsync(IEnumerable<int> sizes)
    {
        var text = new LibraryText();
        await MeasureAddingAsync(text, articles: 300);
        foreach (var articles in sizes)
        {
            var folder = Directory.CreateTempSubdirectory("bot-scale-").FullName;
            try
            {
                await MeasureAsync(text, articles, folder);
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static async Task MeasureAddingAsync(LibraryText text, int articles)
    {
        var folder = Directory.CreateTempSubdirectory("bot-scale-").FullName;
        await using (var database = await SqliteDatabase.OpenAsync(Path.Combine(folder, "bot.db"), TimeProvider.System, CancellationToken.None))
        {
            var library = new ArticleLibrary(database, TimeProvider.System);
            var made = Enumerable.Range(0, articles).Select(text.Article).ToList();
            var start = Stopwatch.GetTimestamp();
            foreach (var article in made)
            {
                await library.AddAsync(LibraryOfText.LargeGuild, article, new byte[20_000], CancellationToken.None);
            }

            Print($"SQLite: {articles / Stopwatch.GetElapsedTime(start).TotalSeconds:F0} articles/s added, one transaction and one flush to disk each");
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task MeasureAsync(LibraryText text, int articles, string folder)
    {
        var characters = Enumerable.Range(0, Math.Min(articles, 50)).Average(i => text.Article(i).Paragraphs.Sum(paragraph => paragraph.Text.Length));
        var library = new LibraryOfText(text, articles);
        var start = Stopwatch.GetTimestamp();
        using (var builder = Open(library, folder))
        {
            await builder.CatchUpAsync(CancellationToken.None);
        }

        var building = Stopwatch.GetElapsedTime(start);
        start = Stopwatch.GetTimestamp();
        using var indexer = Open(library, folder);
        var index = await indexer.CatchUpAsync(CancellationToken.None);
        index.FindPassages(new PassageQuery(text.Question(0, 0), LibraryOfText.LargeGuild));
        var opening = Stopwatch.GetElapsedTime(start);
        var size = new DirectoryInfo(Path.Combine(folder, "index")).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
        Print($"""

            {articles} articles, {characters / 1000:F1} kB of text each, {articles * 35} paragraphs
              making and indexing {articles / building.TotalSeconds:F0} articles/s, {articles * characters / 1e6 / building.TotalSeconds:F1} MB/s; {size / 1e6:F1} MB on disk; opened and first question {opening.TotalMilliseconds:F0} ms
            """);

        using var lucene = new BareLucene(Path.Combine(folder, "bare"), text, articles);
        using var fts5 = new BareFts5(Path.Combine(folder, "fts5.db"), text, articles);
        var all = Enumerable.Range(0, Questions).Select(i => text.Question((int)((long)i * articles / Questions), i)).ToList();
        var small = Enumerable.Range(0, Questions).Select(i => text.Question(i % Math.Min(articles, LibraryOfText.SmallGuildArticles), i)).ToList();
        var large = articles > LibraryOfText.SmallGuildArticles ? LibraryOfText.LargeGuild : LibraryOfText.SmallGuild;
        var article = index.FindPassages(new PassageQuery(all[0], large))[0].ArticleId;
        Compare(
            all,
            Rounds,
            ("whole library", question => index.FindPassages(new PassageQuery(question, large) { Limit = Limit })),
            ("bare Lucene", question => lucene.Find(question, Limit)),
            ("FTS5", question => fts5.Find(question, Limit)),
            ("guild of 50", question => index.FindPassages(new PassageQuery(small[all.IndexOf(question)], LibraryOfText.SmallGuild) { Limit = Limit })),
            ("one article", question => index.FindPassages(new PassageQuery(question, large) { ArticleId = article, Limit = Limit })),
            ("articles", question => index.FindArticles(new PassageQuery(question, large) { Limit = Limit })));
    }

    /// <summary>Wall-clock times, and in brackets the processor's, which say more while the machine does other things.</summary>
    /// <param name="rounds">How often each question is asked after a first round that is not counted; 0 counts the first round itself.</param>
    /// <returns>Of each way p50 and p95 of wall-clock time, and the same of the processor's; in milliseconds.</returns>
    public static IReadOnlyList<(double Median, double Late, double ProcessorMedian, double ProcessorLate)> Compare(List<string> questions, int rounds, params (string Name, Action<string> Ask)[] ways)
    {
        var times = ways.Select(_ => new List<double>()).ToList();
        var processor = ways.Select(_ => new List<double>()).ToList();
        var allocated = new long[ways.Length];
        for (var round = rounds == 0 ? 0 : -1; round < Math.Max(rounds, 1); round++)
        {
            foreach (var question in questions)
            {
                for (var way = 0; way < ways.Length; way++)
                {
                    var before = GC.GetTotalAllocatedBytes();
                    var clock = Clock.Of(() => ways[way].Ask(question));

                    // The first round warms up.
                    if (round >= 0)
                    {
                        times[way].Add(1000 * clock.Seconds);
                        processor[way].Add(1000 * clock.ProcessorSeconds);
                        allocated[way] += GC.GetTotalAllocatedBytes() - before;
                    }
                }
            }
        }

        var result = new (double, double, double, double)[ways.Length];
        for (var way = 0; way < ways.Length; way++)
        {
            times[way].Sort();
            processor[way].Sort();
            var (middle, late) = (times[way].Count / 2, times[way].Count * 95 / 100);
            Print($"  {ways[way].Name,-14} p50 {times[way][middle],8:F3} ms ({processor[way][middle]:F3})   p95 {times[way][late],8:F3} ms ({processor[way][late]:F3})   {allocated[way] / times[way].Count / 1024,6} KiB");
            result[way] = (times[way][middle], times[way][late], processor[way][middle], processor[way][late]);
        }

        return result;
    }

    private static LibraryIndexer Open(IArticleLibrary library, string folder) =>
        new(library, Path.Combine(folder, "index"), NullLogger<LibraryIndexer>.Instance);

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
