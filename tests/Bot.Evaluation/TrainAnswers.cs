using System.Globalization;
using Bot.Answers.Extraction;
using Bot.Answers.Learned;

namespace Bot.Evaluation;

/// <summary>
/// <c>train-answers --data FILE… --out DIR</c>: learns how sentences are ranked and when the article does not say, from labelled questions; writes
/// <c>ranking.bin</c> and <c>confidence.bin</c>, and prints how well both do on questions, and on whole data sets, that they have not seen.
/// </summary>
internal static class TrainAnswers
{
    private const int Folds = 5;
    private const double ParaphraseWeight = 0.5;
    private const double OneSidedWeight = 0.3;

    // Nothing is learned from sentences that share hardly a word with the question.
    private const int MostTaught = 60;

    private static readonly BoostedTreesTrainer RankingTrainer = new(Trees: 240, Depth: 4, Step: 0.06, LeastRows: 5, Ridge: 5, ColumnShare: 0.4, Rounds: 2);
    private static readonly BoostedTreesTrainer ConfidenceTrainer = new(Trees: 150, Depth: 3, Step: 0.05, LeastRows: 8, Ridge: 20, ColumnShare: 0.3, Rounds: 3);
    private static readonly LogisticRegression ConfidenceSum = new(Ridge: 50, Steps: 8);

    public static async Task<int> RunAsync(EvaluationOptions options, CancellationToken cancellationToken)
    {
        var cache = new ReadingCache();
        var sets = new List<string>();
        var all = new List<Example>();
        var random = new Random(1);
        foreach (var path in options.Data)
        {
            await foreach (var item in JsonLines.ReadAsync<LabelledAnswerCase>(path, cancellationToken))
            {
                all.Add(new Example(sets.Count, item, isParaphrase: false, cache));
                if (Paraphrase.Of(item.Question, random) is { } other)
                {
                    all.Add(new Example(sets.Count, item with { Question = other }, isParaphrase: true, cache));
                }
            }

            sets.Add(Path.GetFileName(path).Split('.')[0]);
        }

        Weigh(all, sets.Count);
        Report("unseen questions", all, sets, example => example.Fold, Folds);

        // The confidence has to be learned from scores of unseen questions, or it trusts the ranking too much.
        var confidence = TrainConfidence(all);
        Report("unseen sets", all, sets, example => example.Set, sets.Count);
        var ranking = TrainRanking(all);
        Save(ranking.Write, Path.Combine(options.Out, "ranking.bin"));
        Save(confidence.Write, Path.Combine(options.Out, "confidence.bin"));
        Console.WriteLine($"tests by feature: {string.Join(' ', Usage(ranking, Enum.GetNames<Clue>()))}");
        return 0;
    }

    private static void Report(string title, List<Example> all, List<string> sets, Func<Example, int> part, int parts)
    {
        Score(all, part, parts);
        var confidences = new double[all.Count];
        for (var p = 0; p < parts; p++)
        {
            var model = TrainConfidence([.. all.Where(example => part(example) != p)]);
            foreach (var (example, i) in all.Select((example, i) => (example, i)).Where(x => part(x.example) == p))
            {
                confidences[i] = example.ConfidenceRow is { } row ? model.Probability(row) : 0;
            }
        }

        Console.WriteLine($"{title}: set, hit@1, hit@3, AUROC of the confidence, share right or rightly silent at thresholds .2 to .7");
        foreach (var (name, set) in sets.Select((name, set) => (name, set)))
        {
            var mine = all.Select((example, i) => (example, confidence: confidences[i])).Where(x => x.example.Set == set && !x.example.IsParaphrase).ToList();
            var answerable = mine.Where(x => x.example.Item.Answerable).ToList();
            var unanswerable = mine.Where(x => !x.example.Item.Answerable).ToList();
            var wins = answerable.Sum(a => unanswerable.Sum(u => a.confidence > u.confidence ? 1 : a.confidence == u.confidence ? 0.5 : 0.0));
            var auroc = unanswerable.Count == 0 ? double.NaN : wins / answerable.Count / unanswerable.Count;
            Console.WriteLine(
                $"  {name,-14} {answerable.Average(x => x.example.Hit(1)):F4} {answerable.Average(x => x.example.Hit(3)):F4} {auroc:F4} "
                + string.Join(' ', Enumerable.Range(4, 11).Select(t => mine.Average(x => Useful(x.example, x.confidence >= t / 20.0)).ToString("F3", CultureInfo.InvariantCulture))));
        }
    }

    private static double Useful(Example example, bool answers) => example.Item.Answerable ? (answers ? example.Hit(1) : 0) : (answers ? 0 : 1);

    /// <summary>Gives each example the scores of a ranking that was learned without its part.</summary>
    private static void Score(List<Example> all, Func<Example, int> part, int parts)
    {
        for (var p = 0; p < parts; p++)
        {
            var trees = TrainRanking([.. all.Where(example => part(example) != p)]);
            foreach (var example in all.Where(example => part(example) == p))
            {
                example.Rank(trees);
            }
        }
    }

    private static BoostedTrees TrainRanking(List<Example> examples)
    {
        var used = examples.Where(example => example.Right.Any(right => right)).ToList();
        var rows = used.SelectMany(example => example.Taught.Select(i => example.Rows[i])).ToArray();
        return RankingTrainer.Train(rows, Clues.Directions, (scores, first, second) =>
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
    private static void Slope(Example example, ReadOnlySpan<float> scores, Span<double> first, Span<double> second)
    {
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

    private static ConfidenceModel TrainConfidence(List<Example> examples)
    {
        var used = examples.Where(example => example.ConfidenceRow is not null).ToList();
        var weights = Balance(used);
        var rows = used.Select(example => example.ConfidenceRow!).ToArray();
        var (sum, bias) = ConfidenceSum.Train(rows, [.. used.Select(example => example.Item.Answerable)], weights);
        var trees = ConfidenceTrainer.Train(rows, ConfidenceFeatures.Directions, (scores, first, second) =>
        {
            for (var i = 0; i < scores.Length; i++)
            {
                var p = 1 / (1 + Math.Exp(-scores[i]));
                first[i] = weights[i] * (p - (used[i].Item.Answerable ? 1 : 0));
                second[i] = weights[i] * p * (1 - p);
            }
        });
        return new ConfidenceModel(trees, sum, bias);
    }

    /// <summary>
    /// How many of a set's questions have no answer says nothing about what people ask, so both kinds count alike in every set. Sets without unanswerable
    /// questions count less, and only their well placed answers: they show what good evidence looks like, not what its absence does.
    /// </summary>
    private static double[] Balance(List<Example> used)
    {
        var sums = used.GroupBy(example => (example.Set, example.Item.Answerable)).ToDictionary(group => group.Key, group => group.Sum(example => example.Weight));
        return [.. used.Select(example => sums.TryGetValue((example.Set, !example.Item.Answerable), out var other)
            ? example.Weight * (1 + (other / sums[(example.Set, example.Item.Answerable)])) / 2
            : OneSidedWeight * example.Weight * example.Hit(1))];
    }

    // A set of a thousand questions counts more than one of a hundred, but not ten times.
    private static void Weigh(List<Example> all, int sets)
    {
        var counts = Enumerable.Range(0, sets).Select(set => all.Count(example => example.Set == set)).ToArray();
        var mean = all.Average(example => 1 / Math.Sqrt(counts[example.Set]));
        foreach (var example in all)
        {
            example.Weight = (example.IsParaphrase ? ParaphraseWeight : 1) / Math.Sqrt(counts[example.Set]) / mean;
        }
    }

    private static void Save(Action<Stream> write, string path)
    {
        using var stream = File.Create(path);
        write(stream);
    }

    private static IEnumerable<string> Usage(BoostedTrees trees, string[] names) =>
        trees.Usage(names.Length).Select((count, i) => (count, i)).OrderByDescending(x => x.count).Select(x => $"{names[x.i]}={x.count}");

    private sealed class Example
    {
        private readonly Candidates _candidates;

        public Example(int set, LabelledAnswerCase item, bool isParaphrase, ReadingCache cache)
        {
            IsParaphrase = isParaphrase;
            Set = set;
            Item = item;
            var group = item.Group ?? item.Id;
            Fold = (int)(group.Aggregate(17u, (hash, c) => (hash * 31) + c) % Folds);
            _candidates = new Candidates(QuestionReading.Read(item.Question), EvidencePassage.Of(item.ReadArticle()), cache);
            var clues = new SentenceClues(_candidates);
            Rows = [.. Enumerable.Range(0, _candidates.All.Count).Select(i => clues.Of(i).Values.ToArray())];
            Right = Label();
            Taught =
            [
                .. Enumerable.Range(0, Rows.Length).OrderByDescending(i => Right[i]).ThenByDescending(i => Rows[i][(int)Clue.Bm25Both]).Take(MostTaught).Order(),
            ];
        }

        public int Set { get; }

        public int Fold { get; }

        /// <summary>Learned from, never measured.</summary>
        public bool IsParaphrase { get; }

        public LabelledAnswerCase Item { get; }

        public float[][] Rows { get; }

        public bool[] Right { get; }

        /// <summary>Indexes of the candidates that the ranking is learned from: the right ones and those most like the question.</summary>
        public int[] Taught { get; }

        public double Weight { get; set; } = 1;

        public float[]? ConfidenceRow { get; private set; }

        private int[] Ranked { get; set; } = [];

        public void Rank(BoostedTrees trees)
        {
            var ranking = Ranking.Of(_candidates, trees);
            Ranked = ranking.Passages();
            ConfidenceRow = ranking.Sentences.Length == 0 ? null
                : ConfidenceFeatures.Compute(_candidates, ranking.Clues, ranking.Scores, ranking.Sentences[0]);
        }

        public double Hit(int k) => Ranked.Take(k).Any(passage => Item.GoldParagraphs!.Contains(passage)) ? 1 : 0;

        /// <summary>The sentences of the right paragraphs; where some of a paragraph's hold an accepted answer, only those.</summary>
        private bool[] Label()
        {
            if (!Item.Answerable || Item.GoldParagraphs is not { } gold)
            {
                return new bool[_candidates.All.Count];
            }

            var right = _candidates.All.Select(candidate => gold.Contains(candidate.Passage)).ToArray();
            var holding = _candidates.All.Select((candidate, i) => right[i] && Holds(TextOf(candidate))).ToArray();
            var told = Enumerable.Range(0, right.Length).Where(i => holding[i]).Select(i => _candidates.All[i].Passage).ToHashSet();
            return [.. right.Select((isRight, i) => isRight && (holding[i] || !told.Contains(_candidates.All[i].Passage)))];
        }

        private string TextOf(Candidate candidate) => _candidates.Passages[candidate.Passage].Paragraph.TextOf(candidate.Sentence.Sentence);

        private bool Holds(string sentence) =>
            (Item.GoldSentence is { } gold && (gold.Contains(sentence, StringComparison.Ordinal) || sentence.Contains(gold, StringComparison.Ordinal)))
            || (Item.GoldSentence is null && Item.AnswerMatch != "free" && Item.Answers is { } answers
                && answers.Any(answer => sentence.Contains(answer.Trim(' ', ',', '.'), StringComparison.OrdinalIgnoreCase)));
    }
}
