using Bot.Answers.Extraction;
using Bot.Answers.Extraction.Passages;
using Bot.Articles;

namespace Bot.Answers.Tests.Extraction;

public sealed class SubjectTests
{
    [Theory]
    [InlineData("The old mill was sold on Monday.", "It cost 3 million crowns.", "How much did the mill cost?", true)]
    [InlineData("The old mill was sold on Monday.", "They cost 3 million crowns.", "How much did the mill cost?", true)]
    [InlineData("The two ferries collided off Brenk.", "Its cargo cost 3 million crowns.", "How much did the orchestra cost?", false)]
    [InlineData("The weather was calm that day.", "It cost 3 million crowns.", "How much did the orchestra cost?", false)]
    public void What_it_stands_for_is_what_the_sentence_before_begins_with(string before, string sentence, string question, bool isAnswered)
    {
        var article = ArticleReader.FromParagraphs("News", [before, sentence]);

        var answer = new ExtractiveAnswerer().Answer(question, EvidencePassage.Of(article)).Answer;

        Assert.Equal(isAnswered, answer is Answer.Answered answered && answered.Citations[0].Paragraph == 2);
    }
}
