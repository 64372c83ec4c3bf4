using System.Globalization;
using Bot.Answers.Verification;

namespace Bot.Evaluation;

/// <summary>How well responses are told apart by the rules and the one bar, <see cref="SentenceSupport.Bar"/>.</summary>
internal static class VerifierReport
{
    /// <summary>True for a set of somebody else's, which the figures are given on.</summary>
    public static bool IsPublic(string set) => set != "synthetic" && !set.StartsWith(Newsroom.Whole, StringComparison.Ordinal);

    public static async Task WriteAsync(string title, IReadOnlyCollection<LabelledResponse> cases, Dictionary<LabelledResponse, ScoredResponse> scores)
    {
        var sets = cases.Where(scores.ContainsKey).GroupBy(c => c.Set).Select(set => (set.Key, Cases: set.ToList())).ToArray();
        var labelled = sets.Where(set => IsPublic(set.Key)).ToArray();
        await WriteLineAsync($"-- {title}: mean {labelled.Average(set => Balanced(set.Cases, scores)):F3}, auroc {labelled.Average(set => Auroc(set.Cases, scores)):F3}");
        foreach (var (name, some) in sets)
        {
            await WriteLineAsync(
                $"{name,-24} {Balanced(some, scores):F3}  caught {Flagged(some, bad: true, scores):F3}  false alarms {Flagged(some, bad: false, scores):F3}  auroc {Auroc(some, scores):F3}");
        }

        var kinds = cases.Where(c => c.Kind is not null && scores.ContainsKey(c)).GroupBy(c => (c.Set, c.Kind)).GroupBy(kind => kind.Key.Set);
        foreach (var set in kinds)
        {
            await WriteLineAsync($"{set.Key}: {string.Join(' ', set.Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Key.Kind} {kind.Average(c => IsFlagged(c, scores) ? 1.0 : 0):F2}")))}");
        }
    }

    /// <summary>Of responses of one sentence, how many would be dropped by the rules and a bar: of the supported ones as models write them, of the unsupported ones, and of those made wrong on purpose.</summary>
    public static async Task WriteBarsAsync(string title, IReadOnlyList<LabelledResponse> cases, Dictionary<LabelledResponse, ScoredResponse> scores)
    {
        var single = cases.Where(c => c.Sentences.Count == 1).ToArray();
        foreach (var bar in (double[])[-0.5, -0.25, 0, 0.25, 0.5, 1, double.PositiveInfinity])
        {
            await WriteLineAsync(
                $"{title}, single sentences, bar {bar:F2}: supported dropped {Of(bad: false, null):F3}, unsupported dropped {Of(bad: true, null):F3}, perturbed caught {Of(bad: true, "perturb_news"):F3} false alarms {Of(bad: false, "perturb_news"):F3}");

            double Of(bool bad, string? set) => single.Where(c => c.Bad == bad && (set is null || c.Set == set))
                .Select(c => c.Sentences[0].Comparison.Contradicts || scores[c].Worst > bar ? 1.0 : 0).DefaultIfEmpty(0).Average();
        }
    }

    private static double Balanced(List<LabelledResponse> some, Dictionary<LabelledResponse, ScoredResponse> scores) =>
        (Flagged(some, bad: true, scores) + 1 - Flagged(some, bad: false, scores)) / 2;

    private static double Flagged(List<LabelledResponse> some, bool bad, Dictionary<LabelledResponse, ScoredResponse> scores) =>
        some.Where(c => c.Bad == bad).Average(c => IsFlagged(c, scores) ? 1.0 : 0);

    private static bool IsFlagged(LabelledResponse response, Dictionary<LabelledResponse, ScoredResponse> scores) =>
        response.Sentences.Any(sentence => sentence.Comparison.Contradicts) || scores[response].Worst > SentenceSupport.Bar;

    private static double Auroc(List<LabelledResponse> some, Dictionary<LabelledResponse, ScoredResponse> scores)
    {
        var (good, bad) = (some.Where(c => !c.Bad).Select(c => scores[c].Worst).ToArray(), some.Where(c => c.Bad).Select(c => scores[c].Worst).ToArray());
        return bad.Average(b => good.Average(g => g < b ? 1 : g == b ? 0.5 : 0));
    }

    private static Task WriteLineAsync(FormattableString line) => Console.Out.WriteLineAsync(line.ToString(CultureInfo.InvariantCulture));
}
