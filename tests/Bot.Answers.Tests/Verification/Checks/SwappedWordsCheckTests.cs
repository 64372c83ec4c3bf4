namespace Bot.Answers.Tests.Verification.Checks;

public sealed class SwappedWordsCheckTests
{
    [Theory]
    [InlineData("The club bought 45 horses and sold 12 carts at the autumn market.", "The club bought 12 horses and sold 45 carts at the autumn market.", "“45” and “12”")]
    [InlineData("The last goal of the long match fell after 52:15 on Sunday.", "The last goal of the long match fell after 15:52 on Sunday.", "“52” and “15”")]
    [InlineData("The claims dismissed a judge of the farmers that the river was poisoned.", "A judge dismissed the claims of the farmers that the river was poisoned.", "“claims” and “judge”")]
    [InlineData("The baker sued the landlord of the market hall over the broken ovens.", "The landlord sued the baker of the market hall over the broken ovens.", "“baker” and “landlord”")]
    public void Words_may_not_take_each_others_places(string statement, string paragraph, string words) =>
        Assert.Equal($"The cited passage has {words} the other way round.", Told.ReasonToDrop(statement, paragraph));

    [Theory]
    [InlineData("The baker of the market hall was sued by the landlord over the broken ovens.", "The landlord sued the baker of the market hall over the broken ovens.")]
    [InlineData("The farmers sell honey and cheese in the old market hall.", "The farmers sell cheese and honey in the old market hall.")]
    [InlineData("The club sold 45 carts and bought 12 horses at the autumn market.", "The club bought 12 horses and sold 45 carts at the autumn market.")]
    public void A_sentence_may_be_turned_round_with_all_that_belongs_to_its_words(string statement, string paragraph) => Assert.Null(Told.ReasonToDrop(statement, paragraph));
}
