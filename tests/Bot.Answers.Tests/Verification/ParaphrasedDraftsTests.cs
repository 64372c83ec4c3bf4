using Bot.Answers.Drafts;
using Bot.Answers.Verification;
using Bot.Answers.Verification.Evidence;
using Bot.Articles;

namespace Bot.Answers.Tests.Verification;

/// <summary>What is true and said in other words must reach the reader: whole drafts, cited by paragraph alone, by its words, and with a neighbour's number.</summary>
public sealed class ParaphrasedDraftsTests
{
    private const double MostDropped = 0.15;

    [Fact]
    public void Hardly_any_true_statement_in_other_words_is_dropped()
    {
        var tried = 0;
        var dropped = new List<string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Verification", "paraphrases.txt")).Where(line => line[0] != '#'))
        {
            var parts = line.Split('|');
            var article = parts[0] == "reservoir" ? WrittenArticles.Reservoir : WrittenArticles.Ferries;
            var verifier = new CitationVerifier([.. article.Paragraphs.Select(paragraph => new ShownPassage(paragraph.Number, article, paragraph))]);
            var paragraph = article.Paragraph(int.Parse(parts[1], provider: null))!;
            foreach (var evidence in Evidence(paragraph))
            {
                tried++;
                dropped.AddRange(verifier.Check(new Draft([new DraftStatement(parts[2], [evidence])])).Dropped.Select(statement => $"{statement.Text} — {statement.Reason}"));
            }
        }

        Assert.InRange(tried, 200, 1_000);
        Assert.True(dropped.Count <= MostDropped * tried, $"{dropped.Count} of {tried}:\n{string.Join('\n', dropped.Distinct(StringComparer.Ordinal))}");
    }

    private static IEnumerable<DraftEvidence> Evidence(Paragraph paragraph)
    {
        yield return new DraftEvidence(paragraph.Number, "");
        yield return new DraftEvidence(paragraph.Number, paragraph.Text);
        yield return new DraftEvidence(paragraph.Number + 1, string.Join(' ', paragraph.Text.Split(' ').Take(6)));
    }
}
