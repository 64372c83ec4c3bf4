namespace Bot.Answers.Tests.Verification.Checks;

public sealed class MissingAttributionCheckTests
{
    [Theory]
    [InlineData("The new tunnel has ruined the wells of the whole valley.", "The new tunnel has ruined the wells of the whole valley, farmers claimed.", "claimed")]
    [InlineData("The new tunnel has ruined the wells of the whole valley.", "Critics argue that the new tunnel has ruined the wells of the whole valley.", "argue")]
    [InlineData("The new tunnel has ruined the wells of the whole valley.", "According to a leaflet, the new tunnel has ruined the wells of the whole valley.", "according")]
    [InlineData("The new tunnel has ruined the wells of the whole valley.", "“The new tunnel has ruined the wells of the whole valley,” the baker said.", "said")]
    public void A_claim_may_not_be_told_as_the_articles_own(string statement, string paragraph, string verb) =>
        Assert.Equal($"The article does not say so itself; it tells that somebody “{verb}” it.", Told.ReasonToDrop(statement, paragraph));

    [Theory]
    [InlineData("Farmers said that the new tunnel has ruined the wells of the whole valley.", "The new tunnel has ruined the wells of the whole valley, farmers said.")]
    [InlineData("The new tunnel has allegedly ruined the wells of the whole valley.", "The new tunnel has ruined the wells of the whole valley, farmers claimed.")]
    [InlineData("According to the article, the new tunnel has dried the wells of the whole valley.", "The new tunnel has dried the wells of the whole valley.")]
    public void Whose_claim_it_is_may_be_told_in_any_words(string statement, string paragraph) => Assert.Null(Told.ReasonToDrop(statement, paragraph));
}
