using System.Text.Json;
using Bot.Answers.Verification;

namespace Bot.Evaluation;

/// <summary>Learns the two support models from labelled cases and says how far they can be trusted: cross-validated by article, and on sets never seen.</summary>
/// <remarks>To the labelled cases it adds statements made from their sources (<see cref="Perturbations"/>), so that small edits count as much as free invention.</remarks>
internal static class TrainVerifier
{
    private const int Folds = 5;
    private const string Synthetic = "synthetic";
    private const int SyntheticPerSource = 2;

    private static readonly SupportLearner SentenceLearner = new(Trees: 320, Depth: 4, Rate: 0.055, Ridge: 3, LeastWeight: 4, Directions: Rising<Feature>([
        Feature.UnseenShare, Feature.UnseenCount, Feature.UnseenSoft, Feature.UnseenUnlike, Feature.ContentPairFar, Feature.AlignUnlike, Feature.NameContext, Feature.MissInSentence, Feature.MissInWindow, Feature.MissInWindowSoft,
        Feature.PairMiss, Feature.ContentPairMiss, Feature.AlignMiss, Feature.AlignMissContent, Feature.Added, Feature.CloseEdits, Feature.CloseSwaps,
        Feature.NumberUnseen, Feature.NumberElsewhere, Feature.NumberContext, Feature.CalendarUnseen, Feature.CalendarElsewhere, Feature.NameUnseen,
        Feature.NameElsewhere, Feature.NamePairMiss, Feature.NameSwap, Feature.NumberSwap, Feature.NegationAdded, Feature.NegationDropped,
        Feature.Contrary, Feature.QuoteUnseen, Feature.QuoteCut,
    ]));

    private static readonly SupportLearner WholeLearner = new(Trees: 40, Depth: 2, Rate: 0.1, Ridge: 3, LeastWeight: 30, Directions: Rising<WholeFeature>([
        WholeFeature.Worst, WholeFeature.SecondWorst, WholeFeature.Mean, WholeFeature.Expected, WholeFeature.DoubtfulShare,
    ]));

    public static async Task<int> RunAsync(EvaluationOptions options, CancellationToken cancellationToken)
    {
        var cases = new List<LabelledResponse>();
        foreach (var path in options.Data)
        {
            var set = Path.GetFileName(path).Split('.')[0];
            var sources = new Dictionary<string, SourceText>(StringComparer.Ordinal);
            await foreach (var item in JsonLines.ReadAsync<LabelledCase>(path, cancellationToken))
            {
                if (!sources.TryGetValue(item.SourceText, out var source))
                {
                    sources.Add(item.SourceText, source = VerifyCase.Read(item.SourceText));
                    if (!set.StartsWith("perturb", StringComparison.Ordinal) && !set.StartsWith("wice", StringComparison.Ordinal))
                    {
                        cases.AddRange(Make(item, source));
                    }
                }

                cases.Add(Measure(set, item, source));
            }
        }

        Weigh(cases);
        await Console.Out.WriteLineAsync($"{cases.Count} responses, {cases.Sum(c => c.Sentences.Count)} sentences");
        var held = CrossValidate(cases);
        await VerifierReport.WriteAsync("leave one set out", cases, LeaveOneSetOut(cases, held));
        await VerifierReport.WriteAsync("cross-validated, worst sentence", cases, held.ToDictionary(h => h.Key, h => h.Value.Max()));
        await VerifierReport.WriteAsync("cross-validated", cases, CrossValidateWhole(cases, held));
        await VerifierReport.WriteBarsAsync(cases, held);
        var sentence = SentenceLearner.Learn([.. cases.SelectMany(c => c.Examples)]);
        var whole = WholeLearner.Learn(WholeExamples(cases, held));
        await File.WriteAllTextAsync(options.Out, sentence.Format<Feature>() + "\n" + whole.Format<WholeFeature>(), cancellationToken);
        return 0;
    }

    private static LabelledResponse Measure(string set, LabelledCase item, SourceText source)
    {
        var gold = item.Sentences?.Select(s => (Start: Int(s[0]), End: Int(s[1]), Bad: s[2].ToString() == "unsupported")).ToArray();
        var sentences = VerifyCase.SentencesOf(item.Response);
        var offsets = CodePoints.Of(item.Response);
        return new LabelledResponse(set, item.Group ?? item.Id, item.Kind, item.IsUnsupported, [.. sentences.Select(sentence =>
        {
            var (start, end) = (offsets[sentence.Start], offsets[sentence.End]);
            bool? bad = !item.IsUnsupported ? false
                : gold is not null ? gold.Any(g => g.Bad && g.Start < end && start < g.End)
                : sentences.Length == 1 ? true
                : null;
            return new LabelledSentence(Features(item.Response[sentence.Start..sentence.End], source), bad);
        })]);
    }

    private static IEnumerable<LabelledResponse> Make(LabelledCase item, SourceText source)
    {
        var perturbations = new Perturbations(item.SourceText.Length);
        var random = new Random(item.SourceText.Length);
        var sentences = source.Sentences.ToArray()
            .Select(sentence => source.Paragraphs[sentence.Paragraph].TextOf(sentence.Range))
            .Where(text => text.Split(' ').Length is >= 8 and <= 45 && char.IsUpper(text[0])).ToArray();
        string[] names = [.. Perturbations.NamesIn(item.SourceText)];
        for (var i = 0; i < SyntheticPerSource && sentences.Length > 1; i++)
        {
            var sentence = sentences[random.Next(sentences.Length)];
            if (perturbations.Supported(sentence) is { } good)
            {
                yield return new LabelledResponse(Synthetic, item.Group ?? item.Id, null, false, [new LabelledSentence(Features(good, source), false)]);
            }

            if (perturbations.Unsupported(sentence, names, [.. sentences.Where(other => other != sentence)]) is { } bad)
            {
                yield return new LabelledResponse(Synthetic, item.Group ?? item.Id, null, true, [new LabelledSentence(Features(bad, source), true)]);
            }
        }
    }

    private static float[] Features(string sentence, SourceText source) => new Comparison(new StatementText(sentence, source), source, []).Values.ToArray();

    private static int Int(object value) => ((JsonElement)value).GetInt32();

    // In each set the supported count as much as the unsupported, since the measure is balanced accuracy; a set counts by the square root of its size.
    private static void Weigh(List<LabelledResponse> cases)
    {
        foreach (var set in cases.GroupBy(c => c.Set))
        {
            var size = set.Sum(c => c.Sentences.Count(s => s.Bad is not null));
            foreach (var side in set.SelectMany(c => c.Sentences).Where(s => s.Bad is not null).GroupBy(s => s.Bad))
            {
                var weight = 10 * Math.Sqrt(size) / side.Count();
                foreach (var sentence in side)
                {
                    sentence.Weight = weight;
                }
            }
        }
    }

    /// <summary>For each response the log-odds of its sentences, from a model that has not seen its article.</summary>
    private static Dictionary<LabelledResponse, double[]> CrossValidate(List<LabelledResponse> cases) =>
        ByFold(cases, (learn, test) => SentenceOdds(test, SentenceLearner.Learn([.. learn.SelectMany(c => c.Examples)])));

    private static Dictionary<LabelledResponse, double> CrossValidateWhole(List<LabelledResponse> cases, Dictionary<LabelledResponse, double[]> held) =>
        ByFold(cases, (learn, test) => WholeOdds(test, held, WholeLearner.Learn(WholeExamples(learn, held))));

    private static Dictionary<LabelledResponse, T> ByFold<T>(
        List<LabelledResponse> cases, Func<List<LabelledResponse>, List<LabelledResponse>, IEnumerable<KeyValuePair<LabelledResponse, T>>> score) =>
        new(Enumerable.Range(0, Folds).SelectMany(fold => score([.. cases.Where(c => c.Fold(Folds) != fold)], [.. cases.Where(c => c.Fold(Folds) == fold)])));

    private static Dictionary<LabelledResponse, double> LeaveOneSetOut(List<LabelledResponse> cases, Dictionary<LabelledResponse, double[]> held) =>
        new(cases.GroupBy(c => c.Set).Where(set => set.Key != Synthetic).SelectMany(set =>
        {
            var others = cases.Where(c => c.Set != set.Key).ToList();
            var odds = SentenceOdds([.. set], SentenceLearner.Learn([.. others.SelectMany(c => c.Examples)]));
            return WholeOdds([.. set], new(odds), WholeLearner.Learn(WholeExamples(others, held)));
        }));

    private static IEnumerable<KeyValuePair<LabelledResponse, double[]>> SentenceOdds(List<LabelledResponse> cases, TreeModel model) =>
        cases.Select(c => KeyValuePair.Create(c, c.Sentences.Select(sentence => model.LogOdds(sentence.Features)).ToArray()));

    private static IEnumerable<KeyValuePair<LabelledResponse, double>> WholeOdds(
        List<LabelledResponse> cases, Dictionary<LabelledResponse, double[]> odds, TreeModel model) =>
        cases.Select(c => KeyValuePair.Create(c, model.LogOdds(Support.Overall(odds[c]))));

    private static List<Example> WholeExamples(List<LabelledResponse> cases, Dictionary<LabelledResponse, double[]> odds) =>
    [
        .. cases.GroupBy(c => (c.Set, c.Bad)).SelectMany(side =>
        {
            var weight = 10 * Math.Sqrt(cases.Count(c => c.Set == side.Key.Set)) / side.Count();
            return side.Select(c => new Example(Support.Overall(odds[c]), c.Bad ? 1 : 0, weight));
        }),
    ];

    // More of what is missing can never make a statement better supported; this keeps the trees from learning one set's accidents.
    private static int[] Rising<TFeature>(TFeature[] rising)
        where TFeature : struct, Enum => [.. Enum.GetValues<TFeature>().Select(feature => rising.Contains(feature) ? 1 : 0)];
}

internal sealed record LabelledResponse(string Set, string Group, string? Kind, bool Bad, IReadOnlyList<LabelledSentence> Sentences)
{
    public IEnumerable<Example> Examples => Sentences.Where(s => s.Bad is not null).Select(s => new Example(s.Features, s.Bad == true ? 1 : 0, s.Weight));

    public int Fold(int folds) => (int)(Group.Aggregate(17u, (hash, c) => (hash * 31) + c) % (uint)folds);
}

internal sealed class LabelledSentence(float[] features, bool? bad)
{
    public float[] Features { get; } = features;

    /// <summary>Null when only the response as a whole is labelled.</summary>
    public bool? Bad { get; } = bad;

    public double Weight { get; set; }
}
