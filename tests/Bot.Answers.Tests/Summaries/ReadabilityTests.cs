using Bot.Answers.Summaries;
using Bot.Articles;

namespace Bot.Answers.Tests.Summaries;

public sealed class ReadabilityTests
{
    [Theory]
    [InlineData("But the council refused the plan.")]
    [InlineData("That goes a long way.")]
    [InlineData("As a result, the bridge was closed.")]
    [InlineData("A day later, the bridge was closed.")]
    [InlineData("A second one could reach the coast on Tuesday.")]
    [InlineData("Dunmore then remembered who had paid.")]
    [InlineData("The two had met in Dunmore before.")]
    [InlineData("One of them lost an eye.")]
    [InlineData("In his speech on Monday, he defended the plan.")]
    [InlineData("Asked whether he would resign, the mayor walked away.")]
    [InlineData("They will meet again in May.")]
    [InlineData("Though a big part of his job is to please Norland, the envoy refused.")]
    public void A_sentence_that_points_back_leans(string text) => Assert.True(Leans(text));

    [Theory]
    [InlineData("Police said they had arrested two men.")]
    [InlineData("Residents fled their homes in the night.")]
    [InlineData("In one of her columns, Ida Berg attacked the mayor.")]
    [InlineData("The council refused the plan on Monday.")]
    [InlineData("After the vote the bridge was closed.")]
    public void A_sentence_that_says_whom_it_means_does_not(string text) => Assert.False(Leans(text));

    [Fact]
    public void He_is_named_where_the_sentences_before_leave_one_reading()
    {
        var article = ArticleReader.FromParagraphs("The bridge", ["Mayor Robert Lund opened the bridge on Monday. He said it had cost 40 million euros."]);
        var sentence = SummarySentence.AllOf(article)[1];
        Assert.Equal("Robert Lund", Readability.NoteFor(article, sentence));
        Assert.False(Readability.Leans(article, sentence));
    }

    private static bool Leans(string text)
    {
        var article = ArticleReader.FromParagraphs("The bridge", ["The council met in the town hall.", text]);
        return Readability.Leans(article, SummarySentence.AllOf(article).Last(sentence => sentence.Paragraph.Number == 2));
    }
}
