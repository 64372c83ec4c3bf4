namespace Bot.Answers.Summaries;

/// <summary>How alike the sentences of one article are, and how central each is to it.</summary>
/// <remarks>
/// Sentences are vectors of stems, weighted by how often they stand in the sentence and how few sentences have them. Centrality is the stationary
/// distribution of a walk that goes from sentence to sentence by likeness (LexRank, https://arxiv.org/abs/1109.2128).
/// </remarks>
internal sealed class SentenceGraph
{
    private const double Damping = 0.85;
    private const int Rounds = 20;

    private readonly double[,] _likeness;

    public SentenceGraph(IReadOnlyList<IReadOnlyList<string>> sentences)
    {
        var frequency = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var term in sentences.SelectMany(terms => terms.Distinct(StringComparer.Ordinal)))
        {
            frequency[term] = frequency.GetValueOrDefault(term) + 1;
        }

        var vectors = sentences.Select(terms => Vector(terms, frequency, sentences.Count)).ToArray();
        _likeness = new double[vectors.Length, vectors.Length];
        for (var i = 0; i < vectors.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                _likeness[i, j] = _likeness[j, i] = Dot(vectors[i], vectors[j]);
            }
        }

        Centrality = ScaledToOne(Walk(_likeness, vectors.Length));
        Weight = ScaledToOne([.. sentences.Select(terms => terms.Distinct(StringComparer.Ordinal).Sum(term => Math.Log(frequency[term])))]);
        Density = ScaledToOne([.. sentences.Select((terms, i) => Weight[i] / Math.Max(4, terms.Distinct(StringComparer.Ordinal).Count()))]);
    }

    /// <summary>From 0 to 1, the most central sentence having 1.</summary>
    public double[] Centrality { get; }

    /// <summary>From 0 to 1: how much of what the article keeps coming back to a sentence holds.</summary>
    public double[] Weight { get; }

    /// <summary>From 0 to 1: <see cref="Weight"/> for the sentence's length.</summary>
    public double[] Density { get; }

    /// <summary>Cosine of two sentences, from 0 to 1; 0 of a sentence with itself.</summary>
    public double Likeness(int a, int b) => _likeness[a, b];

    private static Dictionary<string, double> Vector(IReadOnlyList<string> terms, Dictionary<string, int> frequency, int sentences)
    {
        var vector = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var term in terms)
        {
            vector[term] = vector.GetValueOrDefault(term) + Math.Log(1 + ((double)sentences / frequency[term]));
        }

        var norm = Math.Sqrt(vector.Values.Sum(x => x * x));
        return norm == 0 ? vector : vector.ToDictionary(entry => entry.Key, entry => entry.Value / norm, StringComparer.Ordinal);
    }

    private static double Dot(Dictionary<string, double> a, Dictionary<string, double> b)
    {
        var (fewer, more) = a.Count <= b.Count ? (a, b) : (b, a);
        var sum = 0.0;
        foreach (var (term, weight) in fewer)
        {
            if (more.TryGetValue(term, out var other))
            {
                sum += weight * other;
            }
        }

        return sum;
    }

    private static double[] Walk(double[,] likeness, int count)
    {
        var sums = new double[count];
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < count; j++)
            {
                sums[i] += likeness[i, j];
            }
        }

        var rank = Enumerable.Repeat(1.0 / count, count).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            var next = new double[count];
            for (var j = 0; j < count; j++)
            {
                var share = sums[j] == 0 ? 0 : Damping * rank[j] / sums[j];
                for (var i = 0; share > 0 && i < count; i++)
                {
                    next[i] += share * likeness[j, i];
                }
            }

            for (var i = 0; i < count; i++)
            {
                next[i] += (1 - Damping) / count;
            }

            rank = next;
        }

        return rank;
    }

    private static double[] ScaledToOne(double[] values)
    {
        var most = values.Length == 0 ? 0 : values.Max();
        return most <= 0 ? values : Array.ConvertAll(values, value => value / most);
    }
}
