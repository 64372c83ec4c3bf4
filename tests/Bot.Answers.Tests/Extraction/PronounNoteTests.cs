using Bot.Articles;

namespace Bot.Answers.Tests.Extraction;

public sealed class PronounNoteTests
{
    [Theory]
    [InlineData("Prime Minister John Marsh spoke on Monday. He rejected the plan.", "He = John Marsh")]
    [InlineData("The plan was ready. He rejected it.", null)]
    [InlineData("John Marsh met Peter Holm. He rejected the plan.", null)]
    [InlineData("Mary Marsh met John Holm. She rejected the plan.", "She = Mary Marsh")]
    [InlineData("Prime Minister John Marsh spoke. The plan was rejected.", null)]
    public void Explains_a_leading_pronoun_when_there_is_one_reading(string text, string? note)
    {
        var article = ArticleReader.FromParagraphs("A plan", [text]);
        var paragraph = article.Paragraphs[0];
        Assert.Equal(note, PronounNote.For(article, paragraph, paragraph.Sentences[^1]));
    }

    [Fact]
    public void Gives_the_fullest_name_of_the_article()
    {
        var article = ArticleReader.FromParagraphs("A plan", ["President John Marsh has a plan.", "Marsh spoke on Monday.", "He will leave today."]);
        var paragraph = article.Paragraphs[2];
        Assert.Equal("He = John Marsh", PronounNote.For(article, paragraph, paragraph.Sentences[0]));
    }
}
