namespace Bot.Answers.Tests.Verification.Checks;

public sealed class AddedTimeOrPlaceCheckTests
{
    private const string Market = "The farmers opened a covered market with forty stalls and a small bakery.";
    private const string Chapel = "In 2019 the chapel burned down, and a new one was blessed in Brussels on Friday.";

    [Theory]
    [InlineData("The farmers opened a covered market with forty stalls and a small bakery in 2019.", "in 2019")]
    [InlineData("In Brussels, the farmers opened a covered market with forty stalls and a small bakery.", "In Brussels")]
    [InlineData("The farmers opened a covered market on Friday with forty stalls and a small bakery.", "on Friday")]
    public void A_time_or_place_may_not_come_from_another_sentence(string statement, string words) =>
        Assert.Contains($"“{words}”", Told.ReasonToDrop(statement, $"{Market} {Chapel}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("The farmers opened a covered market with forty stalls and a small bakery.", Market)]
    [InlineData("On Friday the farmers opened a covered market with forty stalls.", "The farmers opened a covered market with forty stalls on Friday.")]
    public void The_sentences_own_time_and_place_may_be_told(string statement, string paragraph) => Assert.Null(Told.ReasonToDrop(statement, paragraph));
}
