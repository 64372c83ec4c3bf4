using Bot.Answers.Drafts;
using Bot.Answers.Verification;
using Bot.Answers.Verification.Evidence;
using Bot.Articles;

namespace Bot.Answers.Tests.Verification;

/// <summary>What is allocated is the same on every machine, so that a test can hold it; the time is the benchmarks'.</summary>
public sealed class CheckingCostTests
{
    private const int Limit = 1_000_000;

    private static readonly string[] Subjects = ["The harbour council", "Mayor Elena Petrova", "The ferry company", "A court in Varna", "The dockers' union", "Engineer Ivan Dimov"];
    private static readonly string[] Verbs = ["will close", "has opened", "refused to sell", "inspected", "may rebuild", "paid for"];
    private static readonly string[] Objects = ["the oldest terminal", "a row of warehouses", "two grain silos", "the northern breakwater", "a railway bridge", "the customs office"];

    [Fact]
    public void Checking_eight_statements_against_a_hundred_paragraphs_allocates_less_than_a_megabyte()
    {
        string[] texts = [.. WrittenArticles.Reservoir.Paragraphs.Concat(WrittenArticles.Ferries.Paragraphs).Select(paragraph => paragraph.Text)];
        AssertCheap(ArticleReader.FromParagraphs("Everything", [.. Enumerable.Range(0, 100).Select(i => texts[i % texts.Length])]), First, kept: 8);
    }

    [Fact]
    public void Checking_statements_in_other_words_allocates_less_than_a_megabyte()
    {
        var article = ArticleReader.FromParagraphs("A harbour", [.. Enumerable.Range(1, 100).Select(number => string.Join(' ', Enumerable.Range(0, 3).Select(i => Sentence(number, i))))]);
        AssertCheap(article, paragraph => First(paragraph).Replace("according to", "said", StringComparison.Ordinal), kept: null);
    }

    private static void AssertCheap(Article article, Func<Paragraph, string> say, int? kept)
    {
        var verifier = new CitationVerifier([.. article.Paragraphs.Select(paragraph => new ShownPassage(paragraph.Number, article, paragraph))]);
        var draft = new Draft([.. article.Paragraphs.Where(paragraph => paragraph.Number % 12 == 1).Take(8).Select(paragraph =>
            new DraftStatement(say(paragraph), [new DraftEvidence(paragraph.Number, First(paragraph)), new DraftEvidence(paragraph.Number + 1, "")]))]);
        Assert.Equal(8, draft.Statements.Length);
        verifier.Check(draft);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var check = verifier.Check(draft);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, Limit);
        Assert.Equal(kept ?? check.Kept.Length, check.Kept.Length);
    }

    private static string First(Paragraph paragraph) => paragraph.TextOf(paragraph.Sentences[0]);

    private static string Sentence(int number, int i) =>
        $"{Subjects[(number + i) % 6]} {Verbs[((number * 5) + i) % 6]} {Objects[((number * 7) + (i * 2)) % 6]} for {number + 3}.{i} million euros on {1 + (number % 28)} March, according to a letter that was read out on the quay in front of {number * 17} people.";
}
