using System.Globalization;
using System.Text.Json;
using Bot.Answers.Verification;

namespace Bot.Evaluation;

/// <summary>Learns the support model from labelled cases and says how far it can be trusted: cross-validated, and on sets it has never seen.</summary>
internal static class TrainVerifier
{
    private const int Folds = 5;

    private static readonly ConstrainedTrees Learner = new(Trees: 160, Depth: 4, Rate: 0.08, Ridge: 3, LeastWeight: 3, Directions: Directions());

    public static async Task<int> RunAsync(EvaluationOptions options, CancellationToken cancellationToken)
    {
        var cases = new List<Response>();
        foreach (var path in options.Data)
        {
            var set = Path.GetFileName(path).Split('.')[0];
            var sources = new Dictionary<string, SourceText>(StringComparer.Ordinal);
            await foreach (var item in JsonLines.ReadAsync<LabelledCase>(path, cancellationToken))
            {
                if (!sources.TryGetValue(item.SourceText, out var source))
                {
                    sources.Add(item.SourceText, source = VerifyCase.Read(item.SourceText));
                }

                cases.Add(Measure(set, item, source));
            }
        }

        Weigh(cases);
        await Console.Out.WriteLineAsync($"{cases.Count} responses, {cases.Sum(c => c.Sentences.Count)} sentences");
        await ReportAsync("cross-validated", cases, CrossValidate(cases));
        await ReportAsync("leave one set out", cases, LeaveOneSetOut(cases));
        var model = Learner.Learn([.. cases.SelectMany(c => c.Examples)]);
        await File.WriteAllTextAsync(options.Out, model.Format(), cancellationToken);
        await ReportAsync("fitted", cases, Score(cases, model));
        return 0;
    }

    private static Response Measure(string set, LabelledCase item, SourceText source)
    {
        var gold = item.Sentences?.Select(s => (Start: Int(s[0]), End: Int(s[1]), Bad: s[2].ToString() == "unsupported")).ToArray();
        var sentences = VerifyCase.SentencesOf(item.Response);
        var offsets = CodePoints.Of(item.Response);
        return new Response(set, item.Group ?? item.Id, item.Kind, item.IsUnsupported, [.. sentences.Select(sentence =>
        {
            var features = new Comparison(new StatementText(item.Response[sentence.Start..sentence.End], source), source, []).Values.ToArray();
            var (start, end) = (offsets[sentence.Start], offsets[sentence.End]);
            bool? bad = !item.IsUnsupported ? false
                : gold is not null ? gold.Any(g => g.Bad && g.Start < end && start < g.End)
                : sentences.Length == 1 ? true
                : null;
            return new Measured(features, bad);
        })]);
    }

    private static int Int(object value) => ((JsonElement)value).GetInt32();

    // Every set counts the same, and in each set the supported count as much as the unsupported: the measure is balanced accuracy.
    private static void Weigh(List<Response> cases)
    {
        foreach (var set in cases.GroupBy(c => c.Set))
        {
            foreach (var side in set.SelectMany(c => c.Sentences).Where(s => s.Bad is not null).GroupBy(s => s.Bad))
            {
                var weight = 400.0 / side.Count();
                foreach (var sentence in side)
                {
                    sentence.Weight = weight;
                }
            }
        }
    }

    private static Dictionary<Response, double> CrossValidate(List<Response> cases)
    {
        var scores = new Dictionary<Response, double>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var test = cases.Where(c => c.Fold == fold).ToList();
            var model = Learner.Learn([.. cases.Where(c => c.Fold != fold).SelectMany(c => c.Examples)]);
            Add(scores, Score(test, model));
        }

        return scores;
    }

    private static Dictionary<Response, double> LeaveOneSetOut(List<Response> cases)
    {
        var scores = new Dictionary<Response, double>();
        foreach (var set in cases.GroupBy(c => c.Set))
        {
            var model = Learner.Learn([.. cases.Where(c => c.Set != set.Key).SelectMany(c => c.Examples)]);
            Add(scores, Score([.. set], model));
        }

        return scores;
    }

    private static void Add(Dictionary<Response, double> all, Dictionary<Response, double> some)
    {
        foreach (var (key, value) in some)
        {
            all.Add(key, value);
        }
    }

    private static Dictionary<Response, double> Score(List<Response> cases, SupportModel model) =>
        cases.ToDictionary(c => c, c => c.Sentences.Max(sentence => model.LogOdds(sentence.Features)));

    private static async Task ReportAsync(string title, List<Response> cases, Dictionary<Response, double> scores)
    {
        var thresholds = Enumerable.Range(-40, 81).Select(i => i / 20.0).ToArray();
        var sets = cases.GroupBy(c => c.Set).ToArray();
        var threshold = thresholds.MaxBy(t => sets.Average(set => Balanced([.. set], scores, t)));
        await Console.Out.WriteLineAsync($"-- {title}: mean {sets.Average(set => Balanced([.. set], scores, threshold)):F3} at {threshold:F2} (at 0: {sets.Average(set => Balanced([.. set], scores, 0)):F3})");
        foreach (var set in sets)
        {
            await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"{set.Key,-18} {Balanced([.. set], scores, threshold):F3}  auroc {Auroc([.. set], scores):F3}  best {thresholds.Max(t => Balanced([.. set], scores, t)):F3}"));
        }

        var kinds = cases.Where(c => c.Kind is not null && c.Set.StartsWith("perturb", StringComparison.Ordinal)).GroupBy(c => (c.Kind, c.Bad));
        await Console.Out.WriteLineAsync(string.Join(' ', kinds.Select(k => $"{k.Key.Kind}{(k.Key.Bad ? "+" : "-")} {k.Average(c => scores[c] > threshold ? 1.0 : 0):F2}")));
    }

    private static double Balanced(List<Response> cases, Dictionary<Response, double> scores, double threshold) =>
        (Share(cases.Where(c => c.Bad), c => scores[c] > threshold) + Share(cases.Where(c => !c.Bad), c => scores[c] <= threshold)) / 2;

    private static double Share(IEnumerable<Response> cases, Func<Response, bool> holds) => cases.Select(c => holds(c) ? 1.0 : 0).DefaultIfEmpty(0).Average();

    private static double Auroc(List<Response> cases, Dictionary<Response, double> scores)
    {
        var good = cases.Where(c => !c.Bad).Select(c => scores[c]).Order().ToArray();
        return cases.Where(c => c.Bad).Average(c =>
        {
            var below = good.Count(s => s < scores[c]);
            return (below + ((good.Count(s => s <= scores[c]) - below) / 2.0)) / good.Length;
        });
    }

    // More of what is missing can never make a statement better supported; this keeps the trees from learning one set's accidents.
    private static int[] Directions()
    {
        var directions = new int[Enum.GetValues<Feature>().Length];
        foreach (var feature in new[]
        {
            Feature.UnseenShare, Feature.UnseenCount, Feature.UnseenSoft, Feature.MissInSentence, Feature.MissInWindow, Feature.MissInWindowSoft,
            Feature.PairMiss, Feature.ContentPairMiss, Feature.AlignMiss, Feature.AlignMissContent, Feature.Added, Feature.CloseEdits,
            Feature.NumberUnseen, Feature.NumberElsewhere, Feature.NumberContext, Feature.CalendarUnseen, Feature.CalendarElsewhere, Feature.NameUnseen,
            Feature.NameElsewhere, Feature.NamePairMiss, Feature.NegationAdded, Feature.NegationDropped, Feature.Contrary, Feature.QuoteUnseen,
        })
        {
            directions[(int)feature] = 1;
        }

        directions[(int)Feature.LongestRun] = -1;
        return directions;
    }

    private sealed record Response(string Set, string Group, string? Kind, bool Bad, IReadOnlyList<Measured> Sentences)
    {
        public int Fold { get; } = (int)(Group.Aggregate(17u, (hash, c) => (hash * 31) + c) % Folds);

        public IEnumerable<Example> Examples => Sentences.Where(s => s.Bad is not null).Select(s => new Example(s.Features, s.Bad == true ? 1 : 0, s.Weight));
    }

    private sealed class Measured(float[] features, bool? bad)
    {
        public float[] Features { get; } = features;

        /// <summary>Null when only the response as a whole is labelled.</summary>
        public bool? Bad { get; } = bad;

        public double Weight { get; set; }
    }
}
