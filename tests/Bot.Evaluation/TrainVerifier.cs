using System.Text.Json;
using Bot.Answers.Learned;
using Bot.Answers.Verification;
using Bot.Answers.Verification.Evidence;
using Bot.Answers.Verification.Scoring;

namespace Bot.Evaluation;

/// <summary>Learns the support model and says how far it can be trusted: cross-validated by source, and on sets from which nothing is learned.</summary>
/// <remarks>
/// What is shipped is learned from sets alone whose licence allows it: DeFacto (MIT), WiCE (ODC-BY), and statements made from their sources and from QAMR's sentences
/// (<see cref="Perturbations"/>), so that small edits count as much as free invention. Every other set evaluates.
/// </remarks>
internal static class TrainVerifier
{
    private const int Folds = 5;
    private const string Synthetic = "synthetic";
    private const string Sentences = "qamr-sentences";
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
    [
        .. StatementMeasures.Names.Select(name => (sbyte)(Rising.Any(feature => name.StartsWith($"{feature}.", StringComparison.Ordinal)) ? 1 : 0)),
    ];

    public static async Task<int> RunAsync(EvaluationOptions options, CancellationToken cancellationToken)
    {
        var cases = new List<LabelledResponse>();
        foreach (var path in options.Data)
        {
            var set = Path.GetFileName(path).Split('.')[0];
            if (set == Sentences)
            {
                var lines = await JsonLines.ReadAsync<DocumentSentence>(path, cancellationToken).ToListAsync(cancellationToken);
                cases.AddRange(lines.GroupBy(line => line.Doc).AsParallel().AsOrdered().SelectMany(document =>
                    string.Join('\n', document.Select(line => line.Sentence)) is var text ? Make(text, VerifyCase.Read(text)).ToList() : []));
                continue;
            }

            var items = await JsonLines.ReadAsync<LabelledCase>(path, cancellationToken).ToListAsync(cancellationToken);
            cases.AddRange(items.GroupBy(item => item.SourceText, StringComparer.Ordinal).AsParallel().AsOrdered().SelectMany(same =>
            {
                var source = VerifyCase.Read(same.Key);
                IEnumerable<LabelledResponse> made = IsLearned(set) ? Make(same.Key, source) : [];
                return made.Concat(same.Select(item => Measure(set, item, source))).ToList();
            }));
        }

        await Console.Out.WriteLineAsync($"{cases.Count} responses, {cases.Sum(c => c.Sentences.Count)} sentences");
        LabelledResponse[] learned = [.. cases.Where(c => IsLearned(c.Set))];
        var shipped = Learn(learned);
        await using (var file = File.Create(options.Out))
        {
            SupportModel.Write(shipped, file);
        }

        var scores = CrossValidate(learned);
        foreach (var unseen in cases.Where(c => !IsLearned(c.Set)))
        {
            scores.Add(unseen, Score(shipped, unseen));
        }

        await VerifierReport.WriteAsync("as shipped; sets that are learned from are cross-validated, the others never seen", cases, scores);
        await VerifierReport.WriteBarsAsync(cases, scores);
        var all = CrossValidate(cases);
        await VerifierReport.WriteAsync("learned from every set, cross-validated", cases, all);
        await VerifierReport.WriteBarsAsync(cases, all);
        return 0;
    }

    private static bool IsLearned(string set) => set is "defacto" or "wice" or "wice_cite" or Synthetic;

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
            return Sentence(item.Response[sentence.Start..sentence.End], source, bad);
        })]);
    }

    private static IEnumerable<LabelledResponse> Make(string text, SourceText source)
    {
        var perturbations = new Perturbations(text.Length);
        var random = new Random(text.Length);
        var sentences = source.Sentences.ToArray()
            .Select(sentence => source.Paragraph(sentence.Paragraph).TextOf(sentence.Range))
            .Where(sentence => sentence.Split(' ').Length is >= 8 and <= 45 && char.IsUpper(sentence[0])).ToArray();
        string[] names = [.. Perturbations.NamesIn(text)];
        for (var i = 0; i < SyntheticPerSource && sentences.Length > 1; i++)
        {
            var sentence = sentences[random.Next(sentences.Length)];
            if (perturbations.Supported(sentence) is { } good)
            {
                yield return new LabelledResponse(Synthetic, text, null, false, [Sentence(good, source, bad: false)]);
            }

            if (perturbations.Unsupported(sentence, names, [.. sentences.Where(other => other != sentence)]) is { } wrong)
            {
                yield return new LabelledResponse(Synthetic, text, null, true, [Sentence(wrong, source, bad: true)]);
            }
        }
    }

    private static LabelledSentence Sentence(string text, SourceText source, bool? bad)
    {
        var comparison = new StatementComparison(new StatementText(text, source), source, []);
        return new LabelledSentence(comparison.Values, comparison.Contradicts, comparison.IsNearCopy, bad);
    }

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

    private static ScoredResponse Score(BoostedTrees model, LabelledResponse response) =>
        new(model.Score(response.Values), [.. response.Sentences.Select(sentence => (double)model.Score(sentence.Values))]);

    private static Dictionary<LabelledResponse, ScoredResponse> CrossValidate(IReadOnlyCollection<LabelledResponse> cases) =>
        new(Enumerable.Range(0, Folds).AsParallel().SelectMany(fold =>
        {
            var model = Learn([.. cases.Where(c => c.Fold(Folds) != fold)]);
            return cases.Where(c => c.Fold(Folds) == fold).Select(c => KeyValuePair.Create(c, Score(model, c)));
        }));

    /// <param name="Doc">The document that the sentence is from.</param>
    private sealed record DocumentSentence(string Doc, string Sentence);
}

/// <summary>Log-odds that a response, and each of its sentences, is unsupported.</summary>
internal sealed record ScoredResponse(double Whole, double[] Sentences);
