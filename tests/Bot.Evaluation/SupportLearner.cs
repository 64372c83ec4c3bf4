using Bot.Answers.Verification;

namespace Bot.Evaluation;

/// <summary>Learns <see cref="TreeModel"/>: stochastic gradient boosting with logistic loss over binned features. The same result every time.</summary>
/// <param name="Directions">For each feature 1 when more of it may only raise the score, -1 when it may only lower it, 0 when it is free.</param>
internal sealed record SupportLearner(int Trees, int Depth, double Rate, double Ridge, double LeastWeight, int[] Directions)
{
    private const int Bins = 48;
    private const double RowShare = 0.6;
    private const double FeatureShare = 0.5;

    public TreeModel Learn(IReadOnlyList<Example> examples)
    {
        var width = examples[0].Features.Length;
        var bounds = Enumerable.Range(0, width).Select(feature => Bounds(examples, feature)).ToArray();
        var binned = examples.Select(example => Enumerable.Range(0, width).Select(f => (byte)Bin(bounds[f], example.Features[f])).ToArray()).ToArray();
        var odds = new double[examples.Count];
        var (slope, curve) = (new double[examples.Count], new double[examples.Count]);
        var trees = new List<List<TreeModel.Node>>();
        var random = new Random(20260201);
        for (var t = 0; t < Trees; t++)
        {
            for (var i = 0; i < odds.Length; i++)
            {
                var p = 1 / (1 + Math.Exp(-odds[i]));
                slope[i] = examples[i].Weight * (examples[i].Target - p);
                curve[i] = examples[i].Weight * Math.Max(p * (1 - p), 1e-6);
            }

            // Each tree sees some of the rows and some of the features: together they vary less than trees that see everything.
            var rows = Enumerable.Range(0, odds.Length).Where(_ => random.NextDouble() < RowShare).ToArray();
            var features = Enumerable.Range(0, width).Where(_ => random.NextDouble() < FeatureShare).ToHashSet();
            var tree = new List<TreeModel.Node>();
            Grow(tree, rows, features, Depth, binned, bounds, slope, curve);
            trees.Add(tree);
            var learned = new TreeModel([tree]);
            for (var i = 0; i < odds.Length; i++)
            {
                odds[i] += learned.LogOdds(examples[i].Features);
            }
        }

        return new TreeModel(trees);
    }

    private void Grow(
        List<TreeModel.Node> tree, int[] rows, HashSet<int> features, int depth, byte[][] binned, float[][] bounds, double[] slope, double[] curve)
    {
        var (g, h) = (rows.Sum(i => slope[i]), rows.Sum(i => curve[i]));
        var (feature, bin) = depth == 0 ? (-1, 0) : Split(rows, features, binned, bounds, slope, curve, g, h);
        if (feature < 0)
        {
            tree.Add(new TreeModel.Node(-1, (float)(Rate * g / (h + Ridge)), 0));
            return;
        }

        var at = tree.Count;
        var node = new TreeModel.Node(feature, bounds[feature][bin], 0);
        tree.Add(node);
        Grow(tree, Array.FindAll(rows, i => binned[i][feature] <= bin), features, depth - 1, binned, bounds, slope, curve);
        tree[at] = node with { Right = tree.Count };
        Grow(tree, Array.FindAll(rows, i => binned[i][feature] > bin), features, depth - 1, binned, bounds, slope, curve);
    }

    private (int Feature, int Bin) Split(int[] rows, HashSet<int> features, byte[][] binned, float[][] bounds, double[] slope, double[] curve, double g, double h)
    {
        var results = new (double Gain, int Bin)[bounds.Length];
        Parallel.ForEach(features, feature =>
        {
            var (gs, hs) = (new double[Bins + 1], new double[Bins + 1]);
            foreach (var row in rows)
            {
                gs[binned[row][feature]] += slope[row];
                hs[binned[row][feature]] += curve[row];
            }

            var (gl, hl) = (0.0, 0.0);
            for (var bin = 0; bin < bounds[feature].Length; bin++)
            {
                gl += gs[bin];
                hl += hs[bin];
                var (gr, hr) = (g - gl, h - hl);
                if (hl < LeastWeight || hr < LeastWeight
                    || Directions[feature] * ((gr / (hr + Ridge)) - (gl / (hl + Ridge))) < 0)
                {
                    continue;
                }

                var gain = (gl * gl / (hl + Ridge)) + (gr * gr / (hr + Ridge)) - (g * g / (h + Ridge));
                if (gain > results[feature].Gain + 1e-9)
                {
                    results[feature] = (gain, bin);
                }
            }
        });
        var best = Enumerable.Range(0, results.Length).MaxBy(feature => results[feature].Gain);
        return results[best].Gain > 1e-6 ? (best, results[best].Bin) : (-1, 0);
    }

    private static float[] Bounds(IReadOnlyList<Example> examples, int feature)
    {
        var values = examples.Select(example => example.Features[feature]).Order().ToArray();
        return [.. Enumerable.Range(1, Bins - 1).Select(i => values[values.Length * i / Bins]).Append(values[0]).Distinct().Order().Where(bound => bound < values[^1])];
    }

    private static int Bin(float[] bounds, float value)
    {
        var at = Array.BinarySearch(bounds, value);
        return at >= 0 ? at : ~at;
    }
}

/// <param name="Target">1 when the statement is not supported.</param>
internal readonly record struct Example(float[] Features, double Target, double Weight);
