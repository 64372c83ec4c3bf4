using Bot.Answers.Extraction.Passages;
using Bot.Answers.Summaries;
using Bot.Articles;
using Bot.Search.Vectors;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Answers.Tests.Summaries;

public sealed class FocusTests
{
    private static readonly Article Council = ArticleReader.FromParagraphs("The council of Dunmore",
    [
        "The council of Dunmore approved a new bridge over the harbour on Tuesday.", "The works will cost 40 million euros, which the ministry pays out of its budget.",
        "Fishermen fear for the seals that live below the old bridge.", "Russian engineer Sergei Volkov drew the plans.", "Volkov has built six bridges of this kind in the north.",
    ]);

    [Theory]
    [InlineData("money", 2)]
    [InlineData("animals", 3)]
    [InlineData("Russia", 5)]
    public void Finds_what_bears_on_it_by_other_words(string focus, int paragraph) => Assert.Contains(paragraph, Summarize(focus).Bearing);

    [Theory]
    [InlineData("volcano")]
    [InlineData("football")]
    public void Says_nothing_only_where_nothing_is_near(string focus)
    {
        Assert.Empty(Summarize(focus).Points);
        Assert.Empty(Summarize(focus).Bearing);
    }

    [Theory]
    [InlineData("military expenditure", 10)]
    [InlineData("troop withdrawal", 33)]
    public void Finds_what_means_it_where_the_model_reads(string focus, int paragraph)
    {
        using var model = new SentenceModel(NullLogger<SentenceModel>.Instance);

        Assert.Contains(paragraph, ExtractiveSummarizer.Summarize(BuiltInArticle.Read(), SummaryLength.Standard, focus, new SentenceMeanings(model)).Bearing);
    }

    [Theory]
    [InlineData("volcano")]
    [InlineData("tennis")]
    [InlineData("vaccination")]
    public void Says_nothing_of_what_is_far_from_all_sentences(string focus)
    {
        using var model = new SentenceModel(NullLogger<SentenceModel>.Instance);

        Assert.Empty(ExtractiveSummarizer.Summarize(BuiltInArticle.Read(), SummaryLength.Standard, focus, new SentenceMeanings(model)).Points);
    }

    private static Summary Summarize(string focus) => ExtractiveSummarizer.Summarize(Council, SummaryLength.Standard, focus);
}
