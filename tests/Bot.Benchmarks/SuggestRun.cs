using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Articles;
using Bot.Discord.Model;
using Bot.Language;
using Bot.Storage;
using Bot.Storage.Sqlite;
using Bot.Testing.Discord;

namespace Bot.Benchmarks;

/// <summary>Somebody types into the options of commands, letter by letter, in a guild with many articles, the newest of which quotes many people; the bot runs
/// in a process of its own.</summary>
/// <remarks>A time is from the moment a keystroke is sent until the choices have arrived at the Discord on loopback: an upper bound of what the bot takes.</remarks>
internal static class SuggestRun
{
    public const string Verb = "suggest";

    private const double MostMilliseconds = 50;
    private const int Speakers = 400;
    private const int Typed = 60;
    private const int Letters = 12;
    private const int Changes = 20;

    // Discord takes no suggestions after three seconds.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <returns>0 when of a hundred suggestions ninety-nine come within 50 ms.</returns>
    public static async Task<int> RunAsync(int articles)
    {
        var folder = Directory.CreateTempSubdirectory("bot-suggest-");
        try
        {
            await using var discord = await FakeDiscord.StartAsync();
            await using var database = await SqliteDatabase.OpenAsync(Path.Combine(folder.FullName, "articles.db"), TimeProvider.System, CancellationToken.None);
            var (library, text, guild) = (new ArticleLibrary(database, TimeProvider.System), new LibraryText(), new GuildId(discord.Options.GuildId.Value));
            for (var i = 0; i < articles; i++)
            {
                await library.AddAsync(guild, i == articles - 1 ? Quoting(text.Article(i)) : text.Article(i), default, CancellationToken.None);
            }

            await using var bot = await StartedBot.StartAsync(discord, folder.FullName);
            var titles = Enumerable.Range(0, Typed).Select(i => text.Article(i * articles / Typed).Title).ToArray();
            var newest = text.Article(articles - 1).Id;
            var names = Enumerable.Range(0, Typed).Select(i => NameOf(i * Speakers / Typed)).ToArray();
            await TypeAsync(discord, "ask", "article", titles);
            await TypeAsync(discord, "quotes", "speaker", names, newest);

            var processor = bot.Process.TotalProcessorTime;
            var byTitle = await TypeAsync(discord, "ask", "article", titles);
            var bySpeaker = await TypeAsync(discord, "quotes", "speaker", names, newest);
            bot.Process.Refresh();
            var each = (bot.Process.TotalProcessorTime - processor).TotalMilliseconds / (byTitle.Length + bySpeaker.Length);
            var afterChange = await TypeAfterChangesAsync(discord, library, guild, text, articles);
            Console.WriteLine($"articles by title, {articles} in the guild:         {Percentiles(byTitle)}");
            Console.WriteLine($"speakers by name, {Speakers} in the article:          {Percentiles(bySpeaker)}");
            Console.WriteLine($"the first by title after an article was added: {Percentiles(afterChange)}");
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"processor time of the bot: {each:F2} ms each"));
            var right = At(byTitle, 0.99) < MostMilliseconds && At(bySpeaker, 0.99) < MostMilliseconds;
            Console.WriteLine(right ? "within the limit: p99 < 50 ms" : "NOT within the limit");
            return right ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>An article in which many people are quoted twice each.</summary>
    private static Article Quoting(Article article)
    {
        var paragraphs = Enumerable.Range(1, Speakers * 2).Select(number =>
        {
            var text = $"“This is what I think of it,” said {NameOf(number / 2)} in remark {number}.";
            return new Paragraph(number, text, null, [new Sentence(0, text.Length)]);
        });
        return article with
        {
            Paragraphs = [.. paragraphs],
            Quotations = [.. Enumerable.Range(1, Speakers * 2).Select(number => new Quotation(number, 1, 28, "This is what I think of it,", [NameOf(number / 2)], null, "said", Certainty.Sure))],
            Speakers = [.. Enumerable.Range(0, Speakers).Select(i => new Speaker(NameOf(i), [], null, 2))],
        };
    }

    private static string NameOf(int number)
    {
        string[] given = ["Ada", "Bruno", "Carla", "Dieter", "Esmé", "Farid", "Greta", "Hugo", "Inés", "Jonas", "Kaja", "Lars", "Mara", "Nils", "Olga", "Pavel", "Quinn", "Rosa", "Siv", "Tomas"];
        string[] family = ["Ander", "Bello", "Calder", "Duarte", "Ek", "Ferro", "Grün", "Holm", "Ibsen", "Juhl", "Krall", "Lind", "Moreau", "Novák", "Ortiz", "Perrin", "Quist", "Rossi", "Sand", "Tveit", "Ullman"];
        return $"{given[number % given.Length]} {family[number / given.Length % family.Length]}";
    }

    private static async Task<double[]> TypeAsync(FakeDiscord discord, string command, string option, IEnumerable<string> texts, string? article = null)
    {
        var times = new List<double>();
        foreach (var text in texts)
        {
            for (var length = 1; length <= Math.Min(text.Length, Letters); length++)
            {
                times.Add(await TypeAsync(discord, command, option, text[..length], article));
            }
        }

        return [.. times.Order()];
    }

    private static async Task<double[]> TypeAfterChangesAsync(FakeDiscord discord, ArticleLibrary library, GuildId guild, LibraryText text, int articles)
    {
        var times = new List<double>();
        for (var i = 0; i < Changes; i++)
        {
            var added = text.Article(articles + i);
            await library.AddAsync(guild, added, default, CancellationToken.None);
            times.Add(await TypeAsync(discord, "ask", "article", added.Title[..Letters]));
        }

        return [.. times.Order()];
    }

    /// <returns>Milliseconds.</returns>
    private static async Task<double> TypeAsync(FakeDiscord discord, string command, string option, string typed, string? article = null)
    {
        var payload = FakePayloads.Interaction(discord, InteractionType.ApplicationCommandAutocomplete);
        var options = new JsonArray(new JsonObject { ["name"] = option, ["type"] = 3, ["value"] = typed, ["focused"] = true });
        if (article is not null)
        {
            options.Add(new JsonObject { ["name"] = "article", ["type"] = 3, ["value"] = article });
        }

        payload["data"] = new JsonObject { ["id"] = "1500000000000000001", ["name"] = command, ["type"] = 1, ["options"] = options };
        var sent = Stopwatch.GetTimestamp();
        var interaction = discord.Interact(payload);
        await interaction.Acknowledged.WaitAsync(Patience);
        var elapsed = Stopwatch.GetElapsedTime(sent).TotalMilliseconds;
        return interaction.Callback!["data"]!["choices"]!.AsArray().Count > 0 ? elapsed : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Nothing was suggested for “{typed}” within {elapsed:F0} ms."));
    }

    private static string Percentiles(double[] sorted) => string.Create(
        CultureInfo.InvariantCulture, $"p50 {At(sorted, 0.5):F1} ms, p95 {At(sorted, 0.95):F1} ms, p99 {At(sorted, 0.99):F1} ms, slowest {At(sorted, 1):F1} ms of {sorted.Length}");

    private static double At(double[] sorted, double share) => sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];
}
