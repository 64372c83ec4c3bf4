namespace Bot.Answers.Tests.Verification.Checks;

public sealed class ChangedSubjectCheckTests
{
    private const string Prosecutors = "Prosecutors in the south of the country have searched the offices of two cattle farms.";
    private const string Ministers = "Ministers say that the charter would make the union of cities work better.";
    private const string Veldhuis = "Joris Veldhuis and the Lombard press welcomed the news.";

    [Theory]
    [InlineData("Veldhuis in the south of the country have searched the offices of two cattle farms.", Prosecutors, "Veldhuis")]
    [InlineData("Lombard say that the charter would make the union of cities work better.", Ministers, "Lombard")]
    public void What_is_said_of_one_may_not_be_said_of_another(string statement, string paragraph, string name) =>
        Assert.Equal($"The cited words do not speak of “{name}”.", Told.ReasonToDrop(statement, paragraph, Veldhuis));

    [Theory]
    [InlineData("Joris Veldhuis searched the offices of two cattle farms in the south.", "The news came from Joris Veldhuis. He searched the offices of two cattle farms in the south.")]
    [InlineData("Joris Veldhuis searched the offices of two cattle farms in the south.", "The prosecutor is Joris Veldhuis. Veldhuis searched the offices of two cattle farms in the south.")]
    public void A_name_may_stand_for_he_or_be_given_in_full(string statement, string paragraph) => Assert.Null(Told.ReasonToDrop(statement, paragraph));
}
