namespace Bot.Answers.Tests.Verification.Checks;

public sealed class DroppedHedgeCheckTests
{
    [Theory]
    [InlineData("The harbour will lose 300 workers before the end of the year.", "The harbour will lose up to 300 workers before the end of the year.", "up to")]
    [InlineData("The harbour employs 300 people in its three northern docks.", "The harbour employs fewer than 300 people in its three northern docks.", "fewer than")]
    [InlineData("The broken valve is closed by a team of divers on Monday.", "The broken valve could be closed by a team of divers on Monday.", "could")]
    [InlineData("The clerk destroyed the letters in the cellar of the town hall.", "The clerk allegedly destroyed the letters in the cellar of the town hall.", "allegedly")]
    [InlineData("The company will sell its two oldest ships to a museum.", "The company hopes to sell its two oldest ships to a museum.", "hopes to")]
    [InlineData("The farmers will open the sluice on the eastern side.", "The farmers will open the sluice on the eastern side if the river keeps rising.", "if the river keeps rising")]
    [InlineData("The farmers will open the sluice on the eastern side.", "Unless the rain stops today, the farmers will open the sluice on the eastern side.", "unless the rain stops today")]
    public void What_the_article_says_less_surely_may_not_be_told_as_certain(string statement, string paragraph, string hedge) =>
        Assert.Equal($"The cited passage is less certain: it says “{hedge}”.", Told.ReasonToDrop(statement, paragraph));

    [Theory]
    [InlineData("The harbour employs less than 300 people in its three northern docks.", "The harbour employs fewer than 300 people in its three northern docks.")]
    [InlineData("The broken valve might be closed by a team of divers on Monday.", "The broken valve may be closed by a team of divers on Monday.")]
    [InlineData("The minister will meet the miners at the lake in spring.", "The minister is due to meet the miners at the lake in spring.")]
    [InlineData("The farmers will open the sluice on the eastern side, even if nobody asks.", "The farmers will open the sluice on the eastern side, even if nobody asks.")]
    [InlineData("The farmers will open the sluice on the eastern side.", "The farmers will open the sluice on the eastern side, even if nobody asks.")]
    [InlineData("If the river keeps rising, the farmers will open the sluice on the eastern side.", "The farmers will open the sluice on the eastern side if the river keeps rising.")]
    public void Another_hedge_will_do_and_what_is_certain_may_be_told_so(string statement, string paragraph) => Assert.Null(Told.ReasonToDrop(statement, paragraph));
}
