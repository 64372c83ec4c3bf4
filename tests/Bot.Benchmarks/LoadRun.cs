using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Articles;
using Bot.Discord.Interactions;
using Bot.Storage;
using Bot.Storage.Sqlite;
using Bot.Testing.Discord;
using Bot.Testing.Discord.Rest;

namespace Bot.Benchmarks;

/// <summary>The whole bot in a process of its own, with 1,000 articles in 100 guilds, asked at a steady rate by a Discord on loopback in this process.</summary>
/// <remarks>Both share the machine: what the fake Discord takes, the bot lacks. Times are from the moment an interaction is sent: acknowledged is when its
/// first answer has arrived, answered when the person can read the answer.</remarks>
internal static class LoadRun
{
    public const string Verb = "load";

    private const int Guilds = 100;
    private const int Articles = 1000;
    private const ulong FirstGuild = 1_200_000_000_000_000_001;
    private const ulong FirstPerson = 1_400_000_000_000_000_001;
    private static readonly InteractionSentences Sentences = new();
    private static readonly string[] Apologies = [Sentences.Failed, Sentences.TimedOut, Sentences.Restarting, Sentences.Busy, Sentences.Undelivered];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <returns>0 when every question was answered in time.</returns>
    /// <param name="burst">How many come at once after that; 0 for none.</param>
    /// <param name="program">Another bot, to compare with; null for this one.</param>
    public static async Task<int> RunAsync(int perSecond, int seconds, int burst, string? program)
    {
        var folder = Directory.CreateTempSubdirectory("bot-load-");
        await using var discord = await FakeDiscord.StartAsync();
        try
        {
            var text = new LibraryText();
            await FillAsync(text, Path.Combine(folder.FullName, "articles.db"));
            await using var bot = await StartedBot.StartAsync(discord, folder.FullName, program);

            // Nobody is answered before the index stands.
            var first = (await AskAsync(discord, text, perSecond: 1, seconds: 1))[0];
            Console.WriteLine($"first after the start: acknowledged {first.Acknowledged?.TotalMilliseconds:F0} ms, answered {first.Answered?.TotalMilliseconds:F0} ms");
            while (first.Answered is null)
            {
                first = (await AskAsync(discord, text, perSecond: 1, seconds: 1))[0];
            }

            await AskAsync(discord, text, perSecond, seconds: 5);
            Console.WriteLine($"warm; now {perSecond} questions a second for {seconds} s");
            var result = await MeasureAsync(discord, text, bot.Process, perSecond, seconds);
            if (burst > 0)
            {
                Console.WriteLine($"now {burst} questions at once");
                var at = await AskAsync(discord, text, burst, seconds: 1, atOnce: true);
                Console.WriteLine($"acknowledged {Percentiles([.. Times(at, question => question.Acknowledged)])}");
                Console.WriteLine($"answered {at.Count(question => question.Answered is not null)}, of these refused {at.Count(IsRefused)}: {Percentiles([.. Times(at, question => question.Answered)])}");
            }

            return result;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task FillAsync(LibraryText text, string path)
    {
        await using var database = await SqliteDatabase.OpenAsync(path, TimeProvider.System, CancellationToken.None);
        var library = new ArticleLibrary(database, TimeProvider.System);
        for (var i = 0; i < Articles; i++)
        {
            await library.AddAsync(new GuildId(GuildOf(i)), text.Article(i), default, CancellationToken.None);
        }
    }

    private static async Task<int> MeasureAsync(FakeDiscord discord, LibraryText text, Process bot, int perSecond, int seconds)
    {
        var memory = new List<long>();
        using var timer = new Timer(_ => { bot.Refresh(); memory.Add(bot.WorkingSet64); }, null, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        var (processor, ours) = (bot.TotalProcessorTime, Environment.CpuUsage.TotalTime);
        var asked = await AskAsync(discord, text, perSecond, seconds);
        bot.Refresh();
        ours = Environment.CpuUsage.TotalTime - ours;
        double[] answered = [.. Times(asked, question => question.Answered)];
        double[] acknowledged = [.. Times(asked, question => question.Acknowledged)];
        var refused = asked.Count(IsRefused);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"asked {asked.Count}, acknowledged {acknowledged.Length}, answered {answered.Length}, of these refused {refused}"));
        Console.WriteLine($"acknowledged: {Percentiles(acknowledged)}");
        Console.WriteLine($"answered:     {Percentiles(answered)}");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"working set: {Megabytes(memory[0])} at first, {Megabytes(memory[memory.Count / 2])} half-way, {Megabytes(memory[^1])} at the end, {Megabytes(memory.Max())} at most; processor {(bot.TotalProcessorTime - processor).TotalSeconds / seconds * 100:F0} % of one core, the fake Discord {ours.TotalSeconds / seconds * 100:F0} %"));
        var right = answered.Length == asked.Count && refused == 0 && discord.Rest.Violations.Count == 0 && At(acknowledged, 0.99) < 500 && At(answered, 0.99) < 2000;
        Console.WriteLine(right ? "within the limits: all answered, acknowledged p99 < 500 ms, answered p99 < 2 s" : "NOT within the limits");
        return right ? 0 : 1;
    }

    private static async Task<IReadOnlyList<Asked>> AskAsync(FakeDiscord discord, LibraryText text, int perSecond, int seconds, bool atOnce = false)
    {
        var total = perSecond * seconds;
        var random = new Random(seconds);

        // Made ahead of time: what making them takes, the bot would lack.
        var payloads = new Queue<JsonObject>(total);
        for (var i = 0; i < total; i++)
        {
            var article = random.Next(Articles);
            payloads.Enqueue(Question(discord, text.Question(article, i), GuildOf(article), FirstPerson + (ulong)random.Next(1_000_000)));
        }

        var asked = new List<Asked>(total);
        var begun = Stopwatch.GetTimestamp();
        while (asked.Count < total)
        {
            var due = atOnce ? total : Math.Min(total, (int)(Stopwatch.GetElapsedTime(begun).TotalSeconds * perSecond));
            for (; asked.Count < due;)
            {
                var payload = payloads.Dequeue();
                payload["id"] = discord.NextId().ToString();
                payload["token"] = $"interaction-token-{payload["id"]}";
                asked.Add(new Asked(discord, payload));
            }

            await Task.Delay(2);
        }

        await Task.WhenAll(asked.Select(question => question.Ended)).WaitAsync(Patience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return asked;
    }

    private static JsonObject Question(FakeDiscord discord, string question, ulong guild, ulong person)
    {
        var payload = FakePayloads.Command(discord, "ask", new JsonObject { ["name"] = "question", ["type"] = 3, ["value"] = question });
        payload["guild_id"] = guild.ToString(CultureInfo.InvariantCulture);
        payload["guild"]!["id"] = guild.ToString(CultureInfo.InvariantCulture);
        payload["member"]!["user"]!["id"] = person.ToString(CultureInfo.InvariantCulture);
        return payload;
    }

    private static ulong GuildOf(int article) => FirstGuild + ((ulong)(article % Guilds) << 22);

    private static IEnumerable<double> Times(IEnumerable<Asked> asked, Func<Asked, TimeSpan?> time) =>
        asked.Select(time).OfType<TimeSpan>().Select(after => after.TotalMilliseconds).Order();

    /// <summary>Told to come again, or that something went wrong.</summary>
    private static bool IsRefused(Asked question) => question.Answered is not null
        && (question.Interaction.IsEphemeral || Apologies.Any(apology => question.Interaction.Content?.Contains(apology, StringComparison.Ordinal) == true));

    private static string Percentiles(double[] sorted) => string.Create(
        CultureInfo.InvariantCulture, $"p50 {At(sorted, 0.5):F0} ms, p95 {At(sorted, 0.95):F0} ms, p99 {At(sorted, 0.99):F0} ms, slowest {At(sorted, 1):F0} ms");

    private static double At(double[] sorted, double share) => sorted.Length == 0 ? double.PositiveInfinity : sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];

    private static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:F0} MB");

    private sealed class Asked
    {
        private readonly long _sent = Stopwatch.GetTimestamp();

        public Asked(FakeDiscord discord, JsonObject question)
        {
            Interaction = discord.Interact(question);
            Ended = WatchAsync();
        }

        public FakeInteraction Interaction { get; }

        public Task Ended { get; }

        public TimeSpan? Acknowledged { get; private set; }

        public TimeSpan? Answered { get; private set; }

        private async Task WatchAsync()
        {
            await Interaction.Acknowledged;
            Acknowledged = Stopwatch.GetElapsedTime(_sent);
            await Interaction.Answered;
            while (Interaction.Content == Sentences.Working)
            {
                await Task.Delay(20);
            }

            Answered = Stopwatch.GetElapsedTime(_sent);
        }
    }
}
