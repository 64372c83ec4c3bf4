using System.Collections.Immutable;
using Bot.Answers.Verification.Evidence;
using Bot.Answers.Verification.Scoring;
using Bot.Language;

namespace Bot.Answers.Verification;

/// <summary>How far a source supports a statement, sentence by sentence.</summary>
internal sealed record Support(ImmutableArray<SentenceSupport> Sentences)
{
    private const int WordsToTell = 3;

    /// <summary>Every sentence is almost the source's own.</summary>
    public bool IsNearCopy => Sentences.Length > 0 && Sentences.All(sentence => sentence.Comparison.IsNearCopy);

    /// <summary>Every sentence rests on its evidence: none contradicts it or is clearly more likely to say something else.</summary>
    public bool Holds => Sentences.Length > 0 && Sentences.All(sentence => sentence.Holds);

    /// <summary>The most telling thing that was found about its worst sentence.</summary>
    public Finding Fault
    {
        get
        {
            var findings = Sentences.Length == 0 ? [] : (Sentences.FirstOrDefault(sentence => sentence.Comparison.Contradicts) ?? Sentences.MaxBy(sentence => sentence.LogOdds)!).Comparison.Findings;
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
    public static Support Judge(string statement, SourceText source, bool[] allowed) =>
        new([.. SentenceSplitter.Split(statement).Select(range => new SentenceSupport(range, statement[range.Start..range.End], source, allowed))]);
}

/// <summary>How far a source supports one sentence of a statement.</summary>
internal sealed class SentenceSupport(Sentence range, string text, SourceText source, bool[] allowed)
{
    /// <summary>The odds against a sentence must be clear: of sentences in the model's own words more are true than the judge can tell from false ones.</summary>
    public const double Bar = 0.25;

    private double? _logOdds;

    /// <summary>In the statement.</summary>
    public Sentence Range => range;

    public StatementComparison Comparison { get; } = new(new StatementText(text, source), source, allowed);

    /// <summary>Above 0 when it is more likely that it says something else than that its source says the same. Weighed when asked for, since the sentence model takes its time.</summary>
    public double LogOdds => _logOdds ??= SupportModel.Shipped.LogOdds(Comparison.Values.Span, Comparison.IsNearCopy ? null : Nearness.Of(text, source, allowed));

    public bool Holds => !Comparison.Contradicts && LogOdds <= Bar;
}
