using System.Collections.Immutable;
using Bot.Answers.Verification.Evidence;
using Bot.Answers.Verification.Scoring;
using Bot.Language;

namespace Bot.Answers.Verification;

/// <summary>How far a source supports a statement.</summary>
/// <param name="LogOdds">Above 0 when it is more likely that the statement says something else than that its source says the same.</param>
/// <param name="Sentences">The same for each of its sentences.</param>
internal sealed record Support(double LogOdds, ImmutableArray<SentenceSupport> Sentences)
{
    // Half of all errors is the right balance for a judge of free text. Towards a reader a right statement that is dropped is an answer
    // lost, and one in the model's own words that names its evidence is dropped only when the odds against it are clear.
    private const double Clear = 2.75;
    private const double LeastCoverage = 0.4;
    private const int WordsToTell = 3;

    public bool Holds => LogOdds <= 0;

    /// <summary>From 0 to 1.</summary>
    public double Unsupported => 1 / (1 + Math.Exp(-LogOdds));

    /// <summary>Every sentence is almost the source's own.</summary>
    public bool IsNearCopy => Sentences.Length > 0 && Sentences.All(sentence => sentence.Comparison.IsNearCopy);

    /// <summary>Every sentence rests on its evidence: none contradicts it, is about something else, or is clearly more than it says.</summary>
    public bool MayBeShown => Sentences.Length > 0 && Sentences.All(sentence =>
        !sentence.Comparison.Contradicts
        && 1 - sentence.Comparison[Feature.MissInWindowSoft] >= LeastCoverage
        && sentence.LogOdds < Clear);

    /// <summary>The most telling thing that was found about its worst sentence.</summary>
    public Finding Fault
    {
        get
        {
            var findings = Sentences.Length == 0 ? [] : Sentences.MaxBy(sentence => sentence.LogOdds)!.Comparison.Findings;
            if (findings.Count == 0)
            {
                return new Finding(FindingKind.Unsupported, "");
            }

            var worst = findings.MinBy(finding => finding.Kind);
            return worst.Kind == FindingKind.UnseenWord
                ? worst with { Words = string.Join("”, “", findings.Where(finding => finding.Kind == FindingKind.UnseenWord).Take(WordsToTell).Select(finding => finding.Words)) }
                : worst;
        }
    }

    /// <param name="allowed">Which sentences of the source it relies on; empty for whichever fit best.</param>
    public static Support Judge(string statement, SourceText source, ReadOnlySpan<bool> allowed)
    {
        var sentences = ImmutableArray.CreateBuilder<SentenceSupport>();
        foreach (var range in SentenceSplitter.Split(statement))
        {
            var comparison = new StatementComparison(new StatementText(statement[range.Start..range.End], source), source, allowed);
            sentences.Add(new SentenceSupport(range, comparison, SupportModel.LogOdds(StatementMeasures.Of(comparison.Values))));
        }

        var logOdds = sentences.Count switch
        {
            0 => double.PositiveInfinity,
            1 => sentences[0].LogOdds,
            _ => SupportModel.LogOdds(StatementMeasures.Of([.. sentences.Select(sentence => sentence.Comparison.Values)])),
        };
        return new Support(logOdds, sentences.DrainToImmutable());
    }
}

/// <param name="Range">In the statement.</param>
/// <param name="LogOdds">Above 0 when it is more likely unsupported than not.</param>
internal sealed record SentenceSupport(Bot.Language.Sentence Range, StatementComparison Comparison, double LogOdds);
