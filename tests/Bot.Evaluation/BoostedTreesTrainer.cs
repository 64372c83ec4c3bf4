using Bot.Answers.Learned;

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
                var columns = Sample(edges.Length, ColumnShare, random);
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
                var sums = new Sum[width * Bins];
                var bins = binned[column];
                for (var i = 0; i < bins.Length; i++)
                {
                    sums[((node[i] - start) * Bins) + bins[i]].Add(first[i], second[i], 1);
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

        var sumOf = new Sum[1 << Depth];
        var offset = (1 << Depth) - 1;
        for (var i = 0; i < node.Length; i++)
        {
            sumOf[node[i] - offset].Add(first[i], second[i], 1);
        }

        var values = Array.ConvertAll(sumOf, sum => (float)(-Step * sum.First / (sum.Second + Ridge)));
        leaves.AddRange(values);
        for (var i = 0; i < node.Length; i++)
        {
            scores[i] += values[node[i] - offset];
        }
    }

    private void Split(ReadOnlySpan<Sum> sums, int column, sbyte sign, ref (double Gain, int Column, int Bin) best)
    {
        var (all, lowest, highest) = (default(Sum), Bins, -1);
        for (var bin = 0; bin < Bins; bin++)
        {
            if (sums[bin].Count > 0)
            {
                all.Add(sums[bin].First, sums[bin].Second, sums[bin].Count);
                (lowest, highest) = (Math.Min(lowest, bin), bin);
            }
        }

        var left = default(Sum);
        for (var bin = lowest; bin < highest; bin++)
        {
            left.Add(sums[bin].First, sums[bin].Second, sums[bin].Count);
            if (left.Second < LeastRows || all.Second - left.Second < LeastRows)
            {
                continue;
            }

            // Left has the smaller values; a step goes against the slope.
            var right = (First: all.First - left.First, Second: all.Second - left.Second);
            if (sign * ((left.First / (left.Second + Ridge)) - (right.First / (right.Second + Ridge))) < 0)
            {
                continue;
            }

            var gain = (left.First * left.First / (left.Second + Ridge)) + (right.First * right.First / (right.Second + Ridge)) - (all.First * all.First / (all.Second + Ridge));
            if (gain > best.Gain + 1e-9)
            {
                best = (gain, column, bin);
            }
        }
    }

    private static int[] Sample(int count, double share, Random random) =>
        share < 1 ? [.. Enumerable.Range(0, count).Where(_ => random.NextDouble() < share)] : [.. Enumerable.Range(0, count)];

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

    private record struct Sum(double First, double Second, int Count)
    {
        public void Add(double first, double second, int count) => (First, Second, Count) = (First + first, Second + second, Count + count);
    }
}
