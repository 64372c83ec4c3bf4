namespace Bot.Answers.Tests.Verification.Checks;

public sealed class NamedSourceCheckTests
{
    private const string Paragraph = "The old lighthouse on the northern cape was painted in red and white last summer.";

    [Theory]
    [InlineData("According to the article, the old lighthouse on the northern cape was painted in red and white last summer.")]
    [InlineData("According to the text, the old lighthouse on the northern cape was painted in red and white last summer.")]
    [InlineData("This article says the old lighthouse on the northern cape was painted in red and white last summer.")]
    public void The_article_itself_may_be_named_as_the_source(string statement) => Assert.Null(Told.ReasonToDrop(statement, Paragraph));

    [Fact]
    public void Nobody_else_may() =>
        Assert.Equal(
            "The cited words do not give this to “the keeper”.",
            Told.ReasonToDrop("According to the keeper, the old lighthouse on the northern cape was painted in red and white last summer.", Paragraph));
}
