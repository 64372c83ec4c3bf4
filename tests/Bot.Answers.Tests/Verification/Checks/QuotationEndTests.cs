namespace Bot.Answers.Tests.Verification.Checks;

public sealed class QuotationEndTests
{
    [Theory]
    [InlineData("“We will sign the treaty – if they withdraw,” Mayor Lena Brandt said.", "if they withdraw")]
    [InlineData("“We will sign the treaty, but not before the harvest,” Mayor Lena Brandt said.", "but not before the harvest")]
    [InlineData("“We will sign the treaty (unless the court objects),” Mayor Lena Brandt said.", "unless the court objects")]
    [InlineData("“We will sign the treaty; only if the price falls,” Mayor Lena Brandt said.", "only if the price falls")]
    [InlineData("“We will sign the treaty,” Mayor Lena Brandt said, “if they withdraw.”", "if they withdraw")]
    public void A_quotation_may_not_end_where_the_speaker_turned(string paragraph, string turn) =>
        Assert.Equal($"The quotation breaks off; the article goes on “{turn}”.", Told.ReasonToDrop("Mayor Lena Brandt said: “We will sign the treaty.”", paragraph));

    [Fact]
    public void A_phrase_may_not_lose_its_condition_either() =>
        Assert.Equal(
            "The quotation breaks off; the article goes on “if they withdraw”.",
            Told.ReasonToDrop("Mayor Lena Brandt said the town would “open the old bridge”.", "“We shall open the old bridge, if they withdraw.” said Mayor Lena Brandt, who said the town would be ready."));

    [Theory]
    [InlineData("Mayor Lena Brandt said: “We will sign the treaty.”", "“We will sign the treaty, a long and tedious paper,” Mayor Lena Brandt said.")]
    [InlineData("Mayor Lena Brandt said: “We will sign the treaty.”", "“We will sign the treaty. But it takes time,” Mayor Lena Brandt said.")]
    [InlineData("Mayor Lena Brandt said: “We will sign the treaty” if they withdraw.", "“We will sign the treaty – if they withdraw,” Mayor Lena Brandt said.")]
    [InlineData("Mayor Lena Brandt said: “We will sign the treaty …”", "“We will sign the treaty, but not before the harvest,” Mayor Lena Brandt said.")]
    public void What_does_not_turn_is_told_elsewhere_or_is_marked_may_be_left_out(string statement, string paragraph) => Assert.Null(Told.ReasonToDrop(statement, paragraph));
}
