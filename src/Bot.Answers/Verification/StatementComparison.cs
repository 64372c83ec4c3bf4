using Bot.Answers.Verification.Checks;
using Bot.Answers.Verification.Evidence;
using Bot.Answers.Verification.Scoring;

namespace Bot.Answers.Verification;

/// <summary>One statement compared with a source: every measure that the judge and the rules use, and the words behind those that a person can be told about.</summary>
internal sealed class StatementComparison
{
    // Where more words differ, some differ because somebody put it in words of his own; names, numbers and denials do not.
    private const double CloseShare = 0.2;
    private const double CopiedShare = 0.3;

    private readonly Measures _measures = new();
    private readonly bool _exchanged;
    private readonly Finding? _liberty;

    /// <param name="allowed">Which sentences of the source the statement relies on; empty for whichever fit best.</param>
    public StatementComparison(StatementText statement, SourceText source, ReadOnlySpan<bool> allowed)
    {
        var alignment = SentenceAlignment.Lay(statement, source, allowed, _measures);
        Window = alignment.Window;
        CoverageMeasures.Take(alignment, _measures);
        QuoteMeasures.Take(alignment, _measures);
        EditMeasures.Take(alignment, _measures);
        ReplacementMeasures.Take(alignment, _measures);
        OmissionMeasures.Take(alignment, _measures);
        if (IsCopy)
        {
            EditMeasures.TakeOfCopy(alignment, _measures);
        }

        if (IsNearCopy && ChangedWordCheck.Find(alignment) is { } changed)
        {
            _measures.Set(Feature.Tampered, 1);
            _measures.Note(changed.Kind, changed.Words);
        }

        _exchanged = ChangedWordCheck.ExchangesNames(alignment) && !Voice.IsTurned(alignment);
        _liberty = SwappedWordsCheck.Find(alignment, IsCopy) ?? LibertyOfACopy(alignment);
        NumberMeasures.Take(alignment, _measures);
        NameMeasures.Take(alignment, _measures);
    }

    public EvidenceWindow Window { get; }

    /// <summary>By <see cref="Feature"/>.</summary>
    public ReadOnlyMemory<float> Values => _measures.Values;

    public IReadOnlyList<Finding> Findings => _liberty is { } liberty ? [liberty, .. _measures.Findings] : _measures.Findings;

    /// <summary>True for what no reading forgives: a number, name or quotation that is not there, or a near copy in which a word was exchanged.</summary>
    public bool Contradicts =>
        _exchanged || _liberty is not null || this[Feature.NumberUnseen] + this[Feature.CalendarUnseen] + this[Feature.NameUnseen] + this[Feature.QuoteUnseen] + this[Feature.CloseSwaps] + this[Feature.Tampered] > 0
        || (IsCopy && this[Feature.OpeningUnseen] > 0) || (IsNearCopy && this[Feature.WordSwap] > 0 && this[Feature.UnseenSoft] > 0);

    /// <summary>Almost the source's own words, so that every word which differs was changed.</summary>
    public bool IsNearCopy => this[Feature.AlignMiss] <= CloseShare;

    private bool IsCopy => this[Feature.AlignMiss] <= CopiedShare;

    // Not measured: what these find is no matter of degree.
    private Finding? LibertyOfACopy(SentenceAlignment alignment) => IsNearCopy && CopiedSentence.Of(alignment) is { } copy
        ? CheckOrder.FirstOf(alignment, copy)
        : null;

    public float this[Feature feature] => _measures[feature];
}
