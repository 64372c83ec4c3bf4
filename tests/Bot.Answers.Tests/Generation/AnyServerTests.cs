using Bot.Answers.Generation;
using Bot.Testing.Models.Servers;
using Microsoft.Extensions.Logging;

namespace Bot.Answers.Tests.Generation;

/// <summary>Replies and refusals as real OpenAI-compatible servers send them: whose words the reader sees, for how many requests, and what the operator is told.</summary>
public sealed class AnyServerTests
{
    private const string Question = "What did European allies and Canada agree to invest in defense?";

    public static TheoryData<string> Cases => [.. ServerCase.All.Select(server => server.Name)];

    public static TheoryData<string> Refusals => [.. ServerCase.Refusals.Select(server => server.Name)];

    [Fact]
    public void There_are_more_than_a_hundred_cases_and_no_two_of_one_name()
    {
        Assert.InRange(ServerCase.All.Count, 100, 1_000);
        Assert.Equal(ServerCase.All.Count, ServerCase.All.Select(server => server.Name).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task What_is_right_reaches_the_reader_and_what_is_wrong_is_said_rightly(string name)
    {
        var server = ServerCase.All.Single(server => server.Name == name);
        await using var bot = await ModelUnderTest.StartAsync(server.Behaviour);

        var (answer, trace) = await bot.AskAsync(Question);

        var answered = Assert.IsType<Answer.Answered>(answer);
        Assert.True(Outcome(answered) == server.Outcome, $"{Outcome(answered)}: {trace.Trouble} {string.Join(" | ", trace.Dropped)}\n{string.Join('\n', bot.Logs.All)}");
        Assert.Equal(server.Requests, bot.Model.Requests.Count);
        Assert.True(server.Outcome != ServerOutcome.Model || trace.Dropped.IsEmpty, "A discarded draft was read.");
        Assert.Equal(server.Advice is null ? 0 : 1, bot.Logs.Warnings.Count());
        Assert.All(bot.Logs.Warnings, line => Assert.Contains(server.Advice!, line, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task What_a_server_refuses_is_told_once_and_not_sent_again_for_a_while(string name)
    {
        var server = ServerCase.Refusals.Single(server => server.Name == name);
        await using var bot = await ModelUnderTest.StartAsync(server.Behaviour);
        await bot.AskAsync(Question);

        Assert.Equal(server.Requests - 1, bot.Logs.All.Count(line => line.Level == LogLevel.Information && line.Text.Contains(nameof(ServerLimits), StringComparison.Ordinal)));
        Assert.Equal(AnswerMode.Model, (await bot.AskAsync(Question)).Answer.Mode);
        Assert.Equal(server.Requests + 1, bot.Model.Requests.Count);

        bot.Time.Advance(ServerLimits.Memory);
        await bot.AskAsync(Question);

        Assert.Equal((2 * server.Requests) + 1, bot.Model.Requests.Count);
    }

    private static ServerOutcome Outcome(Answer.Answered answered) =>
        answered.Mode == AnswerMode.Model ? ServerOutcome.Model : answered.ModelFailed ? ServerOutcome.StandIn : ServerOutcome.Quoted;
}
