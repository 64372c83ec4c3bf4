using System.Globalization;

namespace Bot.Evaluation;

/// <summary>Balanced accuracy by set at the one threshold, log-odds 0.</summary>
internal static class VerifierReport
{
    public static async Task WriteAsync(string title, IEnumerable<LabelledResponse> cases, Dictionary<LabelledResponse, double> scores)
    {
        var sets = cases.Where(scores.ContainsKey).GroupBy(c => c.Set).Select(set => (set.Key, Cases: set.ToList())).ToArray();
        var labelled = sets.Where(set => set.Key != "synthetic").ToArray();
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"-- {title}: mean {labelled.Average(set => Balanced(set.Cases, scores)):F3}"));
        foreach (var (name, some) in sets)
        {
            await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"{name,-18} {Balanced(some, scores):F3}  caught {Flagged(some, bad: true, scores):F3}  false alarms {Flagged(some, bad: false, scores):F3}  auroc {Auroc(some, scores):F3}"));
        }

        var kinds = cases.Where(c => c.Kind is not null && scores.ContainsKey(c)).GroupBy(c => c.Kind);
        await Console.Out.WriteLineAsync(string.Join(' ', kinds.Select(k => string.Create(CultureInfo.InvariantCulture, $"{k.Key} {k.Average(c => scores[c] > 0 ? 1.0 : 0):F2}"))));
    }

    /// <summary>What a stricter or looser bar for single sentences would drop: of the supported ones as models write them, and of those made wrong on purpose.</summary>
    public static async Task WriteBarsAsync(IEnumerable<LabelledResponse> cases, Dictionary<LabelledResponse, double[]> odds)
    {
        var sentences = cases.SelectMany(c => c.Sentences.Zip(odds[c], (sentence, logOdds) => (c.Set, sentence.Bad, LogOdds: logOdds))).Where(s => s.Bad is not null).ToArray();
        foreach (var bar in new[] { 0, 0.5, 1, 1.5, 2, 2.5 })
        {
            var shares = sentences.GroupBy(s => s.Set).Select(set => string.Create(CultureInfo.InvariantCulture,
                $"{set.Key} {Share(set.Where(s => s.Bad == false), bar):F2}/{Share(set.Where(s => s.Bad == true), bar):F2}"));
            await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"bar {bar:F1}: {string.Join("  ", shares)}"));
        }

        static double Share(IEnumerable<(string Set, bool? Bad, double LogOdds)> some, double bar) => some.Select(s => s.LogOdds > bar ? 1.0 : 0).DefaultIfEmpty(0).Average();
    }

    private static double Balanced(List<LabelledResponse> cases, Dictionary<LabelledResponse, double> scores) =>
        (1 + Flagged(cases, bad: true, scores) - Flagged(cases, bad: false, scores)) / 2;

    private static double Flagged(List<LabelledResponse> cases, bool bad, Dictionary<LabelledResponse, double> scores) =>
        cases.Where(c => c.Bad == bad).Select(c => scores[c] > 0 ? 1.0 : 0).DefaultIfEmpty(0).Average();

    private static double Auroc(List<LabelledResponse> cases, Dictionary<LabelledResponse, double> scores)
    {
        var good = cases.Where(c => !c.Bad).Select(c => scores[c]).Order().ToArray();
        return cases.Where(c => c.Bad).Select(c => scores[c]).Average(score =>
        {
            var below = good.Count(s => s < score);
            return (below + ((good.Count(s => s <= score) - below) / 2.0)) / good.Length;
        });
    }
}
