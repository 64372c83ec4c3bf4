using Bot.Answers.Learned;

namespace Bot.Answers.Extraction.Scoring;

/// <summary>What was learned of which sentence answers and whether any does: by words alone, or with the sentence model (<c>Learned/README.md</c>).</summary>
public sealed record LearnedRanking(BoostedTrees Trees, ConfidenceModel Confidence)
{
    // The sets that may be learned from are of sentences of an encyclopaedia; what holds for every text is set before, and the trees learn what to add.
    private const float LikenessWeight = 12;

    /// <summary>How well a sentence answers; only the differences between sentences mean something.</summary>
    /// <param name="clues">Those of the sentence model may be left out.</param>
    public float Score(ReadOnlySpan<float> clues) => Trees.Score(clues) + Prior(clues);

    /// <summary>What speaks for a sentence before anything is learned: its likeness to the question in what it means, alone and with the sentence before it.</summary>
    internal static float Prior(ReadOnlySpan<float> clues) => clues.Length > (int)Clue.CosinesGap ? LikenessWeight * clues[(int)Clue.CosinesGap] : 0;

    internal static LearnedRanking Load(string name)
    {
        using var stream = typeof(LearnedRanking).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is missing from the assembly.");
        return new LearnedRanking(BoostedTrees.Read(stream), ConfidenceModel.Read(stream));
    }

    public void Write(Stream stream)
    {
        Trees.Write(stream);
        Confidence.Write(stream);
    }
}
