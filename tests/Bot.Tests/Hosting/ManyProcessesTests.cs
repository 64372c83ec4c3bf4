using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bot.Articles;
using Bot.Articles.Reading;
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
        var turn = 0;
        var asked = 0;
        var underWay = new HashSet<string>();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Interactions),
            new ParallelOptions { MaxDegreeOfParallelism = 12, CancellationToken = Cancelled },
            async (number, cancellationToken) =>
            {
                if (Interlocked.Increment(ref asked) == Interactions / 2)
                {
                    _bots[1].Kill();
                    underWay.UnionWith(_discord.Rest.Interactions.Where(known => !known.Answered.IsCompleted).Select(known => known.Id));
                }

                var interaction = Question(number);
                var known = _discord.Rest.Register(interaction);
                await PostAsync(interaction, Interlocked.Increment(ref turn), cancellationToken);

                // As people do: the next question comes when the last one is answered, or has been given up.
                await ((Task)known.Answered).WaitAsync(TimeSpan.FromSeconds(30), cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            });

        // What the killed process had announced is finished by another, once its lease on it has run out.
        var all = _discord.Rest.Interactions;
        await ((Task)Task.WhenAll(all.Select(known => known.Answered))).WaitAsync(TimeSpan.FromSeconds(90), Cancelled).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        var lost = all.Where(known => !known.Answered.IsCompleted).ToList();
        var twice = all.Count(known => known.FollowUps.Count > 0) + EditedTwice();
        TestContext.Current.SendDiagnosticMessage(
            $"{all.Count} asked, {underWay.Count} of them under way at the kill; {lost.Count(known => known.Callback is null)} never acknowledged, "
            + $"{lost.Count(known => known.Callback is not null)} acknowledged and not answered, {twice} answered twice.");
        Assert.Equal((Interactions, 0), (all.Count, twice));

        // Discord waits three seconds for a first answer, which nobody can give for a process that dies between taking a question and announcing its answer.
        Assert.All(lost, known => Assert.Null(known.Callback));
        Assert.Subset(underWay, lost.Select(known => known.Id).ToHashSet());
    }

    [Fact]
    public async Task Over_the_gateway_the_shards_of_a_killed_process_move_and_their_questions_are_answered()
    {
        _discord.Gateway.RecommendedShards = Processes;
        await StartAsync("Gateway");
        await UntilAsync(() => _bots.All(bot => bot.Said.Contains("This process runs shard", StringComparison.Ordinal)), TimeSpan.FromMinutes(2));
        await UntilAsync(() => Running().Distinct().Count() == Processes, TimeSpan.FromMinutes(1));
        _bots[1].Kill();
        var begun = Stopwatch.GetTimestamp();
        await UntilAsync(() => Running().Distinct().Count() < Processes, TimeSpan.FromSeconds(30));
        await UntilAsync(() => Running().Distinct().Count() == Processes, TimeSpan.FromSeconds(60));
        var moved = Stopwatch.GetElapsedTime(begun);
        TestContext.Current.SendDiagnosticMessage($"Shards moved after {moved.TotalSeconds:F1} s; {_discord.Gateway.Identifies} identifies, {_discord.Gateway.Resumes} resumes.");
        Assert.InRange(moved, TimeSpan.Zero, TimeSpan.FromSeconds(30));
        Assert.Equal(Processes, _discord.Gateway.Identifies);

        var answered = await Task.WhenAll(Enumerable.Range(0, 30).Select(async number =>
        {
            var known = _discord.Interact(Question(number));
            await ((Task)known.Answered).WaitAsync(TimeSpan.FromSeconds(60), Cancelled);
            return known;
        }));
        Assert.All(answered, interaction => Assert.Contains("1949", interaction.Content, StringComparison.Ordinal));
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
        for (var i = 0; i < Processes; i++)
        {
            _bots.Add(await BotProcess.StartAsync(_discord, _postgres!.ConnectionString, mode, Cancelled));
        }
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
            catch (HttpRequestException)
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
