namespace Bot.Answers.Verification.Evidence;

/// <summary>What is measured of a statement against its source. Shares are from 0 to 1, the rest are counts.</summary>
internal enum Feature
{
    // How much of what it says is in the source at all, and how close together.
    UnseenSoft,
    MissInWindowSoft,
    ContentPairLoose,

    // Laid over the best stretch, word by word.
    AlignMiss,
    AlignUnlike,
    NameMoved,
    NameSwap,
    NumberSwap,
    WordSwap,
    CloseSwaps,
    Tampered,

    // What must agree exactly.
    NumberUnseen,
    CalendarUnseen,
    NameUnseen,
    OpeningUnseen,
    NegationAdded,
    NegationDropped,
    Contrary,
    QuoteUnseen,
    QuoteCut,
    QuoteShortened,
}
