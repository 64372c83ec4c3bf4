using Bot.Answers.Verification;
using Bot.Answers.Verification.Evidence;
using Bot.Answers.Verification.Scoring;

namespace Bot.Evaluation;

/// <summary>A measured response of which it is known whether its source supports it.</summary>
/// <param name="Text">Of the source.</param>
/// <param name="Kind">What was done to it, in sets made by perturbation.</param>
internal sealed record LabelledResponse(string Set, string Text, string? Kind, bool Bad, IReadOnlyList<LabelledSentence> Sentences)
{
    private const int LettersOfASource = 150;

    /// <summary>The same for the same source, whichever set renders it.</summary>
    public int Fold(int folds) =>
        (int)(string.Concat(Text.Where(char.IsLetterOrDigit).Take(LettersOfASource)).ToUpperInvariant().Aggregate(17u, (hash, c) => (hash * 31) + c) % (uint)folds);
}

/// <summary>A sentence compared with its source.</summary>
/// <param name="Bad">Null when only the response as a whole is labelled.</param>
internal sealed record LabelledSentence(StatementComparison Comparison, float Nearness, bool? Bad)
{
    public static LabelledSentence Measure(string text, SourceText source, bool? bad) =>
        new(new StatementComparison(new StatementText(text, source), source, []), Bot.Answers.Verification.Evidence.Nearness.Of(text, source, []) ?? 0, bad);

    /// <summary>As <see cref="SentenceSupport"/> weighs it.</summary>
    public double LogOdds(SupportModel model, bool byMeaning) => model.LogOdds(Comparison.Values.Span, byMeaning && !Comparison.IsNearCopy ? Nearness : null);
}
