namespace Bot.Answers.Tests.Verification.Checks;

public sealed class ArticleVoiceCheckTests
{
    private const string Paragraph = "Despite the new rules, the mill on the river keeps running at night. Its owner, Kim Novak, said that nobody had complained.";

    [Theory]
    [InlineData("Kim Novak said that despite the new rules, the mill on the river keeps running at night.")]
    [InlineData("According to Kim Novak, despite the new rules, the mill on the river keeps running at night.")]
    [InlineData("Despite the new rules, the mill on the river keeps running at night, Kim Novak claimed.")]
    public void What_the_article_says_itself_may_not_be_given_to_somebody(string statement) =>
        Assert.Equal("The article says so itself; it does not give it to “Kim Novak”.", Told.ReasonToDrop(statement, Paragraph));

    [Theory]
    [InlineData("Despite the new rules, the mill on the river keeps running at night.", Paragraph)]
    [InlineData("The article says that despite the new rules, the mill on the river keeps running at night.", Paragraph)]
    [InlineData("Kim Novak said that nobody had complained.", Paragraph)]
    [InlineData("Kim Novak said that the mill on the river keeps running at night.", "“We obey the rules. The mill on the river keeps running at night. Nobody has complained,” Kim Novak said.")]
    public void What_somebody_says_may_be(string statement, string paragraph) => Assert.Null(Told.ReasonToDrop(statement, paragraph));
}
