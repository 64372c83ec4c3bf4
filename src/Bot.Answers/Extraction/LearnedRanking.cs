using Bot.Answers.Learned;

namespace Bot.Answers.Extraction;

/// <summary>What was learned of which sentence answers and whether any does: by words alone, or with the sentence model (<c>Learned/README.md</c>).</summary>
public sealed record LearnedRanking(BoostedTrees Trees, ConfidenceModel Confidence)
{
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
