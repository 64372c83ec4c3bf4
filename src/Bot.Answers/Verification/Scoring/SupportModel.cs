using System.Text;
using Bot.Answers.Learned;

namespace Bot.Answers.Verification.Scoring;

/// <summary>The learned judge of <see cref="StatementMeasures"/>; made by <c>Bot.Evaluation -- train-verifier</c>.</summary>
internal static class SupportModel
{
    private static readonly Lazy<BoostedTrees> Shipped = new(Load);

    /// <summary>Above 0 when a statement so measured is more likely unsupported than not.</summary>
    public static double LogOdds(ReadOnlySpan<float> measures) => Shipped.Value.Score(measures);

    public static void Write(BoostedTrees trees, Stream stream)
    {
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Inputs);
        }

        trees.Write(stream);
    }

    private static string Inputs => string.Join(' ', StatementMeasures.Names);

    private static BoostedTrees Load()
    {
        using var stream = typeof(SupportModel).Assembly.GetManifestResourceStream("support.bin")
            ?? throw new InvalidOperationException("The support model is missing from the assembly.");
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        return reader.ReadString() == Inputs
            ? BoostedTrees.Read(stream)
            : throw new InvalidDataException("The support model was trained on other measures than the code takes; train it again.");
    }
}
