using System.Globalization;
using Bot.Answers.Verification.Evidence;

namespace Bot.Answers.Verification.Scoring;

/// <summary>The learned judge of statements in other words than their source's: a weighted sum of some features, with and without what the sentence model makes of them.</summary>
/// <param name="Features">Those that count.</param>
/// <param name="Words">What each counts where only words are compared, then the bias.</param>
/// <param name="Meaning">The same where meaning is known, then the weight of <see cref="Nearness"/> and the bias.</param>
internal sealed record SupportModel(Feature[] Features, float[] Words, float[] Meaning)
{
    /// <summary>Made by <c>Bot.Evaluation -- train-verifier</c>.</summary>
    public static SupportModel Shipped { get; } = Load();

    /// <summary>Above 0 when a statement so measured is more likely unsupported than not.</summary>
    /// <param name="values">By <see cref="Feature"/>.</param>
    /// <param name="nearness">Null when it is not known.</param>
    public double LogOdds(ReadOnlySpan<float> values, float? nearness)
    {
        var weights = nearness is null ? Words : Meaning;
        var sum = weights[^1] + (nearness * weights[^2] ?? 0);
        for (var i = 0; i < Features.Length; i++)
        {
            sum += weights[i] * values[(int)Features[i]];
        }

        return sum;
    }

    public void Write(TextWriter writer)
    {
        foreach (var (i, feature) in Features.Index())
        {
            Write(feature.ToString(), Words[i], Meaning[i]);
        }

        Write(nameof(Nearness), 0, Meaning[^2]);
        Write("Bias", Words[^1], Meaning[^1]);

        void Write(string name, float words, float meaning) => writer.Write(string.Create(CultureInfo.InvariantCulture, $"{name} {words:F3} {meaning:F3}\n"));
    }

    private static SupportModel Load()
    {
        using var stream = typeof(SupportModel).Assembly.GetManifestResourceStream("support.txt")
            ?? throw new InvalidOperationException("The support model is missing from the assembly.");
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')).ToArray();
        return new SupportModel(
            [.. lines[..^2].Select(line => Enum.Parse<Feature>(line[0]))],
            [.. lines[..^2].Append(lines[^1]).Select(line => float.Parse(line[1], CultureInfo.InvariantCulture))],
            [.. lines.Select(line => float.Parse(line[2], CultureInfo.InvariantCulture))]);
    }
}
