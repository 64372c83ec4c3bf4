using System.Globalization;
using System.Numerics.Tensors;
using Bot.Answers.Extraction.Passages;
using Bot.Answers.Extraction.Scoring;
using Bot.Answers.Learned;

namespace Bot.Evaluation;

/// <summary>
/// <c>train-answers --data FILE… --unseen FILE… --encodings FILE --out DIR</c>: learns how sentences are ranked and when the article does not say, from the data
/// sets whose licences allow it; writes <c>words.bin</c> and <c>meaning.bin</c>, and prints how well both do on questions of those sets that they have not seen,
/// and on sets that nothing was learned from.
/// </summary>
internal static class TrainAnswers
{
    private const int Folds = 3;
    private const double ParaphraseWeight = 0.5;
    private const double LeftOutWeight = 0.5;

    // How much what means most like the question, and what covers its words best, count beside what is learned, in log-odds.
    private const float MeaningWeight = 15;

    private static readonly BoostedTreesTrainer RankingTrainer = new(Trees: 240, Depth: 4, Step: 0.06, LeastRows: 5, Ridge: 5, ColumnShare: 0.4, Rounds: 1);
    private static readonly BoostedTreesTrainer ConfidenceTrainer = new(Trees: 150, Depth: 3, Step: 0.05, LeastRows: 8, Ridge: 20, ColumnShare: 0.3, Rounds: 3);
    private static readonly LogisticRegression ConfidenceSum = new(Ridge: 50, Steps: 8);

    public static async Task<int> RunAsync(EvaluationOptions options, CancellationToken cancellationToken)
    {
        var sets = options.Data.Concat(options.Unseen).ToArray();
        var cases = new List<(int Set, LabelledAnswerCase Item, bool IsMade)>();
        foreach (var (path, set) in sets.Select((path, set) => (path, set)))
        {
            var items = await ReadAsync(path, set < options.Data.Count, cancellationToken);
            cases.AddRange(items.Select(item => (set, item, false)));
            if (set < options.Data.Count)
            {
                cases.AddRange(Made(items, new Random(1)).Select(item => (set, item, true)));
            }
        }

        using var meanings = KeptMeanings.Open(options);
        meanings?.Prepare(cases.Select(c => (c.Item.Question, EvidencePassage.Of(c.Item.ReadArticle()))));
        Learn("words", known: null, Clues.OfWords, ConfidenceFeatures.OfWords);
        if (meanings is not null)
        {
            Learn("meaning", meanings, Clues.Count, ConfidenceFeatures.Names.Length);
        }

        return 0;

        void Learn(string name, ISentenceMeanings? known, int clues, int features)
        {
            var cache = new ReadingCache();
            var examples = cases.AsParallel().AsOrdered().WithDegreeOfParallelism(2)
                .Select(c => new AnswerExample(c.Set, c.Item, cache, known, clues) { IsMade = c.IsMade }).ToList();
            var learned = examples.Where(example => example.Set < options.Data.Count).ToList();
            Weigh(learned);
            var trees = new BoostedTrees[Folds + 1];
            Parallel.For(0, Folds + 1, new ParallelOptions { MaxDegreeOfParallelism = 2 }, part => trees[part] = TrainRanking([.. learned.Where(example => FoldOf(example) != part)]));
            foreach (var example in examples)
            {
                example.Rank(new LearnedRanking(trees[example.Set < options.Data.Count ? FoldOf(example) : Folds], ConfidenceModel.None), features);
            }

            // The confidence has to be learned from scores of unseen questions, or it trusts the ranking too much.
            var confidences = new ConfidenceModel[Folds + 1];
            Parallel.For(0, Folds + 1, new ParallelOptions { MaxDegreeOfParallelism = 2 }, part => confidences[part] = TrainConfidence([.. learned.Where(example => FoldOf(example) != part)]));
            Report(name, examples, sets, example => confidences[example.Set < options.Data.Count ? FoldOf(example) : Folds], options.Data.Count);
            Console.WriteLine($"tests by clue: {string.Join(' ', Usage(trees[Folds], Enum.GetNames<Clue>()))}");
            using var stream = File.Create(Path.Combine(options.Out, name + ".bin"));
            new LearnedRanking(trees[Folds], confidences[Folds]).Write(stream);
        }
    }

    /// <param name="learned">Of the newsroom's folder (<c>newsroom/README.md</c>) only what may be learned from; otherwise only what may not.</param>
    private static async Task<List<LabelledAnswerCase>> ReadAsync(string path, bool learned, CancellationToken cancellationToken) => Directory.Exists(path)
        ? [.. (await NewsroomArticle.ReadAsync(path, cancellationToken)).Where(article => article.IsKeptApart != learned).SelectMany(article => article.Cases)]
        : await JsonLines.ReadAsync<LabelledAnswerCase>(path, cancellationToken).ToListAsync(cancellationToken);

    /// <summary>The same questions in other words, and asked of what is left of the article without its answer.</summary>
    private static IEnumerable<LabelledAnswerCase> Made(List<LabelledAnswerCase> items, Random random)
    {
        foreach (var item in items)
        {
            if (Paraphrase.Of(item.Question, random) is { } other)
            {
                yield return item with { Question = other };
            }

            if (item.Answerable && item.GoldParagraphs is { Count: > 0 } gold && gold.Count < item.Paragraphs.Count)
            {
                yield return item with { Answerable = false, GoldParagraphs = null, Paragraphs = [.. item.Paragraphs.Where((_, i) => !gold.Contains(i))] };
            }
        }
    }

    private static int FoldOf(AnswerExample example) => (int)(example.Group.Aggregate(17u, (hash, c) => (hash * 31) + c) % Folds);

    private static void Report(string title, List<AnswerExample> all, string[] sets, Func<AnswerExample, ConfidenceModel> model, int learned)
    {
        Console.WriteLine($"{title}: set, questions, hit@1, hit@3, AUROC of the confidence, share right or rightly silent at thresholds .2 to .7");
        foreach (var set in all.Where(example => !example.IsMade).GroupBy(example => example.Set))
        {
            var mine = set.Select(example => (Example: example, Confidence: example.ConfidenceRow is { } row ? model(example).Probability(row) : 0)).ToList();
            var answerable = mine.Where(x => x.Example.Item.Answerable).ToList();
            var unanswerable = mine.Where(x => !x.Example.Item.Answerable).ToList();
            var wins = answerable.Sum(a => unanswerable.Sum(u => a.Confidence > u.Confidence ? 1 : a.Confidence == u.Confidence ? 0.5 : 0.0));
            var auroc = unanswerable.Count == 0 ? double.NaN : wins / answerable.Count / unanswerable.Count;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {Path.GetFileName(sets[set.Key]).Split('.')[0],-14}{(set.Key < learned ? " " : "*")} {mine.Count,4} {answerable.Average(x => x.Example.Hit(1)):F4} {answerable.Average(x => x.Example.Hit(3)):F4} {auroc:F4} ")
                + string.Join(' ', Enumerable.Range(4, 11).Select(t => mine.Average(x => Useful(x.Example, x.Confidence >= t / 20.0)).ToString("F3", CultureInfo.InvariantCulture))));
        }
    }

    private static double Useful(AnswerExample example, bool answers) => example.Item.Answerable ? (answers ? example.Hit(1) : 0) : (answers ? 0 : 1);

    private static BoostedTrees TrainRanking(List<AnswerExample> examples)
    {
        var used = examples.Where(example => example.Right.Any(right => right)).ToList();
        var rows = used.SelectMany(example => example.Rows).ToArray();
        return RankingTrainer.Train(rows, Clues.Directions.AsSpan(0, rows[0].Length), (scores, first, second) =>
        {
            var at = 0;
            foreach (var example in used)
            {
                Slope(example, scores.AsSpan(at, example.Taught.Length), first.AsSpan(at), second.AsSpan(at));
                at += example.Taught.Length;
            }
        });
    }

    /// <summary>The loss is minus the logarithm of the probability that a softmax over the sentences gives to the right ones together.</summary>
    private static void Slope(AnswerExample example, ReadOnlySpan<float> ofTrees, Span<double> first, Span<double> second)
    {
        var scores = new float[ofTrees.Length];
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = ofTrees[i] + LearnedRanking.Prior(example.Rows[i]);
        }

        var best = float.NegativeInfinity;
        foreach (var score in scores)
        {
            best = Math.Max(best, score);
        }

        var (all, right) = (0.0, 0.0);
        for (var i = 0; i < scores.Length; i++)
        {
            var mass = Math.Exp(scores[i] - best);
            all += mass;
            right += example.Right[example.Taught[i]] ? mass : 0;
        }

        for (var i = 0; i < scores.Length; i++)
        {
            var p = Math.Exp(scores[i] - best) / all;
            var target = example.Right[example.Taught[i]] ? Math.Exp(scores[i] - best) / right : 0;
            first[i] = example.Weight * (p - target);
            second[i] = example.Weight * Math.Max(1e-4, p * (1 - p));
        }
    }

    /// <summary>
    /// Two sorts of questions have no answer: those that are made to look as if the nearest sentence answered them, and those about something that is not there. What tells
    /// either from a good question is learned apart, for it is not the same; the two are added, and what the sentence model says of every article.
    /// </summary>
    private static ConfidenceModel TrainConfidence(List<AnswerExample> examples)
    {
        var used = examples.Where(example => example.ConfidenceRow is not null).ToList();
        var sets = used.Where(example => !example.IsMade && !example.Item.Answerable).Select(example => example.Set).ToHashSet();
        var (trees, sum, bias) = LearnConfidence([.. used.Where(example => sets.Contains(example.Set) && !example.IsMade)]);
        var (otherTrees, otherSum, otherBias) = LearnConfidence([.. used.Where(example => !sets.Contains(example.Set) || example.IsMade)]);
        TensorPrimitives.Add(otherSum, sum, sum);
        if (sum.Length > ConfidenceFeatures.Nearest)
        {
            sum[ConfidenceFeatures.Nearest] += MeaningWeight;
            sum[ConfidenceFeatures.BestCovered] += MeaningWeight;
        }

        return Calibrated(new ConfidenceModel(trees.With(otherTrees), sum, bias + otherBias), used);
    }

    /// <summary>Stretches and moves the log-odds so that they are those of an answer when as many questions have one as have none.</summary>
    private static ConfidenceModel Calibrated(ConfidenceModel model, List<AnswerExample> used)
    {
        var rows = used.Select(example => new[] { (float)model.LogOdds(example.ConfidenceRow!) }).ToArray();
        var (scale, bias) = new LogisticRegression(Ridge: 0, Steps: 8).Train(rows, [.. used.Select(example => example.Item.Answerable)], Balance(used));
        return model.Scaled(scale[0], bias);
    }

    private static (BoostedTrees Trees, float[] Sum, float Bias) LearnConfidence(List<AnswerExample> used)
    {
        var weights = Balance(used);
        var rows = used.Select(example => example.ConfidenceRow!).ToArray();
        var (sum, bias) = ConfidenceSum.Train(rows, [.. used.Select(example => example.Item.Answerable)], weights);
        var trees = ConfidenceTrainer.Train(rows, ConfidenceFeatures.Directions.AsSpan(0, rows[0].Length), (scores, first, second) =>
        {
            for (var i = 0; i < scores.Length; i++)
            {
                var p = 1 / (1 + Math.Exp(-scores[i]));
                first[i] = weights[i] * (p - (used[i].Item.Answerable ? 1 : 0));
                second[i] = weights[i] * p * (1 - p);
            }
        });
        return (trees, sum, bias);
    }

    /// <summary>How many of a set's questions have no answer says nothing about what people ask, so both kinds count alike in every set.</summary>
    private static double[] Balance(List<AnswerExample> used)
    {
        var sums = used.GroupBy(example => (example.Set, example.Item.Answerable)).ToDictionary(group => group.Key, group => group.Sum(example => example.Weight));
        return [.. used.Select(example =>
            example.Weight * (1 + (sums.GetValueOrDefault((example.Set, !example.Item.Answerable)) / sums[(example.Set, example.Item.Answerable)])) / 2)];
    }

    // A set of a thousand questions counts more than one of a hundred, but not ten times.
    private static void Weigh(List<AnswerExample> all)
    {
        var counts = all.CountBy(example => example.Set).ToDictionary();
        var mean = all.Average(example => 1 / Math.Sqrt(counts[example.Set]));
        foreach (var example in all)
        {
            example.Weight = (example.IsMade ? example.Item.Answerable ? ParaphraseWeight : LeftOutWeight : 1) / Math.Sqrt(counts[example.Set]) / mean;
        }
    }

    private static IEnumerable<string> Usage(BoostedTrees trees, string[] names) =>
        trees.Usage(names.Length).Select((count, i) => (count, i)).OrderByDescending(x => x.count).Select(x => $"{names[x.i]}={x.count}");
}
