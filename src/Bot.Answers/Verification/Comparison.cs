namespace Bot.Answers.Verification;

/// <summary>One statement compared with a source: every measure the scorer uses, and the words behind those that a person can be told about.</summary>
internal sealed class Comparison
{
    private const double CloseShare = 0.3;

    private readonly Measures _measures = new();
    private readonly bool _exchanged;
    private readonly Finding? _liberty;

    /// <param name="allowed">Which sentences of the source the statement relies on; empty for whichever fit best.</param>
    public Comparison(StatementText statement, SourceText source, ReadOnlySpan<bool> allowed)
    {
        var overlay = Overlay.Lay(statement, source, allowed, _measures);
        Window = overlay.Window;
        CoverageMeasures.Take(overlay, _measures);
        QuoteMeasures.Take(overlay, _measures);
        EditMeasures.Take(overlay, _measures);
        ReplacementMeasures.Take(overlay, _measures);
        OmissionMeasures.Take(overlay, _measures);
        if (IsNearCopy)
        {
            EditMeasures.TakeOfNearCopy(overlay, _measures);
            if (Tampering.Find(overlay) is { } changed)
            {
                _measures.Set(Feature.Tampered, 1);
                _measures.Note(changed.Kind, changed.Words);
            }
        }

        _exchanged = Tampering.ExchangesNames(overlay);
        _liberty = Exchanges.Find(overlay, IsNearCopy) ?? LibertyOfACopy(overlay);
        NumberMeasures.Take(overlay, _measures);
        NameMeasures.Take(overlay, _measures);
        FormMeasures.Take(overlay, _measures);
        DoubtMeasures.Take(_measures);
    }

    public EvidenceWindow Window { get; }

    /// <summary>By <see cref="Feature"/>.</summary>
    public ReadOnlyMemory<float> Values => _measures.Values;

    public IReadOnlyList<Finding> Findings => _liberty is { } liberty ? [liberty, .. _measures.Findings] : _measures.Findings;

    /// <summary>True for what no reading forgives: a number, name or quotation that is not there, or a near copy in which a word was exchanged.</summary>
    public bool Contradicts =>
        _exchanged || _liberty is not null || this[Feature.NumberUnseen] + this[Feature.CalendarUnseen] + this[Feature.NameUnseen] + this[Feature.QuoteUnseen] + this[Feature.CloseSwaps] + this[Feature.Tampered] > 0
        || (IsNearCopy && (this[Feature.OpeningUnseen] > 0 || (this[Feature.WordSwap] > 0 && this[Feature.UnseenSoft] > 0)));

    /// <summary>Almost the source's own words, so that every word which differs was changed.</summary>
    public bool IsNearCopy => this[Feature.AlignMiss] <= CloseShare;

    // Not measured: what these find is no matter of degree.
    private Finding? LibertyOfACopy(Overlay overlay) => IsNearCopy && HomeSentence.Of(overlay) is { } home
        ? Additions.Find(overlay, home) ?? Weakening.Find(overlay, home) ?? Subjects.Find(overlay, home) ?? Unattributed.Find(overlay, home) ?? LentVoice.Find(overlay, home)
        : null;

    public float this[Feature feature] => _measures[feature];
}
