using Bot.Answers.Verification.Checks;
using Bot.Answers.Verification.Evidence;

namespace Bot.Answers.Verification;

/// <summary>Looks at a statement and its evidence; what it finds wrong, or null.</summary>
internal delegate Finding? StatementCheck(Claim claim);

/// <summary>The same for a statement that is almost a sentence of the source, where every word that differs was changed.</summary>
internal delegate Finding? CopyCheck(SentenceAlignment alignment, CopiedSentence copy);

/// <summary>Which checks run, in which order, and why in this one. The first finding is the reason that is told.</summary>
internal static class CheckOrder
{
    /// <summary>Before the evidence is weighed: what is wrong whatever the evidence says.</summary>
    public static readonly StatementCheck[] First =
    [
        AddressCheck.Find,          // cheapest, and no repair would help
        QuotationCheck.Find,        // restores the article's typography, which all others read, and adds where quotations stand
        SpeakerCheck.Find,          // needs those places
        OfficeCheck.Find,
        JoinedSentencesCheck.Find,  // last: it looks through all that was shown
    ];

    /// <summary>While it is weighed, of near copies: no matter of degree, so that no score can make up for it.</summary>
    public static readonly CopyCheck[] OfCopies =
    [
        AddedTimeOrPlaceCheck.Find, // by what is most often wrong
        DroppedHedgeCheck.Find,
        ChangedSubjectCheck.Find,
        MissingAttributionCheck.Find,
        ArticleVoiceCheck.Find,
    ];

    /// <summary>Once the evidence supports it: what no statement may do all the same.</summary>
    public static readonly StatementCheck[] Last =
    [
        FirstPersonCheck.Find,
        NamedSourceCheck.Find,      // reads the citations as they will be shown
        UnknownNameCheck.Find,
        CoverageCheck.Find,
        OrderToMachineCheck.Find,
    ];

    public static Finding? FirstOf(StatementCheck[] checks, Claim claim)
    {
        foreach (var check in checks)
        {
            if (check(claim) is { } finding)
            {
                return finding;
            }
        }

        return null;
    }

    public static Finding? FirstOf(SentenceAlignment alignment, CopiedSentence copy)
    {
        foreach (var check in OfCopies)
        {
            if (check(alignment, copy) is { } finding)
            {
                return finding;
            }
        }

        return null;
    }
}
