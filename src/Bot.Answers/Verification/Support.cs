using System.Collections.Immutable;
using Bot.Articles.Reading;

namespace Bot.Answers.Verification;

/// <summary>How far a source supports a statement.</summary>
/// <param name="Unsupported">From 0 to 1: how likely it is that the statement says something else.</param>
/// <param name="Windows">Where the source says it, for each sentence of the statement.</param>
internal sealed record Support(double Unsupported, ImmutableArray<Finding> Findings, ImmutableArray<EvidenceWindow> Windows)
{
    /// <summary>At or above this a statement is not shown; fixed when the model is trained, one for everything.</summary>
    public const double Threshold = 0.5;

    public bool Holds => Unsupported < Threshold;

    /// <summary>A statement of several sentences is as good as the worst of them.</summary>
    /// <param name="allowed">Which sentences of the source it relies on; empty for whichever fit best.</param>
    public static Support Judge(string statement, SourceText source, ReadOnlySpan<bool> allowed)
    {
        var (worst, findings) = (0.0, ImmutableArray<Finding>.Empty);
        var windows = ImmutableArray.CreateBuilder<EvidenceWindow>();
        foreach (var sentence in SentenceSplitter.Split(statement))
        {
            var comparison = new Comparison(new StatementText(statement[sentence.Start..sentence.End], source), source, allowed);
            var unsupported = SupportModel.Default.Unsupported(comparison.Values);
            windows.Add(comparison.Window);
            if (unsupported >= worst)
            {
                (worst, findings) = (unsupported, [.. comparison.Findings]);
            }
        }

        return new Support(windows.Count == 0 ? 1 : worst, findings, windows.ToImmutable());
    }
}
