using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Bot.Answers;
using Bot.Answers.Extraction;
using Bot.Answers.Extraction.Passages;
using Bot.Articles;
using Bot.Search;
using Bot.Search.Vectors;
using Bot.Storage;
using Bot.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Benchmarks;

/// <summary>
/// Libraries of growing size in SQLite and, where BOT_TEST_POSTGRES names a server, in PostgreSQL: adding, indexing, disk, memory, start, and whole questions
/// (find, read from the database, rank, extract, decide) beside a bare Lucene query over the same paragraphs in the same run; and questions of a guild of 50
/// articles in the same libraries. <see cref="LibraryText"/> says how the text is made. For flushes to disk start PostgreSQL with BOT_POSTGRES_FSYNC=on.
/// </summary>
internal static class QuestionScale
{
    public const string Verb = "question-scale";

    private const int Questions = 60;
    private const int Rounds = 4;
    private const int Limit = 50;
    private const int LiveArticles = 20;
    private const int SingleArticles = 500;
    private const int ArticlesAtOnce = 500;

    // One question takes seconds beyond.
    private const int MostForFts5 = 20_000;

    /// <param name="arguments">Sizes in articles; <c>--paragraphs N</c> makes the articles shorter than the 35 of a news report.</param>
    public static async Task RunAsync(string[] arguments)
    {
        var (paragraphs, sizes) = arguments is ["--paragraphs", var count, .. var rest]
            ? (int.Parse(count, CultureInfo.InvariantCulture), rest)
            : (LibraryText.ParagraphsOfAReport, arguments);
        var text = new LibraryText(paragraphs);
        foreach (var articles in sizes is [] ? [1, 1_000, 20_000] : sizes.Select(size => int.Parse(size, CultureInfo.InvariantCulture)))
        {
            var folder = Directory.CreateTempSubdirectory("bot-scale-").FullName;
            try
            {
                var characters = Enumerable.Range(0, Math.Min(articles, 50)).Average(i => text.Article(i).Paragraphs.Sum(paragraph => paragraph.Text.Length));
                Print($"\n{articles} articles of {paragraphs} paragraphs, {characters / 1000:F1} kB of text each");
                var clock = Clock.Start();
                using var lucene = new BareLucene(Path.Combine(folder, "bare"), text, articles);
                clock.Stop();
                Print($" bare Lucene: made and indexed in {clock.Seconds:F0} s");
                using var fts5 = articles > MostForFts5 ? null : new BareFts5(Path.Combine(folder, "fts5.db"), text, articles);
                await using (var database = await SqliteDatabase.OpenAsync(Path.Combine(folder, "bot.db"), TimeProvider.System, CancellationToken.None))
                {
                    Print($" SQLite");
                    await MeasureAsync(text, articles, database, Path.Combine(folder, "sqlite-index"), lucene, fts5);
                    Print($"  database {new FileInfo(Path.Combine(folder, "bot.db")).Length / 1e6:F1} MB on disk");
                }

                if (await ScratchSchema.CreateAsync() is { } schema)
                {
                    await using (schema)
                    {
                        Print($" PostgreSQL, {await schema.FlushesAsync()}");
                        await MeasureAsync(text, articles, schema.Database, Path.Combine(folder, "postgres-index"), lucene, null);
                        Print($"  database {await schema.SizeAsync() / 1e6:F1} MB on disk");
                    }
                }
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static async Task MeasureAsync(LibraryText text, int articles, Database database, string folder, BareLucene lucene, BareFts5? fts5)
    {
        var library = new ArticleLibrary(database, TimeProvider.System);
        await GrowAsync(text, articles, library);
        var vectors = new PassageVectors(database);
        await PutVectorsAsync(library, vectors);

        var clock = Clock.Start();
        using (var builder = new LibraryIndexer(library, folder, NullLogger<LibraryIndexer>.Instance))
        {
            await builder.CatchUpAsync(CancellationToken.None);
        }

        clock.Stop();
        var size = new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
        Print($"  indexing all from the database: {articles / clock.Seconds:F0} articles/s; {1000 * clock.ProcessorSeconds / articles:F2} ms of processor time each; {size / 1e6:F1} MB on disk");

        var all = Enumerable.Range(0, Questions).Select(i => text.Question((int)((long)i * articles / Questions), i)).ToList();
        var small = Enumerable.Range(0, Questions).Select(i => text.Question(i % Math.Min(articles, LibraryOfText.SmallGuildArticles), i)).ToList();
        var large = articles > LibraryOfText.SmallGuildArticles ? LibraryOfText.LargeGuild : LibraryOfText.SmallGuild;
        clock = Clock.Start();
        using var indexer = new LibraryIndexer(library, folder, NullLogger<LibraryIndexer>.Instance);
        using var cache = new ArticleCache(library);
        using var model = new SentenceModel(NullLogger<SentenceModel>.Instance);
        using var semantic = new SemanticSearch(new VectorSource(model), vectors, TimeProvider.System, NullLogger<SemanticSearch>.Instance);
        var meanings = new SentenceMeanings(model, vectors);
        var answerer = new Answerer(library, cache, new PassageFinder(indexer, semantic), new ExtractiveAnswerer(), meanings: meanings);
        Ask(all[0], large);
        clock.Stop();
        Print($"  opened and first question of the large guild: {1000 * clock.Seconds:F0} ms");

        SearchScale.Compare(small, 0, ("to warm up", question => Ask(question, LibraryOfText.SmallGuild)));
        SearchScale.Compare(all, 0, ("first asked", question => Ask(question, large)), ("bare, first", question => lucene.Find(question, Limit)));
        List<(string, Action<string>)> ways =
        [
            ("whole question", question => Ask(question, large)),
            ("bare Lucene", question => lucene.Find(question, Limit)),
            ("guild of 50", question => Ask(small[all.IndexOf(question)], LibraryOfText.SmallGuild)),
        ];
        if (fts5 is not null)
        {
            ways.Add(("FTS5", question => fts5.Find(question, Limit)));
        }

        var times = SearchScale.Compare(all, Rounds, [.. ways]);
        var (whole, bare) = (times[0], times[1]);
        Print($"  a whole question takes {whole.Median / bare.Median:F2} ({whole.ProcessorMedian / bare.ProcessorMedian:F2}) times as long as the bare query at p50, {whole.Late / bare.Late:F2} ({whole.ProcessorLate / bare.ProcessorLate:F2}) at p95");
        await AddLiveAsync(text, articles, library, indexer, large);
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        Print($"  memory: managed heap {GC.GetTotalMemory(false) / 1e6:F0} MB, working set {process.WorkingSet64 / 1e6:F0} MB (with the bare indexes)");

        // Nothing on this path waits for anything but the database, which answers on the thread pool.
        void Ask(string question, GuildId guild) => answerer.AnswerAsync(new Question(question, guild), CancellationToken.None).GetAwaiter().GetResult();
    }

    /// <summary>As many and as long as the sentence model would make them, but of no meaning: making them takes four milliseconds a sentence.</summary>
    private static async Task PutVectorsAsync(ArticleLibrary library, PassageVectors vectors)
    {
        var (random, after, clock, sentences) = (new Random(3), 0L, Clock.Start(), 0L);
        while (await vectors.MissingAsync(VectorSource.OwnModel, after, ArticlesAtOnce, CancellationToken.None) is { IsEmpty: false } missing)
        {
            var read = await library.GetManyAsync([.. missing.Select(entry => entry.Version)], CancellationToken.None);
            var blocks = read.ToDictionary(article => article.Key, article => RandomVectors(article.Value, random));
            await vectors.PutAsync(VectorSource.OwnModel, blocks, CancellationToken.None);
            sentences += blocks.Values.Sum(block => block.Scales.Length);
            after = missing[^1].Key;
        }

        clock.Stop();
        Print($"  vectors of {sentences} sentences stored in {clock.Seconds:F0} s");
    }

    private static VectorBlock RandomVectors(Article article, Random random)
    {
        var counts = article.Paragraphs.Select(paragraph => (ushort)paragraph.Sentences.Length).ToImmutableArray();
        var vectors = 1 + counts.Sum(count => count);
        var components = new byte[vectors * SentenceEncoder.Dimensions];
        random.NextBytes(components);
        return new VectorBlock(SentenceEncoder.Dimensions, counts, [.. Enumerable.Repeat(0.0007f, vectors)], [.. components.Select(component => (sbyte)component)]);
    }

    /// <summary>Most of the library by the bulk, which no disk has to be waited for; the last ones each by itself, as people add them.</summary>
    private static async Task GrowAsync(LibraryText text, int articles, ArticleLibrary library)
    {
        var single = Math.Min(articles, SingleArticles);
        var bulk = articles - single;
        var (seconds, added) = (0.0, 0);
        foreach (var part in Enumerable.Range(0, bulk).Chunk(ArticlesAtOnce))
        {
            foreach (var guild in part.GroupBy(LibraryOfText.GuildOf))
            {
                var made = Make(text, guild);
                var clock = Clock.Start();
                await library.AddManyAsync(guild.Key, made, CancellationToken.None);
                clock.Stop();
                (seconds, added) = (seconds + clock.Seconds, added + made.Count);
            }
        }

        var last = Make(text, Enumerable.Range(bulk, single));
        var singly = Clock.Start();
        foreach (var (i, article) in last.Index())
        {
            await library.AddAsync(LibraryOfText.GuildOf(bulk + i), article, default, CancellationToken.None);
        }

        singly.Stop();
        if (added > 0)
        {
            Print($"  growing by {ArticlesAtOnce} articles a transaction: {added / seconds:F0} articles/s");
        }

        Print($"  adding {single} more, one transaction and one flush to disk each: {single / singly.Seconds:F0} articles/s; {1000 * singly.ProcessorSeconds / single:F2} ms of processor time each, {1000 * singly.Seconds / single:F2} ms in all");
    }

    private static List<Article> Make(LibraryText text, IEnumerable<int> numbers) => [.. numbers.AsParallel().AsOrdered().Select(text.Article)];

    private static async Task AddLiveAsync(LibraryText text, int articles, ArticleLibrary library, LibraryIndexer indexer, GuildId large)
    {
        foreach (var (name, guild) in ((string, GuildId)[])[("the large guild", large), ("the guild of 50", LibraryOfText.SmallGuild)])
        {
            var times = new List<double>();
            for (var i = 0; i < LiveArticles; i++)
            {
                var article = text.Article(articles + (guild == large ? 0 : LiveArticles) + i);
                var clock = Clock.Start();
                await library.AddAsync(guild, article, default, CancellationToken.None);
                await indexer.FindPassagesAsync(new PassageQuery(article.Title, guild), CancellationToken.None);
                clock.Stop();
                times.Add(1000 * clock.Seconds);
            }

            times.Sort();
            Print($"  an article added to {name} and found there: p50 {times[LiveArticles / 2]:F0} ms, p95 {times[LiveArticles * 95 / 100]:F0} ms");
        }
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
