namespace Bot.Evaluation;

/// <summary>Learns the weights of a logistic regression by Newton's method, on values brought to one scale; the same every time for the same rows.</summary>
/// <param name="Ridge">Keeps the weights small, in rows.</param>
internal sealed record LogisticRegression(double Ridge, int Steps)
{
    /// <param name="rows">Values of every row, all of one length.</param>
    /// <param name="right">In step with the rows.</param>
    /// <param name="importance">How much each row counts.</param>
    /// <returns>Weights and bias for the values as they are.</returns>
    public (float[] Weights, float Bias) Train(float[][] rows, bool[] right, double[] importance)
    {
        var n = rows[0].Length;
        var (means, scales) = Scales(rows, importance);
        var scaled = Array.ConvertAll(rows, row => row.Select((value, i) => (value - means[i]) / scales[i]).Append(1).ToArray());
        var weights = new double[n + 1];
        for (var step = 0; step < Steps; step++)
        {
            var (gradient, curvature) = (new double[n + 1], new double[n + 1, n + 1]);
            for (var r = 0; r < scaled.Length; r++)
            {
                var row = scaled[r];
                var p = 1 / (1 + Math.Exp(-row.Zip(weights, (x, w) => x * w).Sum()));
                var (slope, second) = (importance[r] * ((right[r] ? 1 : 0) - p), importance[r] * p * (1 - p));
                for (var i = 0; i <= n; i++)
                {
                    gradient[i] += slope * row[i];
                    for (var j = 0; j <= i; j++)
                    {
                        curvature[i, j] += second * row[i] * row[j];
                    }
                }
            }

            // The bias is free.
            for (var i = 0; i < n; i++)
            {
                gradient[i] -= Ridge * weights[i];
                curvature[i, i] += Ridge;
            }

            curvature[n, n] += 1e-6;
            var change = Solve(curvature, gradient);
            weights = [.. weights.Zip(change, (w, d) => w + d)];
        }

        var plain = Enumerable.Range(0, n).Select(i => weights[i] / scales[i]).ToArray();
        return ([.. plain.Select(weight => (float)weight)], (float)(weights[n] - plain.Zip(means, (w, mean) => w * mean).Sum()));
    }

    private static (double[] Means, double[] Scales) Scales(float[][] rows, double[] importance)
    {
        var all = importance.Sum();
        var means = Enumerable.Range(0, rows[0].Length).Select(i => rows.Zip(importance, (row, w) => row[i] * w).Sum() / all).ToArray();
        var scales = means.Select((mean, i) => Math.Sqrt(rows.Zip(importance, (row, w) => (row[i] - mean) * (row[i] - mean) * w).Sum() / all));
        return (means, [.. scales.Select(scale => scale < 1e-6 ? 1 : scale)]);
    }

    /// <summary>Of a symmetric positive matrix, its lower half given, by Cholesky's decomposition.</summary>
    private static double[] Solve(double[,] a, double[] b)
    {
        var n = b.Length;
        for (var j = 0; j < n; j++)
        {
            for (var i = j; i < n; i++)
            {
                var sum = a[i, j];
                for (var k = 0; k < j; k++)
                {
                    sum -= a[i, k] * a[j, k];
                }

                a[i, j] = i == j ? Math.Sqrt(sum) : sum / a[j, j];
            }
        }

        var x = (double[])b.Clone();
        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < i; k++)
            {
                x[i] -= a[i, k] * x[k];
            }

            x[i] /= a[i, i];
        }

        for (var i = n - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < n; k++)
            {
                x[i] -= a[k, i] * x[k];
            }

            x[i] /= a[i, i];
        }

        return x;
    }
}
