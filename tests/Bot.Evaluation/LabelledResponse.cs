using Bot.Answers.Verification.Evidence;
using Bot.Answers.Verification.Scoring;

namespace Bot.Evaluation;

/// <summary>A measured response of which it is known whether its source supports it.</summary>
/// <param name="Text">Of the source.</param>
/// <param name="Kind">What was done to it, in sets made by perturbation.</param>
internal sealed record LabelledResponse(string Set, string Text, string? Kind, bool Bad, IReadOnlyList<LabelledSentence> Sentences)
{
    private const int LettersOfASource = 150;

    /// <summary>As the support model sees it.</summary>
    public float[] Values { get; } = StatementMeasures.Of([.. Sentences.Select(sentence => sentence.Measures)]);

    /// <summary>The beginning of the source's text, the same for every set's rendering of it.</summary>
    public string Source { get; } = string.Concat(Text.Where(char.IsLetterOrDigit).Take(LettersOfASource)).ToUpperInvariant();

    /// <summary>The response and, when there are several, those of its sentences that are labelled.</summary>
    public IEnumerable<Example> Examples =>
    [
        new Example(Values, Bad, Set, IsPart: false),
        .. Sentences.Where(sentence => Sentences.Count > 1 && sentence.Bad is not null)
            .Select(sentence => new Example(sentence.Values, sentence.Bad == true, Set, IsPart: true)),
    ];

    public int Fold(int folds) => (int)(Source.Aggregate(17u, (hash, c) => (hash * 31) + c) % (uint)folds);
}

/// <param name="Measures">By <see cref="Feature"/>.</param>
/// <param name="Contradicts">Whether a rule forbids it, whatever the model says.</param>
/// <param name="IsNearCopy">Almost the source's own words.</param>
/// <param name="Bad">Null when only the response as a whole is labelled.</param>
internal sealed record LabelledSentence(ReadOnlyMemory<float> Measures, bool Contradicts, bool IsNearCopy, bool? Bad)
{
    public float Coverage => 1 - Measures.Span[(int)Feature.MissInWindowSoft];

    public float[] Values => StatementMeasures.Of(Measures);
}

/// <param name="IsPart">One sentence of a longer response.</param>
internal sealed record Example(float[] Values, bool Bad, string Set, bool IsPart);
