namespace Bot.Answers.Tests.Verification;

public sealed class UnpairedMarksTests
{
    [Fact]
    public void Marks_that_do_not_pair_are_no_reason_to_fail() =>
        Assert.NotNull(Told.ReasonToDrop("Mayor Lena Brandt said: “We will sign the \"treaty” and leave.", "“We will sign the treaty,” Mayor Lena Brandt said."));
}
