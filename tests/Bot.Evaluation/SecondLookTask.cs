using System.Globalization;
using Bot.Answers.Extraction;
using Bot.Answers.Extraction.Passages;

namespace Bot.Evaluation;

/// <summary>
/// <c>second-look</c>: how confident the paragraphs alone make that an answer cites, where they hold the answer and where they do not; says what each bar would
/// drop of both, which is where the bar of the judgement after a model's draft comes from.
/// </summary>
internal static class SecondLookTask
{
    public static async Task<int> RunAsync(EvaluationOptions options, CancellationToken cancellationToken)
    {
        using var meanings = KeptMeanings.Open(options);
        var answerer = new ExtractiveAnswerer(meanings);
        var random = new Random(1);
        var looks = new List<Look>();
        foreach (var path in options.Data)
        {
            var set = Path.GetFileName(path).Split('.')[0];
            await foreach (var item in JsonLines.ReadAsync<LabelledAnswerCase>(path, cancellationToken))
            {
                var passages = EvidencePassage.Of(item.ReadArticle());
                var gold = (item.GoldParagraphs ?? []).Where(index => index < passages.Count).ToArray();
                if (item.Answerable && gold.Length > 0)
                {
                    looks.Add(new Look(set, "right", answerer.Confidence(item.Question, [.. gold.Select(index => passages[index])])));
                }

                var others = Enumerable.Range(0, passages.Count).Except(item.Answerable ? gold : []).ToArray();
                if (others.Length > 0 && gold.Length + (item.Answerable ? 0 : 1) > 0)
                {
                    looks.Add(new Look(set, "beside the point", answerer.Confidence(item.Question, [passages[others[random.Next(others.Length)]]])));
                    var best = answerer.Answer(item.Question, passages).Ranking.First(others.Contains);
                    looks.Add(new Look(set, "tempting", answerer.Confidence(item.Question, [passages[best]])));
                }
            }
        }

        foreach (var group in looks.GroupBy(look => (look.Set, look.Kind)).Concat(looks.GroupBy(look => (Set: "all", look.Kind))))
        {
            var shares = Enumerable.Range(1, 10).Select(bar => string.Create(CultureInfo.InvariantCulture, $"<{bar * 0.05:F2} {group.Average(look => look.Confidence < bar * 0.05 ? 1.0 : 0):F3}"));
            await Console.Out.WriteLineAsync($"{group.Key.Set,-14} {group.Key.Kind,-16} {group.Count(),5}  {string.Join("  ", shares)}");
        }

        return 0;
    }

    private sealed record Look(string Set, string Kind, double Confidence);
}
