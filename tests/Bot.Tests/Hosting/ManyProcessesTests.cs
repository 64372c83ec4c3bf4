using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bot.Articles;
using Bot.Articles.Parsing;
using Bot.Discord.Model;
using Bot.Storage;
using Bot.Storage.Postgres;
using Bot.Testing.Discord;
using Bot.Testing.Discord.Rest;

namespace Bot.Tests.Hosting;

/// <summary>Three real processes of one bot on one PostgreSQL.</summary>
public sealed partial class ManyProcessesTests : IAsyncLifetime
{
    private const int Processes = 3;
    private const string Bridge = "New bridge opens\n\nThe bridge over the Elder was opened on Monday by Mayor Ines Calder.\n\n“It will outlast us all,” Calder said.\n";

    private readonly List<BotProcess> _bots = [];
    private readonly HttpClient _http = new();
    private PostgresForBots? _postgres;
    private FakeDiscord _discord = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>How many; the full run of 5,000 takes minutes.</summary>
    private static int Interactions => int.Parse(Environment.GetEnvironmentVariable("BOT_INTERACTIONS") ?? "300", CultureInfo.InvariantCulture);

    public async ValueTask InitializeAsync()
    {
        _postgres = await PostgresForBots.CreateAsync(Cancelled);
        _discord = await FakeDiscord.StartAsync(cancellationToken: Cancelled);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var bot in _bots)
        {
            await bot.DisposeAsync();
        }

        if (_postgres is not null)
        {
            await _discord.DisposeAsync();
            await _postgres.DisposeAsync();
        }

        _http.Dispose();
    }

    [Fact]
    public async Task Over_http_everybody_is_answered_once_though_a_process_is_killed_half_way()
    {
        await StartAsync("Http");
        var death = new DeathHalfWay(_discord, _bots[1], Interactions);
        await AskAllAsync(death, async (interaction, number, cancellationToken) =>
        {
            if (number % Processes == 1)
            {
                death.Concerns(interaction);
            }

            await PostAsync(interaction, number, cancellationToken);
        });

        var report = Judge(death);
        Assert.Equal((0, 0), (report.Lost, report.Twice));
    }

    [Fact]
    public async Task Over_the_gateway_the_shards_of_a_killed_process_move_and_everybody_is_answered_once()
    {
        _discord.Gateway.RecommendedShards = _discord.Gateway.Guilds = Processes;
        await StartAsync("Gateway");
        await UntilAsync(() => _bots.All(bot => ShardsOf(bot).Count == 1) && Running().Distinct().Count() == Processes, TimeSpan.FromMinutes(2));
        var shard = ShardsOf(_bots[1]).Single();
        var death = new DeathHalfWay(_discord, _bots[1], Interactions);
        var moving = MovedAfterAsync(death);
        await AskAllAsync(death, (interaction, _, _) =>
        {
            if (Snowflake.Parse(interaction["guild_id"]!.GetValue<string>()).ShardOf(Processes) == shard)
            {
                death.Concerns(interaction);
            }

            _discord.Gateway.Dispatch("INTERACTION_CREATE", interaction.DeepClone());
            return Task.CompletedTask;
        });

        var (moved, report) = (await moving, Judge(death));
        TestContext.Current.SendDiagnosticMessage($"Shards moved after {moved.TotalSeconds:F1} s; {_discord.Gateway.Identifies} identifies, {_discord.Gateway.Resumes} resumes.");
        Assert.InRange(moved, TimeSpan.Zero, TimeSpan.FromSeconds(30));
        Assert.Equal(Processes, _discord.Gateway.Identifies);
        Assert.Equal((0, 0), (report.Lost, report.Twice));

        // Discord takes a first answer for three seconds: whoever asked while nobody ran the shard finds the answer in the channel.
        Assert.NotEqual(0, report.InTheChannel);
    }

    [Fact]
    public async Task An_article_added_through_one_process_is_in_the_next_answer_of_every_other()
    {
        await StartAsync("Http");

        // Once warm: what a process reads for its first question is not what is measured.
        await Task.WhenAll(_bots.Select((bot, i) => AskAsync(bot, Question(i), TimeSpan.FromSeconds(60))));
        await using var database = await PostgresDatabase.OpenAsync(_postgres!.ConnectionString, TimeProvider.System, Cancelled);
        var document = SourceDocument.FromText(Bridge);
        var article = new ArticleReader().Read(document, Cancelled);
        await new ArticleLibrary(database, TimeProvider.System).AddAsync(new GuildId(_discord.Options.GuildId.Value), article, document.Bytes, Cancelled);

        var begun = Stopwatch.GetTimestamp();
        var answers = await Task.WhenAll(_bots.Select((bot, i) => AskAsync(bot, Question(100 + i, "Who opened the bridge over the Elder?"), TimeSpan.FromSeconds(30))));
        TestContext.Current.SendDiagnosticMessage($"All answered {Stopwatch.GetElapsedTime(begun).TotalMilliseconds:F0} ms after it was added.");
        Assert.All(answers, answer => Assert.Contains("Ines Calder", answer.Content, StringComparison.Ordinal));
    }

    private async Task<FakeInteraction> AskAsync(BotProcess bot, JsonObject question, TimeSpan patience)
    {
        var known = _discord.Rest.Register(question);
        using var response = await _discord.PostSignedAsync(_http, new Uri(bot.Address, "/interactions"), question.ToJsonString(), Cancelled);
        await ((Task)known.Answered).WaitAsync(patience, Cancelled);
        return known;
    }

    private async Task StartAsync(string mode)
    {
        // The first one makes the tables; that several may do so at once is tested where it is done.
        _bots.Add(await BotProcess.StartAsync(_discord, _postgres!.ConnectionString, mode, Cancelled));
        _bots.AddRange(await Task.WhenAll(Enumerable.Range(1, Processes - 1).Select(_ => BotProcess.StartAsync(_discord, _postgres.ConnectionString, mode, Cancelled))));
    }

    /// <summary>As people do: the next question comes when the last one is answered, or has been given up. Each is asked in a thread of its own.</summary>
    private Task AskAllAsync(DeathHalfWay death, Func<JsonObject, int, CancellationToken, Task> sendAsync) => Parallel.ForEachAsync(
        Enumerable.Range(0, Interactions),
        new ParallelOptions { MaxDegreeOfParallelism = 12, CancellationToken = Cancelled },
        async (number, cancellationToken) =>
        {
            var interaction = Question(number);
            interaction["guild_id"] = (_discord.Options.GuildId.Value + ((ulong)(number % Processes) << 22)).ToString(CultureInfo.InvariantCulture);
            var thread = _discord.NextId();
            _discord.Rest.Channels.AddThread(thread, _discord.Options.ChannelId);
            interaction["channel_id"] = thread.ToString();
            interaction["channel"]!["id"] = thread.ToString();
            var known = _discord.Rest.Register(interaction);
            var answered = Task.WhenAny(known.Answered, death.PostedIn(thread.ToString()));
            death.Asked();
            await sendAsync(interaction, number, cancellationToken);
            await ((Task)answered).WaitAsync(TimeSpan.FromSeconds(90), cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });

    /// <summary>What became of all of them.</summary>
    private (int Lost, int InTheChannel, int Twice) Judge(DeathHalfWay death)
    {
        var all = _discord.Rest.Interactions;
        var posted = _discord.Rest.Channels.Messages.Where(message => FakeMessage.TextOf(message).Contains("1949", StringComparison.Ordinal))
            .Select(message => message["channel_id"]!.GetValue<string>()).ToList();
        var replied = all.Where(known => known.Content?.Contains("1949", StringComparison.Ordinal) == true).Select(known => known.Payload["channel_id"]!.GetValue<string>()).ToHashSet();
        var answers = replied.Concat(posted).ToHashSet();
        var lost = all.Where(known => !answers.Contains(known.Payload["channel_id"]!.GetValue<string>())).ToList();
        var twice = all.Count(known => known.FollowUps.Count > 0) + EditedTwice() + replied.Count + posted.Count - answers.Count;
        TestContext.Current.SendDiagnosticMessage(
            $"{all.Count} asked; under way in the killed process: {death.UnderWay}; {lost.Count(known => known.Callback is null)} never acknowledged and not answered, "
            + $"{lost.Count(known => known.Callback is not null)} acknowledged and not answered, {posted.Count} answered in the channel, {twice} answered twice.");
        Assert.Equal(Interactions, all.Count);
        return (lost.Count, posted.Count, twice);
    }

    private async Task<TimeSpan> MovedAfterAsync(DeathHalfWay death)
    {
        await death.Happened.WaitAsync(Cancelled);
        var begun = Stopwatch.GetTimestamp();
        await UntilAsync(() => Running().Distinct().Count() < Processes, TimeSpan.FromSeconds(30));
        await UntilAsync(() => Running().Distinct().Count() == Processes, TimeSpan.FromSeconds(60));
        return Stopwatch.GetElapsedTime(begun);
    }

    /// <summary>Each by a person of his own, whom no limit holds back.</summary>
    private JsonObject Question(int number, string text = "When was NATO formed?")
    {
        var question = FakePayloads.Command(_discord, "ask", new JsonObject { ["name"] = "question", ["type"] = 3, ["value"] = text });
        question["member"]!["user"]!["id"] = (_discord.Options.UserId.Value + (ulong)number).ToString(CultureInfo.InvariantCulture);
        return question;
    }

    /// <summary>What a load balancer does: one after another, and the next one when there is no answer.</summary>
    private async Task PostAsync(JsonObject interaction, int turn, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Processes; attempt++)
        {
            try
            {
                using var response = await _discord.PostSignedAsync(
                    _http, new Uri(_bots[(turn + attempt) % Processes].Address, "/interactions"), interaction.ToJsonString(), cancellationToken);
                if (response.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (Exception broken) when (broken is HttpRequestException or SocketException)
            {
                // The next one, then.
            }
        }
    }

    /// <summary>
    /// Replies in which one answer gave way to another that reads differently. The word that it takes longer is none, nor is the same answer once more: a process
    /// that dies behind its answer cannot say that it has given it, and whoever takes over writes it again into the same message.
    /// </summary>
    private int EditedTwice() => _discord.Rest.Requests
        .Where(request => request.Method == "PATCH" && request.Template.EndsWith("/messages/@original", StringComparison.Ordinal))
        .GroupBy(request => request["webhook_token"])
        .Count(edits => edits.Select(edit => ButtonIds().Replace(edit.Body?.ToJsonString() ?? "", "")).Where(body => body.Contains("1949", StringComparison.Ordinal)).Distinct().Count() > 1);

    [GeneratedRegex("\"custom_id\":\"[^\"]*\"")]
    private static partial Regex ButtonIds();

    /// <summary>The shards that a process has said it runs, but for those that it has given to another.</summary>
    private static HashSet<int> ShardsOf(BotProcess bot)
    {
        var shards = new HashSet<int>();
        foreach (Match said in ShardNews().Matches(bot.Said))
        {
            _ = said.Groups["taken"].Success
                ? shards.Add(int.Parse(said.Groups["taken"].Value, CultureInfo.InvariantCulture))
                : shards.Remove(int.Parse(said.Groups["left"].Value, CultureInfo.InvariantCulture));
        }

        return shards;
    }

    [GeneratedRegex("This process runs shard (?<taken>[0-9]+) of|Shard (?<left>[0-9]+) moves to another process")]
    private static partial Regex ShardNews();

    private IEnumerable<int> Running() => _discord.Gateway.Sessions.Where(session => session.IsAlive && session.Connection is not null).Select(session => session.ShardId);

    private static async Task UntilAsync(Func<bool> condition, TimeSpan patience)
    {
        var begun = Stopwatch.GetTimestamp();
        while (!condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(begun) < patience, "It did not come about in time.");
            await Task.Delay(20, Cancelled);
        }
    }
}
