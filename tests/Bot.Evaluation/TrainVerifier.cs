using System.Text.Json;
using Bot.Answers.Learned;
using Bot.Answers.Verification.Evidence;
using Bot.Answers.Verification.Scoring;

namespace Bot.Evaluation;

/// <summary>Learns the support model from labelled cases and says how far it can be trusted: cross-validated by source, and on sets never seen.</summary>
/// <remarks>To the labelled cases it adds statements made from their sources (<see cref="Perturbations"/>), so that small edits count as much as free invention.</remarks>
internal static class TrainVerifier
{
    private const int Folds = 5;
    private const string Synthetic = "synthetic";
    private const int SyntheticPerSource = 2;
    private const double SyntheticShare = 0.6;
    private const double SentenceShare = 0.4;

    // Much is left to chance: trees that take the best threshold of the best feature learn the few supported responses of a set by heart.
    private static readonly BoostedTreesTrainer Trainer = new(Trees: 250, Depth: 6, Step: 0.05, LeastRows: 5, Ridge: 10, ColumnShare: 0.5, Rounds: 3)
    {
        LeastCount = 40,
        RowShare = 0.6,
        LevelShare = 0.3,
        RandomThresholds = true,
    };

    // More of what is missing can never make a statement better supported; this keeps the trees from learning one set's accidents.
    private static readonly Feature[] Rising =
    [
        Feature.UnseenShare, Feature.UnseenCount, Feature.UnseenSoft, Feature.UnseenUnlike, Feature.UnseenPlain, Feature.UnseenRun, Feature.UnseenMost,
        Feature.MissInSentence, Feature.MissInSentenceSoft, Feature.MissInWindow, Feature.MissInWindowSoft, Feature.PairMiss, Feature.ContentPairMiss, Feature.ContentPairFar, Feature.ContentPairLoose,
        Feature.AlignMiss, Feature.AlignMissContent, Feature.AlignUnlike, Feature.StrayRun, Feature.ForeignRun, Feature.Added, Feature.NameSwap, Feature.NumberSwap, Feature.CloseEdits, Feature.CloseSwaps, Feature.Tampered,
        Feature.NumberUnseen, Feature.NumberElsewhere, Feature.NumberContext, Feature.CalendarUnseen, Feature.CalendarElsewhere,
        Feature.NameUnseen, Feature.NameElsewhere, Feature.NamePairMiss, Feature.NameContext, Feature.NegationAdded, Feature.NegationDropped, Feature.Contrary,
        Feature.QuoteUnseen, Feature.QuoteCut, Feature.QuoteShortened, Feature.UnseenDoubt, Feature.UnlikeDoubt, Feature.WindowDoubt,
    ];

    private static readonly sbyte[] Directions =
        [.. StatementMeasures.Names.Select(name => (sbyte)(Rising.Any(feature => name.StartsWith($"{feature}.", StringComparison.Ordinal)) ? 1 : 0))];

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

        await Console.Out.WriteLineAsync($"{cases.Count} responses, {cases.Sum(c => c.Sentences.Count)} sentences");
        await using (var file = File.Create(options.Out))
        {
            SupportModel.Write(Learn(cases), file);
        }

        var held = CrossValidate(cases);
        await VerifierReport.WriteAsync("cross-validated", cases, held.ToDictionary(h => h.Key, h => h.Value.Whole));
        await VerifierReport.WriteBarsAsync(cases, held.ToDictionary(h => h.Key, h => h.Value.Sentences));
        await VerifierReport.WriteAsync("leave one set out", cases, LeaveOneSetOut(cases));
        return 0;
    }

    private static LabelledResponse Measure(string set, LabelledCase item, SourceText source)
    {
        var gold = item.Sentences?.Select(s => (Start: Int(s[0]), End: Int(s[1]), Bad: s[2].ToString() == "unsupported")).ToArray();
        var sentences = VerifyCase.SentencesOf(item.Response);
        var offsets = CodePoints.Of(item.Response);
        return new LabelledResponse(set, item.SourceText, item.Kind, item.IsUnsupported, [.. sentences.Select(sentence =>
        {
            var (start, end) = (offsets[sentence.Start], offsets[sentence.End]);
            bool? bad = !item.IsUnsupported ? false
                : gold is not null ? gold.Any(g => g.Bad && g.Start < end && start < g.End)
                : sentences.Length == 1 ? true
                : null;
            return new LabelledSentence(Values(item.Response[sentence.Start..sentence.End], source), bad);
        })]);
    }

    private static IEnumerable<LabelledResponse> Make(LabelledCase item, SourceText source)
    {
        var perturbations = new Perturbations(item.SourceText.Length);
        var random = new Random(item.SourceText.Length);
        var sentences = source.Sentences.ToArray()
            .Select(sentence => source.Paragraph(sentence.Paragraph).TextOf(sentence.Range))
            .Where(text => text.Split(' ').Length is >= 8 and <= 45 && char.IsUpper(text[0])).ToArray();
        string[] names = [.. Perturbations.NamesIn(item.SourceText)];
        for (var i = 0; i < SyntheticPerSource && sentences.Length > 1; i++)
        {
            var sentence = sentences[random.Next(sentences.Length)];
            if (perturbations.Supported(sentence) is { } good)
            {
                yield return new LabelledResponse(Synthetic, item.SourceText, null, false, [new LabelledSentence(Values(good, source), false)]);
            }

            if (perturbations.Unsupported(sentence, names, [.. sentences.Where(other => other != sentence)]) is { } bad)
            {
                yield return new LabelledResponse(Synthetic, item.SourceText, null, true, [new LabelledSentence(Values(bad, source), true)]);
            }
        }
    }

    private static ReadOnlyMemory<float> Values(string sentence, SourceText source) => new Comparison(new StatementText(sentence, source), source, []).Values;

    private static int Int(object value) => ((JsonElement)value).GetInt32();

    private static BoostedTrees Learn(IReadOnlyCollection<LabelledResponse> cases)
    {
        Example[] examples = [.. cases.SelectMany(c => c.Examples)];
        var weights = WeightsOf(examples);
        return Trainer.Train([.. examples.Select(example => example.Values)], Directions, (scores, first, second) =>
        {
            for (var i = 0; i < scores.Length; i++)
            {
                var p = 1 / (1 + Math.Exp(-scores[i]));
                first[i] = weights[i] * (p - (examples[i].Bad ? 1 : 0));
                second[i] = weights[i] * Math.Max(p * (1 - p), 1e-6);
            }
        });
    }

    // In each set the supported count as much as the unsupported, since the measure is balanced accuracy; larger sets count for little more.
    private static double[] WeightsOf(Example[] examples)
    {
        var sizes = examples.CountBy(example => (example.Set, example.IsPart)).ToDictionary();
        var sides = examples.CountBy(example => (example.Set, example.IsPart, example.Bad)).ToDictionary();
        var weights = Array.ConvertAll(examples, example => Math.Pow(sizes[(example.Set, example.IsPart)], 0.25) / sides[(example.Set, example.IsPart, example.Bad)]
            * (example.Set == Synthetic ? SyntheticShare : 1) * (example.IsPart ? SentenceShare : 1));
        var mean = weights.Average();
        return Array.ConvertAll(weights, weight => weight / mean);
    }

    private static Dictionary<LabelledResponse, (double Whole, double[] Sentences)> CrossValidate(List<LabelledResponse> cases) =>
        new(Enumerable.Range(0, Folds).SelectMany(fold =>
        {
            var model = Learn([.. cases.Where(c => c.Fold(Folds) != fold)]);
            return cases.Where(c => c.Fold(Folds) == fold).Select(c =>
                KeyValuePair.Create(c, ((double)model.Score(c.Values), c.Sentences.Select(s => (double)model.Score(StatementMeasures.Of(s.Values))).ToArray())));
        }));

    /// <summary>Neither the set nor its sources have been seen.</summary>
    private static Dictionary<LabelledResponse, double> LeaveOneSetOut(List<LabelledResponse> cases) =>
        new(cases.GroupBy(c => c.Set).Where(set => set.Key != Synthetic).SelectMany(set =>
        {
            var sources = set.Select(c => c.Source).ToHashSet(StringComparer.Ordinal);
            var model = Learn([.. cases.Where(c => c.Set != set.Key && !sources.Contains(c.Source))]);
            return set.Select(c => KeyValuePair.Create(c, (double)model.Score(c.Values)));
        }));
}
