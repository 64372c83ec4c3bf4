using Bot.Answers.Generation;
using Bot.Testing.Models;

namespace Bot.Answers.Tests.Generation;

public sealed class ModelFailureTests
{
    private const string Question = "What did European allies and Canada agree to invest in defense?";

    public static TheoryData<string, Func<FakeRequest, FakeReply>, ModelFailureKind, string> Troubles => new()
    {
        { "wrong key", FakeBehaviours.RejectsKey, ModelFailureKind.Denied, "Model:ApiKey" },
        { "wrong name", FakeBehaviours.KnowsNoSuchModel, ModelFailureKind.Unknown, "Model:Name" },
        { "too many requests", FakeBehaviours.TooManyRequests, ModelFailureKind.Limited, "Model:ApiKey" },
        { "down", FakeBehaviours.IsDown, ModelFailureKind.Outage, "Model:Endpoint" },
        { "hangs", FakeBehaviours.Hangs, ModelFailureKind.Timeout, "Model:Timeout" },
        { "breaks off", FakeBehaviours.BreaksOff, ModelFailureKind.Outage, "Model:Endpoint" },
        { "endless", FakeBehaviours.Endless, ModelFailureKind.Unreadable, "Model:Name" },
        { "broken body", FakeBehaviours.BrokenBody, ModelFailureKind.Unreadable, "Model:Endpoint" },
        { "no choices", FakeBehaviours.NoChoices, ModelFailureKind.Unreadable, "Model:Endpoint" },
        { "prose", FakeBehaviours.Prose, ModelFailureKind.Unreadable, "Model:Name" },
        { "empty", FakeBehaviours.Empty, ModelFailureKind.Empty, "Model:Name" },
        { "refuses", FakeBehaviours.Refuses, ModelFailureKind.Refusal, "Model:Name" },
        { "filtered", FakeBehaviours.Filtered, ModelFailureKind.Refusal, "Model:Name" },
    };

    [Theory]
    [MemberData(nameof(Troubles), DisableDiscoveryEnumeration = true)]
    public async Task Trouble_gives_the_extractive_answer_and_one_line_that_names_the_setting(
        string trouble, Func<FakeRequest, FakeReply> behaviour, ModelFailureKind kind, string setting)
    {
        await using var bot = await ModelUnderTest.StartAsync(behaviour, ("Model:Timeout", "00:00:01"), ("Model:Deadline", "00:00:20"));
        var (answer, trace) = await bot.AskAsync(Question);
        Assert.True(trace.Trouble?.Kind == kind, $"{trouble}: {trace.Trouble}");
        Assert.Equal(AnswerMode.Extractive, answer.Mode);
        Assert.True(Assert.IsType<Answer.Answered>(answer).ModelFailed);

        var line = Assert.Single(bot.Logs.Warnings);
        Assert.StartsWith("Bot.", line, StringComparison.Ordinal);
        Assert.DoesNotContain(bot.Logs.All, other => other.Text.Contains("Exception", StringComparison.Ordinal));
        Assert.Contains(setting, line, StringComparison.Ordinal);
        Assert.DoesNotContain(ModelUnderTest.Secret, line, StringComparison.Ordinal);
        Assert.DoesNotContain("Canada", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_gives_the_extractive_answer()
    {
        await using var bot = await ModelUnderTest.StartAsync(null, ("Model:Endpoint", "http://127.0.0.1:9/v1"));
        var (answer, trace) = await bot.AskAsync(Question);
        Assert.Equal(ModelFailureKind.Outage, trace.Trouble?.Kind);
        Assert.Equal(AnswerMode.Extractive, answer.Mode);
    }

    [Fact]
    public async Task A_fault_that_passes_is_tried_again()
    {
        await using var bot = await ModelUnderTest.StartAsync();
        bot.Model.Then(FakeBehaviours.IsDown);
        var (answer, trace) = await bot.AskAsync(Question);
        Assert.Null(trace.Trouble);
        Assert.Equal(AnswerMode.Model, answer.Mode);
        Assert.Equal(2, bot.Model.Requests.Count);
    }

    [Fact]
    public async Task A_wrong_key_is_not_tried_again()
    {
        await using var bot = await ModelUnderTest.StartAsync();
        bot.Model.ApiKey = "another";
        await bot.AskAsync(Question);
        Assert.Single(bot.Model.Requests);
    }

    [Fact]
    public async Task A_server_that_fails_and_fails_is_left_alone_for_a_while()
    {
        await using var bot = await ModelUnderTest.StartAsync(FakeBehaviours.IsDown);
        for (var i = 0; i < 8; i++)
        {
            await bot.AskAsync(Question);
        }

        var requests = bot.Model.Requests.Count;
        var (_, trace) = await bot.AskAsync(Question);
        Assert.Equal(requests, bot.Model.Requests.Count);
        Assert.Equal(ModelFailureKind.Outage, trace.Trouble?.Kind);
    }

    [Fact]
    public async Task A_reasoning_model_gets_no_temperature_and_its_own_name_for_the_limit()
    {
        await using var bot = await ModelUnderTest.StartAsync(FakeBehaviours.RejectsTemperature);
        Assert.Equal(AnswerMode.Model, (await bot.AskAsync(Question)).Answer.Mode);
        var before = bot.Model.Requests.Count;
        Assert.Equal(AnswerMode.Model, (await bot.AskAsync(Question)).Answer.Mode);
        Assert.Equal(before + 1, bot.Model.Requests.Count);
        Assert.True(bot.Model.Requests.Last().Body.ContainsKey("max_completion_tokens"));
    }

    [Fact]
    public async Task A_model_without_json_mode_and_functions_still_answers()
    {
        await using var bot = await ModelUnderTest.StartAsync(FakeBehaviours.KnowsOnlyText);
        Assert.Equal(AnswerMode.Model, (await bot.AskAsync(Question)).Answer.Mode);
    }

    [Theory]
    [InlineData("max tokens")]
    [InlineData("system message")]
    [InlineData("thinks long")]
    public async Task What_a_server_cannot_do_is_found_out_once(string what)
    {
        await using var bot = await ModelUnderTest.StartAsync(what switch
        {
            "max tokens" => FakeBehaviours.KnowsOnlyMaxTokens,
            "system message" => FakeBehaviours.KnowsNoSystemMessage,
            _ => FakeBehaviours.ThinksLong,
        });
        Assert.Equal(AnswerMode.Model, (await bot.AskAsync(Question)).Answer.Mode);
        Assert.Equal(2, bot.Model.Requests.Count);
        Assert.Equal(AnswerMode.Model, (await bot.AskAsync(Question)).Answer.Mode);
        Assert.Equal(3, bot.Model.Requests.Count);
    }

    [Fact]
    public async Task Instructions_are_still_sent_where_there_is_no_system_message()
    {
        await using var bot = await ModelUnderTest.StartAsync(FakeBehaviours.KnowsNoSystemMessage);
        await bot.AskAsync(Question);
        var only = Assert.Single(bot.Model.Requests.Last().Body["messages"]!.AsArray());
        Assert.Equal("user", only!["role"]!.GetValue<string>());
        Assert.StartsWith("You answer questions about news articles", only["content"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_function_that_does_not_exist_is_not_called_without_end()
    {
        await using var bot = await ModelUnderTest.StartAsync(FakeBehaviours.KeepsLookingUp("article-delete_everything", []), ("Model:MaxLookUps", "2"));
        var (answer, trace) = await bot.AskAsync(Question);
        Assert.Equal(AnswerMode.Extractive, answer.Mode);
        Assert.Equal(ModelFailureKind.Unreadable, trace.Trouble?.Kind);
        Assert.InRange(bot.Model.Requests.Count, 3, 6);
    }

    [Fact]
    public async Task Tokens_are_estimated_where_the_server_does_not_count()
    {
        await using var bot = await ModelUnderTest.StartAsync(FakeBehaviours.CountsNothing, ("Model:TokensPerGuildPerDay", "100"));
        Assert.InRange((await bot.AskAsync(Question)).Trace.InputTokens, 100, 100_000);
        Assert.Equal(ModelFailureKind.Budget, (await bot.AskAsync(Question)).Trace.Trouble?.Kind);
    }

    [Fact]
    public async Task A_question_that_has_used_its_tokens_is_not_repaired_any_more()
    {
        await using var bot = await ModelUnderTest.StartAsync(request => FakeBehaviours.AddsOutsideKnowledge(request), ("Model:TokensPerQuestion", "1000"));
        var (answer, trace) = await bot.AskAsync(Question);
        Assert.Single(bot.Model.Requests);
        Assert.InRange(trace.InputTokens, 1, 1_500);
        Assert.Equal(AnswerMode.Extractive, answer.Mode);
    }

    [Fact]
    public async Task A_guild_that_has_used_up_its_day_gets_quotes()
    {
        await using var bot = await ModelUnderTest.StartAsync(null, ("Model:TokensPerGuildPerDay", "10"));
        Assert.Equal(AnswerMode.Model, (await bot.AskAsync(Question)).Answer.Mode);
        var (answer, trace) = await bot.AskAsync(Question);
        Assert.Equal(AnswerMode.Extractive, answer.Mode);
        Assert.Equal(ModelFailureKind.Budget, trace.Trouble?.Kind);
        Assert.Single(bot.Model.Requests);
    }

    [Fact]
    public async Task Cancelling_the_question_is_no_trouble_of_the_model()
    {
        await using var bot = await ModelUnderTest.StartAsync(FakeBehaviours.Hangs);
        using var cancelled = new CancellationTokenSource();
        var asked = bot.Answerer.AnswerAsync(
            new Question(Question, default),
            Bot.Answers.Extraction.Passages.EvidencePassage.Of(Bot.Articles.BuiltInArticle.Read()),
            new Answer.NotInArticle([], AnswerMode.Extractive, 0),
            isForeign: false,
            cancelled.Token);
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
        Assert.Empty(bot.Logs.Warnings);
    }
}
