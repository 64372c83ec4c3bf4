using Bot.Answers.Verification;

namespace Bot.Evaluation;

/// <summary>Learns <see cref="SupportModel"/>: gradient boosting with logistic loss over binned features. Deterministic.</summary>
/// <param name="Directions">For each feature 1 when more of it may only raise the score, -1 when it may only lower it, 0 when it is free.</param>
internal sealed record ConstrainedTrees(int Trees, int Depth, double Rate, double Ridge, double LeastWeight, int[] Directions)
{
    private const int Bins = 48;

    public SupportModel Learn(IReadOnlyList<Example> examples)
    {
        var width = examples[0].Features.Length;
        var bounds = Enumerable.Range(0, width).Select(feature => Bounds(examples, feature)).ToArray();
        var binned = examples.Select(example => Enumerable.Range(0, width).Select(f => (byte)Bin(bounds[f], example.Features[f])).ToArray()).ToArray();
        var odds = new double[examples.Count];
        var (slope, curve) = (new double[examples.Count], new double[examples.Count]);
        var trees = new List<List<SupportModel.Node>>();
        for (var t = 0; t < Trees; t++)
        {
            for (var i = 0; i < odds.Length; i++)
            {
                var p = 1 / (1 + Math.Exp(-odds[i]));
                slope[i] = examples[i].Weight * (examples[i].Target - p);
                curve[i] = examples[i].Weight * Math.Max(p * (1 - p), 1e-6);
            }

            var tree = new List<SupportModel.Node>();
            Grow(tree, [.. Enumerable.Range(0, odds.Length)], Depth, binned, bounds, slope, curve, odds);
            trees.Add(tree);
        }

        return new SupportModel(trees);
    }

    private void Grow(
        List<SupportModel.Node> tree, int[] rows, int depth, byte[][] binned, float[][] bounds, double[] slope, double[] curve, double[] odds)
    {
        var (g, h) = (rows.Sum(i => slope[i]), rows.Sum(i => curve[i]));
        var (feature, bin) = depth == 0 ? (-1, 0) : Split(rows, binned, bounds, slope, curve, g, h);
        if (feature < 0)
        {
            var value = (float)(Rate * g / (h + Ridge));
            tree.Add(new SupportModel.Node(-1, value, 0));
            foreach (var row in rows)
            {
                odds[row] += value;
            }

            return;
        }

        var at = tree.Count;
        var node = new SupportModel.Node(feature, bounds[feature][bin], 0);
        tree.Add(node);
        Grow(tree, Array.FindAll(rows, i => binned[i][feature] <= bin), depth - 1, binned, bounds, slope, curve, odds);
        tree[at] = node with { Right = tree.Count };
        Grow(tree, Array.FindAll(rows, i => binned[i][feature] > bin), depth - 1, binned, bounds, slope, curve, odds);
    }

    private (int Feature, int Bin) Split(int[] rows, byte[][] binned, float[][] bounds, double[] slope, double[] curve, double g, double h)
    {
        var results = new (double Gain, int Bin)[bounds.Length];
        Parallel.For(0, bounds.Length, feature =>
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
internal sealed record Example(float[] Features, double Target, double Weight);
