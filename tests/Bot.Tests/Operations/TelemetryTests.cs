using System.Diagnostics;
using Bot.Testing.Models;

namespace Bot.Tests.Operations;

/// <summary>Spans and metrics are those of the whole process, so nothing else may run meanwhile.</summary>
[Collection(nameof(TelemetryTests))]
[CollectionDefinition(nameof(TelemetryTests), DisableParallelization = true)]
public sealed class TelemetryTests
{
    private const string Marker = "xylophonequasar";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_question_is_one_tree_of_spans_from_its_arrival_to_what_is_sent()
    {
        await using var bot = await WatchedBot.StartAsync(Token);
        await new Member(bot.Discord, Token).UseAsync("ask", ("question", "When was NATO formed?"));
        await bot.StopAsync();

        var root = Assert.Single(bot.Spans, span => span.OperationName == "interaction");
        Assert.Equal((ActivityKind.Server, default), (root.Kind, root.ParentSpanId));
        Assert.Equal("ask", root.GetTagItem("discord.interaction.command"));
        foreach (var stage in (string[])["retrieve", "draft", "send"])
        {
            Assert.Equal((root.TraceId, root.SpanId), Assert.Single(bot.Spans, span => span.OperationName == stage) is var span ? (span.TraceId, span.ParentSpanId) : default);
        }
    }

    [Fact]
    public async Task With_a_model_drafting_and_checking_are_spans_of_the_same_tree()
    {
        await using var model = await FakeModel.StartAsync(cancellationToken: Token);
        await using var bot = await WatchedBot.StartAsync(Token, new("Model:Endpoint", model.Endpoint.ToString()), new("Model:Name", FakeModel.ModelName));
        await new Member(bot.Discord, Token).UseAsync("ask", ("question", "When was NATO formed?"));
        var metrics = bot.Measure();
        await bot.StopAsync();

        var root = Assert.Single(bot.Spans, span => span.OperationName == "interaction");
        Assert.All((string[])["retrieve", "extract", "draft", "verify", "send"], stage => Assert.Contains(bot.Spans, span => span.OperationName == stage && span.TraceId == root.TraceId));
        Assert.Contains("gen_ai.client.token.usage", metrics.Keys);
        Assert.Contains("bot.model.statements", metrics.Keys);
    }

    [Fact]
    public async Task What_an_operator_watches_is_measured()
    {
        await using var bot = await WatchedBot.StartAsync(Token);
        var member = new Member(bot.Discord, Token);
        await member.UseAsync("ask", ("question", "When was NATO formed?"));
        await member.UseAsync("ask", ("question", "Who won the football world cup in Brazil?"));

        // An interaction ends a moment after its answer can be read.
        IReadOnlyCollection<string> measured = [];
        for (var i = 0; i < 200 && !measured.Contains("discord.interactions.handled"); i++)
        {
            await Task.Delay(20, Token);
            measured = [.. bot.Measure().Keys];
        }

        Assert.All(
            (string[])["bot.questions", "bot.questions.duration", "discord.interactions.acknowledged", "discord.interactions.handled", "discord.gateway.ready", "discord.rest.duration"],
            name => Assert.Contains(name, measured));
        var outcomes = Counted(bot.Measure()["bot.questions"], "bot.answer.outcome").Keys;
        Assert.Contains("answered", outcomes);
        Assert.Contains("abstained", outcomes);
    }

    [Fact]
    public async Task Every_quote_that_is_checked_is_counted_by_what_became_of_it()
    {
        await using var bot = await WatchedBot.StartAsync(Token);
        var member = new Member(bot.Discord, Token);
        var shown = await member.UseMenuAsync(
            "Check this quote",
            "“fundamentally thanks to Donald J. Trump, NATO is stronger than it ever was.” and “bananas are the cornerstone of every lasting peace treaty”");

        Assert.Contains("**Not found.**", shown.Content, StringComparison.Ordinal);
        Assert.Equal(
            new Dictionary<string, long> { ["verbatim"] = 1, ["not_found"] = 1 }, Counted(bot.Measure()["bot.quote_checks"], "bot.quote.outcome"));
    }

    [Fact]
    public async Task Nobodys_words_and_no_credential_are_in_any_log_or_span()
    {
        await using var bot = await WatchedBot.StartAsync(Token);
        var member = new Member(bot.Discord, Token).AsManager();
        var asked = await member.UseAsync("ask", ("question", $"When was {Marker} formed?"), ("article", Marker));
        await member.UseAsync("ask", ("question", $"What does {Marker} say about NATO?"));
        await member.UseAsync("quotes", ("speaker", Marker));
        await member.UseAsync("article use", ("article", Marker));
        await member.UseAsync("article remove", ("article", Marker));
        await member.TypeAsync("ask", "article", Marker);
        await member.PressAsync((System.Text.Json.Nodes.JsonObject?)null, $"1.article-remove.{Marker}.aaaaaaaaaaaaaaaaaaaaaa");
        await bot.StopAsync();

        string[] forbidden = [Marker, asked.Token, bot.Discord.Options.Token];
        Assert.True(bot.Logged.Count > 10, "Hardly anything was logged, so nothing is shown by this.");
        Assert.All(forbidden, words => Assert.DoesNotContain(bot.Logged, line => line.Contains(words, StringComparison.OrdinalIgnoreCase)));
        Assert.NotEmpty(bot.Spans);
        Assert.All(forbidden, words => Assert.DoesNotContain(bot.Spans, span => Everything(span).Contains(words, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>How often, by the values of a tag.</summary>
    private static Dictionary<string, long> Counted(OpenTelemetry.Metrics.Metric metric, string tag)
    {
        var counted = new Dictionary<string, long>();
        foreach (var point in metric.GetMetricPoints())
        {
            foreach (var (key, value) in point.Tags)
            {
                if (key == tag && value?.ToString() is { } name)
                {
                    counted[name] = counted.GetValueOrDefault(name) + point.GetSumLong();
                }
            }
        }

        return counted;
    }

    private static string Everything(Activity span) => string.Join(
        ' ', (IEnumerable<object?>)[span.DisplayName, span.StatusDescription, .. span.TagObjects.Select(tag => tag.Value), .. span.Events.SelectMany(one => one.Tags.Select(tag => tag.Value).Prepend(one.Name))]);
}
