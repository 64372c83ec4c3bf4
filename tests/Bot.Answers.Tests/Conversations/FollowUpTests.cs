using Bot.Answers.Conversations;

namespace Bot.Answers.Tests.Conversations;

public sealed class FollowUpTests
{
    [Theory]
    [InlineData("What about Google?", "Google")]
    [InlineData("and the environment", "the environment")]
    [InlineData("the head of the bank", null)]
    [InlineData("Why?", null)]
    public void A_noun_that_stands_alone_is_the_thing_asked_about(string question, string? thing) => Assert.Equal(thing, new FollowUp(question).Thing);

    /// <summary>With the time growing by the fourth power of the length it took minutes.</summary>
    [Theory]
    [InlineData("a")]
    [InlineData("a ")]
    [InlineData("ok, ")]
    [InlineData(" that")]
    [InlineData(" \n")]
    public async Task Whatever_is_typed_is_read_at_once(string repeated) =>
        await Task.Run(() => new FollowUp(string.Concat(Enumerable.Repeat(repeated, 2_000)) + "\n!"), TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
}
