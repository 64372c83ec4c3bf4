using System.Text;
using Bot.Answers.Verification;
using Bot.Answers.Verification.Evidence;
using Bot.Answers.Verification.Scoring;
namespace Bot.Answers.Tests.Verification;
public sealed class TmpDebug
{
    [Fact]
    public void Go()
    {
        var w = new StringBuilder();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Verification", "paraphrases.txt")).Where(line => line[0] != '#').Append("ferries|12|Their spokeswoman, Beatriz Lobo, said that a cheaper offer from a Dutch yard had been accepted in 2021 without a reason.").Append("varna|2|Mayor Elena Petrova said the council may ask Brussels for up to 40 million euros."))
        {
            var parts = line.Split('|');
            var article = parts[0] == "reservoir" ? WrittenArticles.Reservoir : parts[0] == "varna" ? Bot.Articles.Parsing.ArticleReader.FromParagraphs("x", ["a b c.", "“We will not sell the land,” said Mayor Elena Petrova. She added that the council may ask Brussels for up to 40 million euros."]) : WrittenArticles.Ferries;
            var p = article.Paragraph(int.Parse(parts[1], provider: null))!;
            var source = new SourceText([p]);
            var s = Support.Judge(parts[2], source, []);
            if (s.MayBeShown && !parts[2].Contains("accepted", StringComparison.Ordinal)) continue;
            foreach (var x in s.Sentences)
            {
                var c = x.Comparison;
                w.AppendLine($"{parts[2]}\n   odds {x.LogOdds:F2} near {c.IsNearCopy} contra {c.Contradicts} | {string.Join(' ', Enum.GetValues<Feature>().Where(f => c[f] > 0 && f.ToString() is "NumberUnseen" or "CalendarUnseen" or "NameUnseen" or "QuoteUnseen" or "CloseSwaps" or "Tampered" or "OpeningUnseen" or "WordSwap" or "UnseenSoft" or "NameSwap" or "NameMoved" or "NumberSwap" or "NegationAdded" or "NegationDropped" or "Contrary" or "QuoteShortened" or "MissInWindowSoft").Select(f => $"{f}={c[f]:F2}"))} | {string.Join(", ", c.Findings)}");
            }
        }
        File.WriteAllText("/tmp/model-debug.txt", w.ToString());
    }
}
