using Bot.Answers.Models;
using Bot.Articles;
using Bot.Testing.Models;

namespace Bot.Answers.Tests.Models;

public sealed class QuestionRewriterTests
{
    private static readonly Question FollowUp = new("And what did he say?", GuildId.Everyone);
    private static readonly ConversationTurn[] Turns = [new("Who is Mark Rutte?", "Mark Rutte is NATO Secretary-General.")];

    [Theory]
    [InlineData("What did Mark Rutte say?", "What did Mark Rutte say?")]
    [InlineData("Let me think.\n\n“What did Mark Rutte say?”", "What did Mark Rutte say?")]
    [InlineData("""{"question":"?"}""", "And what did he say?")]
    [InlineData("", "And what did he say?")]
    public async Task Takes_one_line_or_leaves_the_question_as_it_was(string reply, string expected)
    {
        await using var bot = await ModelUnderTest.StartAsync(_ => FakeReply.Words(reply));
        Assert.Equal(expected, await bot.Rewriter.RewriteAsync(FollowUp, Turns, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_first_question_asks_nothing_of_the_model()
    {
        await using var bot = await ModelUnderTest.StartAsync();
        Assert.Equal(FollowUp.Text, await bot.Rewriter.RewriteAsync(FollowUp, [], TestContext.Current.CancellationToken));
        Assert.Empty(bot.Model.Requests);
    }
}
