namespace Bot.Language.Tests;

public sealed class PhraseListTests
{
    private static readonly PhraseList Backward = new("en/readability/backward-openings");

    [Theory]
    [InlineData("As a result, the bridge fell.", true)]
    [InlineData("As a rule, the bridge is shut.", false)]
    [InlineData("No, it fell.", true)]
    [InlineData("No bridge fell.", false)]
    [InlineData("Those people fell.", true)]
    [InlineData("Those who fell got up.", false)]
    [InlineData("Anna then fell.", true)]
    [InlineData("Anna fell.", false)]
    [InlineData("As a", false)]
    public void A_phrase_opens_a_text_word_by_word(string text, bool opens) => Assert.Equal(opens, Backward.Opens(text, Words.Read(text)));
}
