namespace Bot.Answers.Extractive;

/// <summary>The candidates for one question in order of evidence.</summary>
internal sealed class Ranking
{
    private static readonly Lazy<BoostedTrees> SentenceTrees = new(() => Load("ranking.bin", BoostedTrees.Read));
    private static readonly Lazy<ConfidenceModel> Model = new(() => Load("confidence.bin", ConfidenceModel.Read));

    private const float HeadingPenalty = 4;

    private Ranking(Candidates candidates, SentenceClues clues, float[] scores, int[] sentences)
    {
        Candidates = candidates;
        Clues = clues;
        Scores = scores;
        Sentences = sentences;
    }

    public Candidates Candidates { get; }

    public SentenceClues Clues { get; }

    /// <summary>In step with the candidates; only their differences mean something.</summary>
    public float[] Scores { get; }

    /// <summary>Indexes of the candidates, best first; ties in reading order.</summary>
    public int[] Sentences { get; }

    public static Ranking Of(Candidates candidates) => Of(candidates, SentenceTrees.Value);

    public static Ranking Of(Candidates candidates, BoostedTrees trees)
    {
        var clues = new SentenceClues(candidates);
        var scores = new float[candidates.All.Count];
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = trees.Score(clues.Of(i).Values) - (IsHeading(candidates, i) ? HeadingPenalty : 0);
        }

        var order = new int[scores.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort(order, (a, b) => scores[b].CompareTo(scores[a]) is var difference and not 0 ? difference : a.CompareTo(b));
        return new Ranking(candidates, clues, scores, order);
    }

    /// <summary>Indexes of the passages, best first; those without a sentence last.</summary>
    public int[] Passages()
    {
        var ranked = new List<int>(Candidates.Passages.Count);
        var seen = new bool[Candidates.Passages.Count];
        foreach (var i in Sentences)
        {
            var passage = Candidates.All[i].Passage;
            if (!seen[passage])
            {
                seen[passage] = true;
                ranked.Add(passage);
            }
        }

        ranked.AddRange(Enumerable.Range(0, seen.Length).Where(i => !seen[i]));
        return [.. ranked];
    }

    /// <summary>Probability from 0 to 1 that the candidates answer the question.</summary>
    public double Confidence() => Sentences.Length == 0
        ? 0
        : Model.Value.Probability(ConfidenceFeatures.Compute(Candidates, Clues, Scores, Sentences[0]));

    // The sets that the trees learned from have hardly any; a heading names what is told below and tells nothing.
    private static bool IsHeading(Candidates candidates, int i) => candidates.All[i].Sentence.LooksLikeHeading
        && candidates.Passages[candidates.All[i].Passage].Paragraph.Sentences.Length == 1;

    private static T Load<T>(string name, Func<Stream, T> read)
    {
        using var stream = typeof(Ranking).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is missing from the assembly.");
        return read(stream);
    }
}
