using System.Collections.Immutable;
using System.Text;
using Bot.Articles.Reading;

namespace Bot.Answers.Verification;

/// <summary>How far a source supports a statement.</summary>
/// <param name="Unsupported">From 0 to 1: how likely it is that the statement says something else.</param>
/// <param name="Sentences">The same for each of its sentences.</param>
internal sealed record Support(double Unsupported, ImmutableArray<SentenceSupport> Sentences)
{
    /// <summary>At or above this a statement is not supported; both models are trained for it.</summary>
    public const double Threshold = 0.5;

    private static readonly Lazy<(TreeModel Sentence, TreeModel Whole)> Models = new(Load);

    // Half of all errors is the right balance for a judge of free text. Towards a reader a right statement that is dropped is an answer
    // lost, and one in the model's own words that names its evidence is dropped only when the odds against it are clear.
    private const double Clear = 1.0;
    private const double LeastCoverage = 0.4;

    public bool Holds => Unsupported < Threshold;

    /// <summary>Every sentence rests on its evidence: none contradicts it, is about something else, or is clearly more than it says.</summary>
    public bool MayBeShown => Sentences.Length > 0 && Sentences.All(sentence =>
        !sentence.Comparison.Contradicts
        && 1 - sentence.Comparison[Feature.MissInWindowSoft] >= LeastCoverage
        && sentence.LogOdds < (sentence.Comparison.IsNearCopy ? 0 : Clear));

    /// <param name="allowed">Which sentences of the source it relies on; empty for whichever fit best.</param>
    public static Support Judge(string statement, SourceText source, ReadOnlySpan<bool> allowed)
    {
        var sentences = ImmutableArray.CreateBuilder<SentenceSupport>();
        foreach (var range in SentenceSplitter.Split(statement))
        {
            var comparison = new Comparison(new StatementText(statement[range.Start..range.End], source), source, allowed);
            sentences.Add(new SentenceSupport(range, comparison, Models.Value.Sentence.LogOdds(comparison.Values)));
        }

        return sentences.Count == 0
            ? new Support(1, [])
            : new Support(Probability(Models.Value.Whole.LogOdds(Overall(sentences.Select(sentence => sentence.LogOdds)))), sentences.DrainToImmutable());
    }

    /// <summary>The inputs of the second model, in the order of <see cref="WholeFeature"/>, from the first one's log-odds.</summary>
    public static float[] Overall(IEnumerable<double> sentences)
    {
        var logOdds = sentences.OrderDescending().ToArray();
        return
        [
            (float)logOdds[0],
            (float)(logOdds.Length > 1 ? logOdds[1] : logOdds[0] - 1),
            (float)logOdds.Average(),
            (float)logOdds.Sum(Probability),
            (float)logOdds.Count(odds => odds > 0) / logOdds.Length,
            logOdds.Length,
        ];
    }

    private static double Probability(double logOdds) => 1 / (1 + Math.Exp(-logOdds));

    private static (TreeModel Sentence, TreeModel Whole) Load()
    {
        using var stream = typeof(Support).Assembly.GetManifestResourceStream("support-models.txt")
            ?? throw new InvalidOperationException("The support models are missing from the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var parts = reader.ReadToEnd().Split("\n\n", 2);
        return (TreeModel.Parse<Feature>(parts[0]), TreeModel.Parse<WholeFeature>(parts[1]));
    }
}

/// <param name="Range">In the statement.</param>
/// <param name="LogOdds">Above 0 when it is more likely unsupported than not.</param>
internal sealed record SentenceSupport(Bot.Articles.Sentence Range, Comparison Comparison, double LogOdds);

/// <summary>What the second model sees of the first one's verdicts on the sentences.</summary>
internal enum WholeFeature
{
    Worst,
    SecondWorst,
    Mean,
    Expected,
    DoubtfulShare,
    Sentences,
}
