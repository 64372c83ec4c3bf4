namespace Bot.Answers.Verification;

/// <summary>One thing that a statement says otherwise than its source.</summary>
/// <param name="Words">The words of the statement, or of the source, that it is about.</param>
internal readonly record struct Finding(FindingKind Kind, string Words);

internal enum FindingKind
{
    QuoteAltered,
    QuoteShortened,
    NumberUnseen,
    NameUnseen,
    Exchanged,
    NegationAdded,
    NegationDropped,
    Contrary,
    NumberElsewhere,
    NameElsewhere,
    HedgeDropped,
    Unattributed,
    LentVoice,
    UnseenWord,
}
