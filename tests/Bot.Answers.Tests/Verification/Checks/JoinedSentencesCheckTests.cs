namespace Bot.Answers.Tests.Verification.Checks;

public sealed class JoinedSentencesCheckTests
{
    private const string Dike = "The engineers measured the northern dike with lasers on three cold mornings in February and found it sound.";
    private const string Choir = "A choir from the neighbouring valley sang in the ruined chapel until the last candle went out.";

    [Theory]
    [InlineData("The engineers measured the northern dike with lasers on in the ruined chapel until the last candle went out.")]
    [InlineData("A choir from the neighbouring valley sang three cold mornings in February and found it sound.")]
    public void Halves_of_two_sentences_are_no_sentence(string statement) =>
        Assert.StartsWith("It joins parts of two sentences to one that the article does not have", Told.ReasonToDrop(statement, $"{Dike} {Choir}"), StringComparison.Ordinal);

    [Fact]
    public void A_clause_does_not_begin_behind_a_possessive() =>
        Assert.StartsWith(
            "It joins parts of two sentences",
            Told.ReasonToDrop("The engineers measured the northern dike with lasers on oldest choir sang until the last candle went out.", $"{Dike} The valley’s oldest choir sang until the last candle went out."),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("The engineers measured the northern dike with lasers on three cold mornings in February, and a choir from the neighbouring valley sang in the ruined chapel.")]
    [InlineData("The engineers measured the northern dike on three cold mornings in February and found it sound.")]
    public void Whole_clauses_may_be_joined_and_words_left_out(string statement) => Assert.Null(Told.ReasonToDrop(statement, $"{Dike} {Choir}"));
}
