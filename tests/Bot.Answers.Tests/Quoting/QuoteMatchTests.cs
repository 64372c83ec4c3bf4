using Bot.Answers.Quoting;
using CsCheck;

namespace Bot.Answers.Tests.Quoting;

public sealed class QuoteMatchTests
{
    private const string Stored = "The mayor — a former nurse — said: “We won’t close the ferry in 2027,” and added that costs had risen by up to 12%… She left at noon.";

    [Theory]
    [InlineData("\"We won't close the ferry in 2027\"", "We won’t close the ferry in 2027")]
    [InlineData("we won't close the ferry in 2027.", "We won’t close the ferry in 2027")]
    [InlineData("The mayor - a former nurse - said", "The mayor — a former nurse — said")]
    [InlineData("The mayor—a former nurse—said: ''We won't", "The mayor — a former nurse — said: “We won’t")]
    [InlineData("  costs\u00a0had \n risen by up to 12% ", "costs had risen by up to 12%")]
    [InlineData("The mayor ... said: \"We won't close", "The mayor — a former nurse — said: “We won’t close")]
    [InlineData("The mayor […] added that costs", "The mayor — a former nurse — said: “We won’t close the ferry in 2027,” and added that costs")]
    [InlineData("risen by up to 12%... She left", "risen by up to 12%… She left")]
    public void Finds_the_stored_words_behind_typography(string quote, string expected) => Assert.Equal(expected, Shown(Stored, quote));

    [Theory]
    [InlineData("We will close the ferry in 2027")]
    [InlineData("We won't close the ferry in 2028")]
    [InlineData("WE WON'T CLOSE THE FERRY IN 2027")]
    [InlineData("risen by 12%")]
    [InlineData("he mayor")]
    [InlineData("risen by up to 12")]
    [InlineData("and added … the mayor")]
    [InlineData("the ... in ... by")]
    [InlineData("close the ferry the ferry")]
    [InlineData("…")]
    [InlineData("")]
    public void Finds_nothing_when_a_word_differs_is_cut_or_comes_out_of_order(string quote) => Assert.Null(Shown(Stored, quote));

    [Fact]
    public void Tries_a_later_place_when_what_follows_the_gap_is_not_near_the_first() =>
        Assert.Equal("the port of Riga closed today", Shown("It is the port of Oslo. " + new string('x', 400) + " Now the port of Riga closed today.", "the port of … closed today"));

    [Fact]
    public void A_range_of_words_is_found_again_and_whatever_is_found_agrees_but_for_typography() =>
        Gen.Select(Gen.OneOf("the", "ferry", "“no”", "—", "12%", "won’t", "É", "e\u0301t", "🙂", "…", "-", "'90s", "Mr.", "(sic)").Array[1, 12], Gen.Int[0, 11], Gen.Int[1, 12])
            .Sample((words, start, count) =>
            {
                var stored = string.Join(' ', words);
                var quote = string.Join(' ', words.Skip(start).Take(count));
                return Shown(stored, quote) is { } shown
                    ? Letters(shown) == Letters(quote) || quote.Contains('…', StringComparison.Ordinal)
                    : !quote.Any(char.IsLetterOrDigit) || quote.Contains('…', StringComparison.Ordinal);
            });

    [Fact]
    public void Never_throws_and_never_leaves_the_text() =>
        Gen.Select(Gen.String, Gen.String).Sample((stored, quote) => Shown(stored, quote) is null or { Length: > 0 });

    private static string? Shown(string stored, string quote) =>
        QuoteMatch.Find(new QuotableText(stored), quote) is var (start, end) ? stored[start..end] : null;

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
