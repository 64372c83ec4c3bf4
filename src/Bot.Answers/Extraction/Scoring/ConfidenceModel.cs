using System.Numerics.Tensors;
using Bot.Answers.Learned;

namespace Bot.Answers.Extraction.Scoring;

/// <summary>Whether the candidates answer the question, from <see cref="ConfidenceFeatures"/>: the mean of a weighted sum and of trees, in log-odds.</summary>
/// <remarks>The sum errs less on questions of a sort that nothing was learned from, the trees see what counts only together.</remarks>
public sealed class ConfidenceModel(BoostedTrees trees, float[] weights, float bias)
{
    /// <summary>Knows nothing.</summary>
    public static ConfidenceModel None { get; } = new(new BoostedTrees(0, [], [], []), [], 0);

    /// <param name="values">What comes after those that were learned from is not looked at.</param>
    /// <returns>Probability from 0 to 1.</returns>
    public double Probability(ReadOnlySpan<float> values) => 1 / (1 + Math.Exp(-LogOdds(values)));

    public double LogOdds(ReadOnlySpan<float> values) => (trees.Score(values) + bias + TensorPrimitives.Dot(weights, values[..weights.Length])) / 2;

    /// <summary>The model whose log-odds are this one's times <paramref name="scale"/> plus <paramref name="offset"/>.</summary>
    public ConfidenceModel Scaled(float scale, float offset) =>
        new(trees.Scaled(scale), Array.ConvertAll(weights, weight => weight * scale), (bias * scale) + (2 * offset));

    public static ConfidenceModel Read(Stream stream)
    {
        var trees = BoostedTrees.Read(stream);
        using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        var bias = reader.ReadSingle();
        var weights = new float[reader.ReadInt32()];
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = reader.ReadSingle();
        }

        return new ConfidenceModel(trees, weights, bias);
    }

    public void Write(Stream stream)
    {
        trees.Write(stream);
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        writer.Write(bias);
        writer.Write(weights.Length);
        foreach (var weight in weights)
        {
            writer.Write(weight);
        }
    }
}
