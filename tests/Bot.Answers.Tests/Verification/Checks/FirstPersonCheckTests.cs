namespace Bot.Answers.Tests.Verification.Checks;

public sealed class FirstPersonCheckTests
{
    private const string War = "The old bridge was blown up in World War I and rebuilt by Queen Elizabeth I of the valley, said a leaflet of the Me Too movement.";

    [Theory]
    [InlineData(War)]
    [InlineData("A leaflet of the Me Too movement said the old bridge was blown up in World War I.")]
    [InlineData("“I have seen the bridge fall,” the baker said.")]
    public void A_name_or_a_quotation_may_have_an_I(string statement) =>
        Assert.Null(Told.ReasonToDrop(statement, War, "“I have seen the bridge fall,” the baker said."));

    [Theory]
    [InlineData("Yesterday I saw that the old bridge was blown up in World War I.")]
    [InlineData("I say that the old bridge was blown up in World War I.")]
    [InlineData("In my view the old bridge was blown up in World War I.")]
    public void Nobody_speaks_for_himself(string statement) =>
        Assert.NotNull(Told.ReasonToDrop(statement, War, "Yesterday I saw that the old bridge was blown up in World War I."));
}
