using Bot.Answers.Drafts;
using Bot.Answers.Verification;
using Bot.Answers.Verification.Evidence;
using Bot.Articles;
using CsCheck;

namespace Bot.Answers.Tests.Verification;

/// <summary>What a statement puts in quotation marks, as models quote: other marks, another case, gaps, words lost on the way.</summary>
public sealed class QuotedStatementsTests
{
    private const string Ends = " .,;:!?“”\"…";

    private static readonly Article Article = WrittenArticles.Reservoir;
    private static readonly Quotation[] Quotations = [.. Article.Quotations.Where(quotation => quotation.Certainty == Certainty.Sure && quotation.Speakers.Length == 1)];

    private readonly CitationVerifier _verifier = new([.. Article.Paragraphs.Select(paragraph => new ShownPassage(paragraph.Number, Article, paragraph))]);

    [Fact]
    public void Whatever_is_shown_in_quotation_marks_stands_in_the_article_word_for_word()
    {
        var shown = 0;
        Gen.Select(Gen.Int[0, Quotations.Length - 1].Select(i => Quotations[i]), Gen.Int[0, 8], Gen.Int[3, 30], Gen.Int[-3, 20], Gen.Bool, Gen.Bool).Sample((quotation, start, count, lost, straight, gap) =>
        {
            var words = quotation.Text.Split(' ').Skip(start).Take(count).ToList();
            if (lost >= 0 && lost < words.Count)
            {
                words[lost] = gap ? "…" : "";
            }

            var quote = string.Join(' ', words.Where(word => word.Length > 0));
            quote = straight ? $"\"{quote}\"" : $"“{char.ToUpperInvariant(quote.FirstOrDefault(' '))}{quote[Math.Min(1, quote.Length)..]}”";
            var check = _verifier.Check(new Draft([new DraftStatement($"{quotation.Speakers[0]} said: {quote}", [new DraftEvidence(quotation.Paragraph, quotation.Text)])]));
            Interlocked.Add(ref shown, check.Kept.Length);
            return check.Kept.All(kept => StatementText.QuotedIn(kept.Text).All(range =>
                Article.Paragraphs.Any(paragraph => paragraph.Text.Contains(kept.Text[range.Start..range.End].Trim(Ends.ToCharArray()), StringComparison.Ordinal))));
        });

        Assert.NotEqual(0, shown);
    }
}
