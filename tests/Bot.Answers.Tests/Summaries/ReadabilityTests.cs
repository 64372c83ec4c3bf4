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
    [InlineData("No, the council will not meet.")]
    [InlineData("Six years later the bridge was closed.")]
    [InlineData("Within two days it had been found by a teacher.")]
    [InlineData("Though a big part of his job is to please Norland, the envoy refused.")]
    public void A_sentence_that_points_back_leans(string text) => Assert.True(Leans(text));

    [Theory]
    [InlineData("Police said they had arrested two men.")]
    [InlineData("Residents fled their homes in the night.")]
    [InlineData("In one of her columns, Ida Berg attacked the mayor.")]
    [InlineData("The council refused the plan on Monday.")]
    [InlineData("After the vote the bridge was closed.")]
    [InlineData("No bridge has been closed for longer.")]
    [InlineData("Six years after two families of beavers were set free, the council counted thirty.")]
    [InlineData("The two sides of the harbour were never joined.")]
    [InlineData("Those who paid by card get their money back.")]
    [InlineData("About 190 former patients and their families sued the hospital.")]
    public void A_sentence_that_says_whom_it_means_does_not(string text) => Assert.False(Leans(text));

    [Fact]
    public void He_is_named_where_the_sentences_before_leave_one_reading()
    {
        var article = ArticleReader.FromParagraphs("The bridge", ["Mayor Robert Lund opened the bridge on Monday. He said it had cost 40 million euros."]);
        var sentence = SummarySentence.AllOf(article)[1];
        Assert.Equal("Robert Lund", Readability.NoteFor(article, sentence));
        Assert.False(Readability.Leans(article, sentence));
    }

    [Theory]
    [InlineData("Over seven years she made 412 payments to a shop.", "Simone Lund")]
    [InlineData("Her former bank noticed in May.", "Simone Lund")]
    [InlineData("It was the bank that noticed.", null)]
    public void A_pronoun_near_the_beginning_is_named_in_full_by_the_last_name_before_it(string text, string? note)
    {
        var article = ArticleReader.FromParagraphs("The court", ["Simone Lund was a book-keeper.", "The court of Dunmore sent Lund to prison.", text]);
        var sentence = SummarySentence.AllOf(article)[^1];
        Assert.Equal(note, Readability.NoteFor(article, sentence));
        Assert.Equal(note is null, Readability.Leans(article, sentence));
    }

    [Fact]
    public void Who_was_she_before_a_name_came_is_not_the_one_named()
    {
        var article = ArticleReader.FromParagraphs("The final", ["Simone Lund was a player.", "In 1959 she lost the final to Ida Berg. Her best year was 1960."]);
        Assert.Null(Readability.NoteFor(article, SummarySentence.AllOf(article)[^1]));
    }

    [Theory]
    [InlineData("“I planned the bridge,” said Ida Berg, an engineer.", false)]
    [InlineData("“He planned the bridge,” said Ida Berg, an engineer.", true)]
    public void I_is_whoever_is_named_as_speaker_and_he_is_somebody_else(string text, bool leans)
    {
        var end = text.IndexOf('”', StringComparison.Ordinal);
        var article = ArticleReader.FromParagraphs("The bridge", ["The council met in the town hall.", text]) with
        {
            Quotations = [new Quotation(2, 1, end, text[1..end], ["Ida Berg"], "engineer", "said", Certainty.Sure)],
        };
        Assert.Equal(leans, Readability.Leans(article, SummarySentence.AllOf(article)[^1]));
    }

    private static bool Leans(string text)
    {
        var article = ArticleReader.FromParagraphs("The bridge", ["The council met in the town hall.", text]);
        return Readability.Leans(article, SummarySentence.AllOf(article).Last(sentence => sentence.Paragraph.Number == 2));
    }
}
