namespace Bot.Tests.Cli;

public sealed class ChatVerbTests : IDisposable
{
    private readonly CommandLineRun _bot = new();

    public void Dispose() => _bot.Dispose();

    [Fact]
    public async Task A_follow_up_is_answered_as_the_question_it_stands_for()
    {
        var outcome = await _bot.RunAsync("What did Lavrov say about Europe?\nAnd what did he say about Greenland?\n", ["chat"]);

        Assert.Equal(0, outcome.Code);
        Assert.Contains("“deep crisis” for NATO", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_is_too_long_does_not_end_the_conversation()
    {
        var outcome = await _bot.RunAsync(new string('x', 5000) + "\nWhen was NATO formed?\n", ["chat"]);

        Assert.Equal(0, outcome.Code);
        Assert.Contains("Limits:QuestionLength", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("1949", outcome.Output, StringComparison.Ordinal);
    }
}
