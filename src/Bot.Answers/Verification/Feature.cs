namespace Bot.Answers.Verification;

/// <summary>What is measured of a statement against its source; the order is the order of the scorer's inputs. Shares are from 0 to 1, the rest are counts.</summary>
internal enum Feature
{
    // How much of what it says is in the source at all, and how close together.
    UnseenShare,
    UnseenCount,
    UnseenWeight,
    UnseenSoft,
    MissInSentence,
    MissInWindow,
    MissInWindowSoft,
    Spread,
    PairMiss,
    ContentPairMiss,
    LongestRun,

    // Laid over the best stretch, word by word.
    AlignMiss,
    AlignMissContent,
    Added,
    Moved,
    StoodIn,
    Skipped,
    CloseEdits,

    // What must agree exactly.
    Numbers,
    NumberUnseen,
    NumberElsewhere,
    NumberContext,
    CalendarUnseen,
    CalendarElsewhere,
    Names,
    NameUnseen,
    NameElsewhere,
    NamePairMiss,
    OpeningUnseen,
    NegationAdded,
    NegationDropped,
    NegationDifference,
    Contrary,
    HedgeAdded,
    HedgeDropped,
    ReportDropped,
    Quotes,
    QuoteUnseen,

    // What kind of statement it is.
    Terms,
    ContentTerms,
    LowerCase,
    OpenEnd,
    About,
    Repeats,
    SourceSentences,
    WindowPosition,
}
