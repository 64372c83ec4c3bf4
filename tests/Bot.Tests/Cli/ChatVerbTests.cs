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
    public async Task A_greeting_is_answered_with_what_can_be_asked_and_is_no_question_of_the_conversation()
    {
        var outcome = await _bot.RunAsync("hi there!\nwho are you?\nHello, what did Lavrov say about Europe?\nthanks\nand about Greenland?\n", ["chat"]);

        Assert.Equal((0, 3), (outcome.Code, outcome.Output.Split("Ask a question about the articles").Length - 1));
        Assert.DoesNotContain("does not say", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("(What did Lavrov say about Greenland?)", outcome.Output, StringComparison.Ordinal);
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
