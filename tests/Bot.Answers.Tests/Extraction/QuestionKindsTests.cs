using Bot.Answers.Extraction;
using Bot.Answers.Extraction.Passages;
using Bot.Answers.Extraction.Questions;
using Bot.Articles;

namespace Bot.Answers.Tests.Extraction;

/// <summary>Questions that are no plain questions for one sentence.</summary>
public sealed class QuestionKindsTests
{
    private static readonly Article Harbour = ArticleReader.FromParagraphs(
        "Harbour town opens new bridge",
        [
            "LINDHAVEN — The harbour town of Lindhaven opened its new bridge on Tuesday after six years of construction.",
            "The bridge cost 48 million crowns, twice what engineers had estimated, Mayor Greta Solberg said.",
            "Toll revenue fell by a third in March, the harbour office reported.",
            "“Solberg is right about the bridge,” said Anders Holm, who leads the council.",
        ]);

    [Theory]
    [InlineData("What's this about?")]
    [InlineData("whats this article about")]
    [InlineData("tl;dr")]
    [InlineData("Why does it matter?")]
    [InlineData("quick summary of the news please")]
    [InlineData("What happened?")]
    public void A_question_for_the_whole_gets_the_brief_summary_with_its_citations(string question)
    {
        Assert.True(Overview.IsAsked(question));
        var answer = Assert.IsType<Answer.Answered>(new ExtractiveAnswerer().Answer(question, EvidencePassage.Of(Harbour)).Answer);
        Assert.All(answer.Citations, citation => Assert.Equal(Harbour.Paragraph(citation.Paragraph)!.Text[citation.Start..citation.End], citation.Quote));
    }

    [Theory]
    [InlineData("What did the mayor say about the bridge?")]
    [InlineData("What did they say about it?")]
    [InlineData("Who is going?")]
    [InlineData("What happened to the toll revenue in March?")]
    [InlineData("What happened to him?")]
    [InlineData("What's happening to them now?")]
    [InlineData("and what happened next?")]
    public void A_question_for_a_part_is_none_for_the_whole(string question) => Assert.False(Overview.IsAsked(question));

    [Theory]
    [InlineData("Is Solberg right?", true)]
    [InlineData("Do you think the bridge is worth it?", true)]
    [InlineData("Is the bridge open?", false)]
    [InlineData("Who said that Solberg is right?", false)]
    public void Tells_a_question_for_a_verdict(string question, bool expected) => Assert.Equal(expected, Verdict.IsAsked(QuestionReading.Read(question)));

    [Theory]
    [InlineData("how much did the bridge in lindhaven cost", "how much did the bridge in Lindhaven cost")]
    [InlineData("what did greta sollberg say", "what did Greta Solberg say")]
    [InlineData("when was the brigde opened", "when was the bridge opened")]
    [InlineData("Who is Anders Holm?", "Who is Anders Holm?")]
    public void Writes_a_question_as_the_article_would(string question, string written) =>
        Assert.Equal(written, ArticleWording.Of(question, EvidencePassage.Of(Harbour), new ReadingCache()));

    [Theory]
    [InlineData("Why did toll revenue rise in March?", "rise", "fell")]
    public void Shows_that_something_went_the_other_way(string question, string asked, string says)
    {
        var answer = Assert.IsType<Answer.NotInArticle>(new ExtractiveAnswerer().Answer(question, EvidencePassage.Of(Harbour)).Answer);
        Assert.Equal(new FalsePremise(asked, says), answer.FalsePremise);
    }

    [Fact]
    public void Corrects_nobody_whom_another_sentence_bears_out()
    {
        var markets = ArticleReader.FromParagraphs("Markets", ["The Nasdaq rose on Tuesday on Wall Street.", "The Dow fell on Tuesday on Wall Street."]);
        var answer = new ExtractiveAnswerer().Answer("Why did the Dow fall on Tuesday on Wall Street?", EvidencePassage.Of(markets)).Answer;
        Assert.Null((answer as Answer.NotInArticle)?.FalsePremise);
    }
}
