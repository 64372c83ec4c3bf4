using Bot.Answers.Drafts;
using Bot.Answers.Verification;
using Bot.Articles;
using Bot.Articles.Reading;

namespace Bot.Answers.Tests.Verification;

public sealed class CheckingCostTests
{
    private const int Limit = 1_000_000;

    [Fact]
    public void Checking_eight_statements_against_a_hundred_paragraphs_allocates_less_than_a_megabyte()
    {
        string[] texts = [.. WrittenArticles.Reservoir.Paragraphs.Concat(WrittenArticles.Ferries.Paragraphs).Select(paragraph => paragraph.Text)];
        var article = ArticleReader.FromParagraphs("Everything", [.. Enumerable.Range(0, 100).Select(i => texts[i % texts.Length])]);
        var verifier = new CitationVerifier([.. article.Paragraphs.Select(paragraph => new ShownPassage(paragraph.Number, article, paragraph))]);
        var draft = new Draft([.. article.Paragraphs.Where(paragraph => paragraph.Number % 12 == 1).Take(8).Select(paragraph =>
            new DraftStatement(First(paragraph), [new DraftEvidence(paragraph.Number, First(paragraph)), new DraftEvidence(paragraph.Number + 1, "")]))]);
        Assert.Equal(8, draft.Statements.Length);
        verifier.Check(draft);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var check = verifier.Check(draft);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, Limit);
        Assert.Equal(8, check.Kept.Length);
    }

    private static string First(Paragraph paragraph) => paragraph.TextOf(paragraph.Sentences[0]);
}
