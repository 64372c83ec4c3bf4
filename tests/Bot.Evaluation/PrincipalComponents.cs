namespace Bot.Evaluation;

/// <summary>Makes word vectors short: their main directions but the first two, which tell how frequent a word is rather than what it means.</summary>
internal static class PrincipalComponents
{
    private const int Dropped = 2;

    /// <returns>For each vector the coordinates along the <paramref name="dimensions"/> directions of greatest variance, scaled to -127…127.</returns>
    public static List<sbyte[]> Compress(List<float[]> vectors, int dimensions)
    {
        var n = vectors[0].Length;
        var mean = new double[n];
        foreach (var vector in vectors)
        {
            for (var i = 0; i < n; i++)
            {
                mean[i] += vector[i] / vectors.Count;
            }
        }

        var covariance = new double[n, n];
        foreach (var vector in vectors)
        {
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j <= i; j++)
                {
                    covariance[i, j] += (vector[i] - mean[i]) * (vector[j] - mean[j]);
                }
            }
        }

        for (var i = 0; i < n; i++)
        {
            for (var j = i + 1; j < n; j++)
            {
                covariance[i, j] = covariance[j, i];
            }
        }

        var directions = Eigenvectors(covariance);
        return vectors.ConvertAll(vector => Quantise(
            [.. directions.Skip(Dropped).Take(dimensions).Select(d => Enumerable.Range(0, n).Sum(i => d[i] * (vector[i] - mean[i])))]));
    }

    private static sbyte[] Quantise(double[] vector)
    {
        var largest = vector.Max(Math.Abs);
        return Array.ConvertAll(vector, x => (sbyte)Math.Round(largest == 0 ? 0 : x / largest * 127));
    }

    /// <summary>Of a symmetric matrix, by Jacobi's rotations; greatest eigenvalue first.</summary>
    private static List<double[]> Eigenvectors(double[,] a)
    {
        var n = a.GetLength(0);
        var v = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            v[i, i] = 1;
        }

        for (var sweep = 0; sweep < 30; sweep++)
        {
            for (var p = 0; p < n - 1; p++)
            {
                for (var q = p + 1; q < n; q++)
                {
                    Rotate(a, v, p, q);
                }
            }
        }

        return [.. Enumerable.Range(0, n).OrderByDescending(i => a[i, i]).Select(i => Enumerable.Range(0, n).Select(j => v[j, i]).ToArray())];
    }

    private static void Rotate(double[,] a, double[,] v, int p, int q)
    {
        if (Math.Abs(a[p, q]) < 1e-12)
        {
            return;
        }

        var theta = (a[q, q] - a[p, p]) / (2 * a[p, q]);
        var t = (theta >= 0 ? 1 : -1) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
        var c = 1 / Math.Sqrt((t * t) + 1);
        var s = t * c;
        for (var i = 0; i < a.GetLength(0); i++)
        {
            (a[i, p], a[i, q]) = ((c * a[i, p]) - (s * a[i, q]), (s * a[i, p]) + (c * a[i, q]));
        }

        for (var i = 0; i < a.GetLength(0); i++)
        {
            (a[p, i], a[q, i]) = ((c * a[p, i]) - (s * a[q, i]), (s * a[p, i]) + (c * a[q, i]));
            (v[i, p], v[i, q]) = ((c * v[i, p]) - (s * v[i, q]), (s * v[i, p]) + (c * v[i, q]));
        }
    }
}
