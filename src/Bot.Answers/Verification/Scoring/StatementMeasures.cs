using System.Collections.Immutable;
using Bot.Answers.Verification.Evidence;

namespace Bot.Answers.Verification.Scoring;

/// <summary>What the support model sees of a statement: of each <see cref="Feature"/> the greatest, the mean and the least over its sentences, then their number.</summary>
internal static class StatementMeasures
{
    private static readonly string[] Features = Enum.GetNames<Feature>();

    /// <summary>In the order of the values of <see cref="Of"/>.</summary>
    public static ImmutableArray<string> Names { get; } =
        [.. Features.Select(name => name + ".greatest"), .. Features.Select(name => name + ".mean"), .. Features.Select(name => name + ".least"), "Sentences"];

    /// <param name="sentences">The values of each sentence; at least one.</param>
    public static float[] Of(params ReadOnlySpan<ReadOnlyMemory<float>> sentences)
    {
        var width = Features.Length;
        var values = new float[(3 * width) + 1];
        for (var i = 0; i < width; i++)
        {
            var (greatest, sum, least) = (float.MinValue, 0f, float.MaxValue);
            foreach (var sentence in sentences)
            {
                var value = sentence.Span[i];
                (greatest, sum, least) = (Math.Max(greatest, value), sum + value, Math.Min(least, value));
            }

            (values[i], values[width + i], values[(2 * width) + i]) = (greatest, sum / sentences.Length, least);
        }

        values[^1] = sentences.Length;
        return values;
    }
}
