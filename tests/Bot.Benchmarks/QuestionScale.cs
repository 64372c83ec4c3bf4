using Bot.Answers;
using Bot.Answers.Extractive;
using Bot.Articles;
using Bot.Search;
using Bot.Storage;
using Bot.Storage.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Benchmarks;

/// <summary>
/// One whole question (find, read from the database, rank, extract, decide) in SQLite libraries of growing size, beside a bare Lucene query and an FTS5
/// query over the same paragraphs in the same run; and a question scoped to a guild of 50 articles in the same libraries.
/// </summary>
internal static class QuestionScale
{
    public const string Verb = "question-scale";

    private const int Questions = 60;
    private const int Limit = 50;

    public static async Task RunAsync(IEnumerable<int> sizes)
    {
        var text = new LibraryText();
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

    private static async Task MeasureAsync(LibraryText text, int articles, string folder)
    {
        await using var database = await SqliteDatabase.OpenAsync(Path.Combine(folder, "bot.db"), TimeProvider.System, CancellationToken.None);
        var library = new ArticleLibrary(database, TimeProvider.System);
        for (var i = 0; i < articles; i++)
        {
            var guild = i < LibraryOfText.SmallGuildArticles ? LibraryOfText.SmallGuild : LibraryOfText.LargeGuild;
            await library.AddAsync(guild, text.Article(i), default, CancellationToken.None);
        }

        using var indexer = new LibraryIndexer(library, Path.Combine(folder, "index"), NullLogger<LibraryIndexer>.Instance);
        await indexer.CatchUpAsync(CancellationToken.None);
        using var cache = new ArticleCache(library);
        var answerer = new Answerer(library, cache, indexer, new ExtractiveAnswerer());
        using var lucene = new BareLucene(Path.Combine(folder, "bare"), text, articles);
        using var fts5 = new BareFts5(Path.Combine(folder, "fts5.db"), text, articles);
        var all = Enumerable.Range(0, Questions).Select(i => text.Question((int)((long)i * articles / Questions), i)).ToList();
        var small = Enumerable.Range(0, Questions).Select(i => text.Question(i % Math.Min(articles, LibraryOfText.SmallGuildArticles), i)).ToList();
        var large = articles > LibraryOfText.SmallGuildArticles ? LibraryOfText.LargeGuild : LibraryOfText.SmallGuild;

        Console.WriteLine($"\n{articles} articles");
        SearchScale.Compare(small, 0, ("to warm up", question => Ask(question, LibraryOfText.SmallGuild)));
        SearchScale.Compare(all, 0, ("first asked", question => Ask(question, large)));
        SearchScale.Compare(
            all,
            4,
            ("whole question", question => Ask(question, large)),
            ("bare Lucene", question => lucene.Find(question, Limit)),
            ("FTS5", question => fts5.Find(question, Limit)),
            ("guild of 50", question => Ask(small[all.IndexOf(question)], LibraryOfText.SmallGuild)));

        // Nothing on this path waits for anything but the database, which answers on the thread pool.
        void Ask(string question, GuildId guild) => answerer.AnswerAsync(new Question(question, guild), CancellationToken.None).GetAwaiter().GetResult();
    }
}
