using System.Globalization;

namespace Bot.Evaluation;

/// <summary>Balanced accuracy by set at the one threshold, log-odds 0.</summary>
internal static class VerifierReport
{
    public static async Task WriteAsync(string title, IEnumerable<LabelledResponse> cases, Dictionary<LabelledResponse, ScoredResponse> scores)
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
        await Console.Out.WriteLineAsync(string.Join(' ', kinds.Select(k => string.Create(CultureInfo.InvariantCulture, $"{k.Key} {k.Average(c => scores[c].Whole > 0 ? 1.0 : 0):F2}"))));
    }

    /// <summary>
    /// Of responses of one sentence, how many would be dropped by the rules and a bar: of the supported ones as models write them, of the unsupported ones, and of those made wrong on purpose.
    /// </summary>
    public static async Task WriteBarsAsync(IEnumerable<LabelledResponse> cases, Dictionary<LabelledResponse, ScoredResponse> scores)
    {
        var single = cases.Where(c => c.Sentences.Count == 1 && c.Set != "synthetic").Select(c => (c.Set, c.Bad, Sentence: c.Sentences[0], Odds: scores[c].Sentences[0])).ToArray();
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"single sentences: {single.Count(c => !c.Bad)} supported, forbidden {Share(single, bad: false, c => c.Contradicts):F3}; {single.Count(c => c.Bad)} unsupported, forbidden {Share(single, bad: true, c => c.Contradicts):F3}"));
        foreach (var least in (double[])[0, 0.2, 0.3, 0.4])
        {
            foreach (var bar in (double[])[0, 0.5, 1, 1.5, 2])
            {
                var dropped = single.Select(c => (c.Set, c.Bad, Dropped: c.Sentence.Contradicts || c.Sentence.Coverage < least || c.Odds >= (c.Sentence.IsNearCopy ? 0 : bar))).ToArray();
                await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                    $"coverage {least:F1} bar {bar:F1}: supported dropped {Of(dropped, bad: false):F3}, unsupported dropped {Of(dropped, bad: true):F3}, perturbed caught {OfPerturbed(dropped, bad: true):F3} false alarms {OfPerturbed(dropped, bad: false):F3}"));
            }
        }

        static double Share((string, bool Bad, LabelledSentence Sentence, double)[] some, bool bad, Func<LabelledSentence, bool> holds) =>
            some.Where(c => c.Bad == bad).Average(c => holds(c.Sentence) ? 1.0 : 0);

        static double Of((string Set, bool Bad, bool Dropped)[] some, bool bad) => some.Where(c => c.Bad == bad).Average(c => c.Dropped ? 1.0 : 0);

        static double OfPerturbed((string Set, bool Bad, bool Dropped)[] some, bool bad) => some.Where(c => c.Bad == bad && c.Set == "perturb_news").Select(c => c.Dropped ? 1.0 : 0).DefaultIfEmpty(0).Average();
    }

    private static double Balanced(List<LabelledResponse> cases, Dictionary<LabelledResponse, ScoredResponse> scores) =>
        (1 + Flagged(cases, bad: true, scores) - Flagged(cases, bad: false, scores)) / 2;

    private static double Flagged(List<LabelledResponse> cases, bool bad, Dictionary<LabelledResponse, ScoredResponse> scores) =>
        cases.Where(c => c.Bad == bad).Select(c => scores[c].Whole > 0 ? 1.0 : 0).DefaultIfEmpty(0).Average();

    private static double Auroc(List<LabelledResponse> cases, Dictionary<LabelledResponse, ScoredResponse> scores)
    {
        var good = cases.Where(c => !c.Bad).Select(c => scores[c].Whole).Order().ToArray();
        return cases.Where(c => c.Bad).Select(c => scores[c].Whole).Average(score =>
        {
            var below = good.Count(s => s < score);
            return (below + ((good.Count(s => s <= score) - below) / 2.0)) / good.Length;
        });
    }
}
