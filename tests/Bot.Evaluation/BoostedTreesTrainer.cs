using Bot.Answers.Extractive;

namespace Bot.Evaluation;

/// <summary>Learns <see cref="BoostedTrees"/> by gradient boosting on binned values, the same every time for the same rows.</summary>
/// <param name="Depth">Levels of tests in each tree.</param>
/// <param name="LeastRows">No leaf stands for less weight of rows.</param>
/// <param name="ColumnShare">Share of the features that each tree may look at.</param>
/// <param name="Rounds">How many times everything is learned anew, each time with other features in each tree; the mean of them all is less of an accident.</param>
internal sealed record BoostedTreesTrainer(int Trees, int Depth, double Step, double LeastRows, double Ridge, double ColumnShare, int Rounds)
{
    private const int Bins = 64;

    /// <param name="rows">Values of every row; all of one length below 256.</param>
    /// <param name="slope">Given the rows' scores, writes each row's first derivative of the loss and its (positive) second.</param>
    /// <param name="directions">Per feature: 1 where more of it may only raise the score, -1 where only lower it, 0 where either.</param>
    public BoostedTrees Train(float[][] rows, ReadOnlySpan<sbyte> directions, Action<float[], double[], double[]> slope)
    {
        var signs = directions.ToArray();
        var edges = Edges(rows);
        var binned = Bin(rows, edges);
        var (first, second) = (new double[rows.Length], new double[rows.Length]);
        var features = new List<byte>();
        var thresholds = new List<float>();
        var leaves = new List<float>();
        var random = new Random(1);
        for (var round = 0; round < Rounds; round++)
        {
            var scores = new float[rows.Length];
            for (var tree = 0; tree < Trees; tree++)
            {
                slope(scores, first, second);
                var columns = Enumerable.Range(0, edges.Length).Where(_ => random.NextDouble() < ColumnShare).ToArray();
                Grow(binned, edges, signs, columns, first, second, features, thresholds, leaves, scores);
            }
        }

        return new BoostedTrees(Depth, [.. features], [.. thresholds], [.. leaves.Select(leaf => leaf / Rounds)]);
    }

    private void Grow(
        byte[][] binned, float[][] edges, sbyte[] signs, int[] columns, double[] first, double[] second,
        List<byte> features, List<float> thresholds, List<float> leaves, float[] scores)
    {
        var node = new int[scores.Length];
        for (var level = 0; level < Depth; level++)
        {
            var (start, width) = ((1 << level) - 1, 1 << level);
            var splits = Enumerable.Repeat((Gain: 0.0, Column: 0, Bin: Bins), width).ToArray();
            foreach (var column in columns)
            {
                var sums = new (double First, double Second)[width * Bins];
                var bins = binned[column];
                for (var i = 0; i < node.Length; i++)
                {
                    ref var sum = ref sums[((node[i] - start) * Bins) + bins[i]];
                    sum.First += first[i];
                    sum.Second += second[i];
                }

                for (var n = 0; n < width; n++)
                {
                    Split(sums.AsSpan(n * Bins, Bins), column, signs[column], ref splits[n]);
                }
            }

            foreach (var (_, column, bin) in splits)
            {
                features.Add((byte)column);
                thresholds.Add(bin < edges[column].Length ? edges[column][bin] : float.MaxValue);
            }

            for (var i = 0; i < node.Length; i++)
            {
                var (_, column, bin) = splits[node[i] - start];
                node[i] = (2 * node[i]) + (binned[column][i] > bin ? 2 : 1);
            }
        }

        var (leafSums, weights) = (new double[1 << Depth], new double[1 << Depth]);
        var offset = (1 << Depth) - 1;
        for (var i = 0; i < node.Length; i++)
        {
            leafSums[node[i] - offset] += first[i];
            weights[node[i] - offset] += second[i];
        }

        var values = leafSums.Zip(weights, (g, h) => (float)(-Step * g / (h + Ridge))).ToArray();
        leaves.AddRange(values);
        for (var i = 0; i < node.Length; i++)
        {
            scores[i] += values[node[i] - offset];
        }
    }

    private void Split(ReadOnlySpan<(double First, double Second)> sums, int column, sbyte sign, ref (double Gain, int Column, int Bin) best)
    {
        var (allG, allH) = (0.0, 0.0);
        foreach (var (first, second) in sums)
        {
            allG += first;
            allH += second;
        }

        var (leftG, leftH) = (0.0, 0.0);
        for (var bin = 0; bin < Bins - 1; bin++)
        {
            leftG += sums[bin].First;
            leftH += sums[bin].Second;
            if (leftH < LeastRows || allH - leftH < LeastRows)
            {
                continue;
            }

            // Left has the smaller values; a step goes against the slope.
            if (sign * ((leftG / (leftH + Ridge)) - ((allG - leftG) / (allH - leftH + Ridge))) < 0)
            {
                continue;
            }

            var gain = (leftG * leftG / (leftH + Ridge)) + ((allG - leftG) * (allG - leftG) / (allH - leftH + Ridge)) - (allG * allG / (allH + Ridge));
            if (gain > best.Gain + 1e-9)
            {
                best = (gain, column, bin);
            }
        }
    }

    private static float[][] Edges(float[][] rows) =>
        [.. Enumerable.Range(0, rows[0].Length).Select(column =>
        {
            var sorted = rows.Select(row => row[column]).Order().ToArray();
            return Enumerable.Range(1, Bins - 1).Select(i => sorted[(int)((long)i * (sorted.Length - 1) / Bins)]).Distinct().ToArray();
        })];

    /// <summary>By column: a value's bin is the number of edges below it.</summary>
    private static byte[][] Bin(float[][] rows, float[][] edges) =>
        [.. edges.Select((edge, column) => Array.ConvertAll(rows, row =>
        {
            var found = Array.BinarySearch(edge, row[column]);
            return (byte)(found >= 0 ? found : ~found);
        }))];
}
