using CsCheck;

namespace Bot.Language.Tests;

public sealed class WordsTests
{
    [Theory]
    [InlineData("NATO’s 32-nation pact", "nato 32 nation pact")]
    [InlineData("about 1,500 U.S. troops", "about 1500 u.s troops")]
    [InlineData("3.5% of GDP by 2035.", "3.5 of gdp by 2035")]
    [InlineData("They don’t know Gerhard Schröder", "they don't know gerhard schroder")]
    [InlineData("on Feb. 12. A year ago", "on feb 12 a year ago")]
    [InlineData("George W. Bush", "george w bush")]
    [InlineData("How much does the US spend on defence?", "how much does the u.s spend on defence")]
    [InlineData("It asked us. WHO officials said it.", "it asked us w.h.o officials said it")]
    [InlineData("WHO SAID IT TO US", "who said it to us")]
    [InlineData("the U.K., the U.N. and the UK", "the uk the un and the uk")]
    [InlineData("李伯说", "李 伯 说")]
    [InlineData("", "")]
    public void Reads_the_words_of_a_text(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Words.Read(text).Select(word => word.Text)));

    [Fact]
    public void Words_lie_in_order_inside_the_text_and_hold_no_white_space() => Gen.String.Sample(text =>
    {
        var end = 0;
        foreach (var word in Words.Read(text))
        {
            Assert.InRange(word.Start, end, text.Length - 1);
            Assert.InRange(word.End, word.Start + 1, text.Length);
            Assert.DoesNotContain(text[word.Start..word.End], char.IsWhiteSpace);
            end = word.End;
        }
    });

    [Fact]
    public void Knows_where_a_capital_says_nothing()
    {
        var words = Words.Read("Moscow denied it. The Kremlin did not.");
        Assert.True(words[0].Traits.HasFlag(WordTraits.Opening));
        Assert.True(words[3].Traits.HasFlag(WordTraits.Opening));
        Assert.False(words[4].Traits.HasFlag(WordTraits.Opening));
        Assert.True(words[4].IsCapital);
    }

    [Theory]
    [InlineData("pledge", "pledged", "pledges", "pledging")]
    [InlineData("spend", "spent", "spends", "spending")]
    [InlineData("defence", "defense", "defences", "defenses")]
    [InlineData("organise", "organize", "organised", "organizes")]
    [InlineData("labour", "labor", "labours", "labors")]
    [InlineData("travelled", "traveled", "travelling", "travels")]
    [InlineData("man", "men", "men", "man")]
    [InlineData("theatre", "theater", "theatres", "theaters")]
    public void Brings_the_forms_of_a_word_to_one_stem(string first, string second, string third, string fourth) =>
        Assert.Single(new[] { first, second, third, fourth }.Select(Stems.Of).Distinct());

    [Theory]
    [InlineData("filled", "filed")]
    [InlineData("four", "for")]
    [InlineData("advise", "advice")]
    public void Keeps_different_words_apart(string first, string second) => Assert.NotEqual(Stems.Of(first), Stems.Of(second));

    [Theory]
    [InlineData("thirty-two allies", 32, QuantityKind.Count)]
    [InlineData("1.5 billion euros", 1.5e9, QuantityKind.Count)]
    [InlineData("$20m more", 20e6, QuantityKind.Money)]
    [InlineData("two hundred and five people", 205, QuantityKind.Count)]
    [InlineData("five percent", 5, QuantityKind.Percent)]
    [InlineData("5 per cent of it", 5, QuantityKind.Percent)]
    [InlineData("around 3.5% of GDP", 3.5, QuantityKind.Percent)]
    [InlineData("in 1949", 1949, QuantityKind.Year)]
    [InlineData("1,949 people", 1949, QuantityKind.Count)]
    [InlineData("the third time", 3, QuantityKind.Ordinal)]
    [InlineData("the 21st century", 21, QuantityKind.Ordinal)]
    [InlineData("three hundred thousand", 300_000, QuantityKind.Count)]
    [InlineData("a dozen", 12, QuantityKind.Count)]
    public void Reads_a_number_in_digits_or_words(string text, double value, QuantityKind kind)
    {
        var quantity = Assert.Single(Quantity.In(text, Words.Read(text)));
        Assert.Equal((value, kind), (quantity.Value, quantity.Kind));
    }

    [Fact]
    public void Marks_a_quantity_with_its_sign_and_scale()
    {
        const string text = "It cost $1.5 billion, or 5% more than in 2019.";
        Assert.Equal(["$1.5 billion", "5%", "2019"], Quantity.In(text, Words.Read(text)).Select(q => text[q.Start..q.End]));
    }
}
