using Bot.Answers.Extraction.Passages;
using Bot.Articles;
using Bot.Commands.Quotes;
using Bot.Localization;
using Bot.Search.Vectors;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Tests.Quotes;

public sealed class QuoteSelectionTests
{
    private static readonly Article Flood = ArticleReader.FromParagraphs("After the flood",
    [
        "The river left its bed on Monday and carried half of the market away.",
        "“We have nothing to eat but rice,” said Nadia Holm, who sells shoes.",
        "“My children cannot sleep,” said Ines Marr. “They are afraid of the dark.”",
        "“The bridge will be built again by May,” said the engineer, Paul Tern.",
        "The council meets on Friday.",
    ]);

    [Theory]
    [InlineData("hunger", "Nadia Holm")]
    [InlineData("reconstruction of the bridge", "Paul Tern")]
    public void Finds_by_meaning_what_bears_on_a_topic(string topic, string speaker) =>
        Assert.Equal([speaker], About(topic, Meanings()).Quotations.SelectMany(quotation => quotation.Speakers).Distinct(StringComparer.Ordinal));

    [Fact]
    public void Finds_nothing_about_what_nobody_speaks_of() => Assert.Empty(About("football", Meanings()).Quotations);

    [Fact]
    public void Goes_by_words_where_no_model_reads()
    {
        var none = new SentenceMeanings(new SentenceModel(NullLogger<SentenceModel>.Instance, "no folder"));

        Assert.Equal(["Paul Tern"], About("the bridge", none).Quotations.SelectMany(quotation => quotation.Speakers));
        Assert.Equal(["Paul Tern"], About("the bridge", meanings: null).Quotations.SelectMany(quotation => quotation.Speakers));
    }

    [Theory]
    [InlineData("Paula Tarm", "Did you mean Paul Tern?")]
    [InlineData("Nadine Helm", "Did you mean Nadia Holm?")]
    public void Offers_whoever_is_called_nearly_so(string typed, string offer) =>
        Assert.Contains(offer, QuoteSelection.From(Flood, typed, null, Translation.Default).WhyNone, StringComparison.Ordinal);

    [Fact]
    public void Offers_nobody_for_a_name_that_is_like_none() =>
        Assert.DoesNotContain("Did you mean", QuoteSelection.From(Flood, "Zacharias Quill", null, Translation.Default).WhyNone, StringComparison.Ordinal);

    private static SentenceMeanings Meanings() => new(new SentenceModel(NullLogger<SentenceModel>.Instance));

    private static QuoteSelection About(string topic, ISentenceMeanings? meanings) => QuoteSelection.From(Flood, null, topic, Translation.Default, meanings);
}
