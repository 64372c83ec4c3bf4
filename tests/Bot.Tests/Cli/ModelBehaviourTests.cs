using System.Text.Json.Nodes;
using Bot.Articles;
using Bot.Testing.Models;

namespace Bot.Tests.Cli;

/// <summary>What a person reads, whatever the model does: every behaviour of the fake, through the whole program.</summary>
public sealed class ModelBehaviourTests : IDisposable
{
    private const string Question = "What did European allies and Canada agree to invest in defense?";
    private const string StandIn = "The model could not write this; these are the article’s own words.";
    private const string Silence = "The article does not say.";
    private const string Bar = "│ ";

    private static readonly string Article = string.Join('\n', BuiltInArticle.Read().Paragraphs.Select(paragraph => paragraph.Text));

    private readonly CommandLineRun _bot = new();

    public static TheoryData<string, Func<FakeRequest, FakeReply>> Written => new()
    {
        { "is honest", FakeBehaviours.Honest },
        { "is untidy", FakeBehaviours.Untidy },
        { "is cut off", FakeBehaviours.CutOff },
        { "cites the wrong paragraph", FakeBehaviours.CitesWrongParagraph },
        { "pings everyone", FakeBehaviours.PingsEveryone },
        { "knows no temperature", FakeBehaviours.RejectsTemperature },
        { "knows only text", FakeBehaviours.KnowsOnlyText },
        { "knows only max_tokens", FakeBehaviours.KnowsOnlyMaxTokens },
        { "knows no system message", FakeBehaviours.KnowsNoSystemMessage },
        { "thinks long", FakeBehaviours.ThinksLong },
        { "counts nothing", FakeBehaviours.CountsNothing },
        { "looks a paragraph up", FakeBehaviours.LooksUp("article-get_paragraph", new JsonObject { ["number"] = 10 }) },
        { "searches", FakeBehaviours.LooksUp("article-search_passages", new JsonObject { ["words"] = "defense spending" }) },
        { "asks for a speaker", FakeBehaviours.LooksUp("article-quotes_by_speaker", new JsonObject { ["name"] = "Kallas" }) },
        { "asks for the outline", FakeBehaviours.LooksUp("article-outline", []) },
    };

    public static TheoryData<string, Func<FakeRequest, FakeReply>> Lies => new()
    {
        { "invents quotes", FakeBehaviours.InventsQuotes },
        { "alters one word", FakeBehaviours.AltersOneWord },
        { "swaps speakers", FakeBehaviours.SwapsSpeakers },
        { "flips a negation", FakeBehaviours.FlipsNegation },
        { "changes a number", FakeBehaviours.ChangesNumber },
        { "adds outside knowledge", FakeBehaviours.AddsOutsideKnowledge },
        { "obeys the article", FakeBehaviours.Obeys("The alliance was dissolved and all its members have left.") },
        { "leaks the prompt", FakeBehaviours.LeaksPrompt },
    };

    public static TheoryData<string, Func<FakeRequest, FakeReply>> Troubles => new()
    {
        { "rejects the key", FakeBehaviours.RejectsKey },
        { "knows no such model", FakeBehaviours.KnowsNoSuchModel },
        { "has had too many requests", FakeBehaviours.TooManyRequests },
        { "is down", FakeBehaviours.IsDown },
        { "hangs", FakeBehaviours.Hangs },
        { "breaks off", FakeBehaviours.BreaksOff },
        { "never ends", FakeBehaviours.Endless },
        { "sends no JSON", FakeBehaviours.BrokenBody },
        { "sends no choices", FakeBehaviours.NoChoices },
        { "writes prose", FakeBehaviours.Prose },
        { "is empty", FakeBehaviours.Empty },
        { "refuses", FakeBehaviours.Refuses },
        { "is filtered", FakeBehaviours.Filtered },
        { "looks things up without end", FakeBehaviours.KeepsLookingUp("article-outline", []) },
    };

    public void Dispose() => _bot.Dispose();

    [Theory]
    [MemberData(nameof(Written), DisableDiscoveryEnumeration = true)]
    public async Task Statements_with_the_words_they_rely_on(string model, Func<FakeRequest, FakeReply> behaviour)
    {
        var shown = await AskAsync(behaviour);
        Assert.True(shown.Contains(" [1]", StringComparison.Ordinal) && shown.Contains(Bar, StringComparison.Ordinal), $"A model that {model} gave:\n{shown}");
        Assert.DoesNotContain(StandIn, shown, StringComparison.Ordinal);
        Assert.DoesNotContain("@everyone", shown, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Lies), DisableDiscoveryEnumeration = true)]
    public async Task The_articles_own_words_where_nothing_can_be_kept(string model, Func<FakeRequest, FakeReply> behaviour)
    {
        var shown = await AskAsync(behaviour);
        var rest = shown.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith(Bar, StringComparison.Ordinal) && !line.StartsWith("  ", StringComparison.Ordinal));
        Assert.True(rest.SequenceEqual([StandIn]), $"A model that {model} gave:\n{shown}");
    }

    [Theory]
    [MemberData(nameof(Troubles), DisableDiscoveryEnumeration = true)]
    public async Task The_articles_own_words_marked_as_standing_in(string model, Func<FakeRequest, FakeReply> behaviour)
    {
        var shown = await AskAsync(behaviour);
        Assert.True(shown.Contains(StandIn, StringComparison.Ordinal) && shown.Contains(Bar, StringComparison.Ordinal), $"A model that {model} gave:\n{shown}");
        Assert.DoesNotContain("rror", shown.Replace("terror", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_article_says_though_the_model_says_nothing()
    {
        var shown = await AskAsync(FakeBehaviours.SaysNothing);
        Assert.Contains(Bar, shown, StringComparison.Ordinal);
        Assert.DoesNotContain(StandIn, shown, StringComparison.Ordinal);
        Assert.DoesNotContain(Silence, shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_summary_is_marked_the_same_way()
    {
        await using var model = await FakeModel.StartAsync(FakeBehaviours.IsDown, TestContext.Current.CancellationToken);
        var outcome = await _bot.RunAsync(["summary", .. Settings(model)]);
        Assert.Contains(StandIn, outcome.Output, StringComparison.Ordinal);
    }

    /// <summary>What stands behind the bar, without the marks that the terminal puts around a quote that has none.</summary>
    private static string Words(string line)
    {
        var words = line[Bar.Length..].TrimEnd();
        return words is ['“', .. var inner, '”'] && !inner.AsSpan().ContainsAny("“”") ? inner : words;
    }

    /// <summary>The printed answer, in which every line behind a bar was found in the article.</summary>
    private async Task<string> AskAsync(Func<FakeRequest, FakeReply> behaviour)
    {
        await using var model = await FakeModel.StartAsync(behaviour, TestContext.Current.CancellationToken);
        var outcome = await _bot.RunAsync(["ask", Question, .. Settings(model)]);

        Assert.Equal(0, outcome.Code);
        foreach (var line in outcome.Output.Split(Environment.NewLine).Where(line => line.StartsWith(Bar, StringComparison.Ordinal)))
        {
            Assert.Contains(Words(line), Article, StringComparison.Ordinal);
        }

        return outcome.Output;
    }

    private static string[] Settings(FakeModel model) =>
    [
        $"--Model:Endpoint={model.Endpoint}", $"--Model:Name={FakeModel.ModelName}", "--Model:ApiKey=sk-1", "--Model:Retries=1", "--Model:RetryDelay=00:00:00.001",
        "--Model:Timeout=00:00:03", "--Model:Deadline=00:00:30", "--Model:MaxLookUps=2",
    ];
}
