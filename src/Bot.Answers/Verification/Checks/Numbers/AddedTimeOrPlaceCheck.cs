using Bot.Answers.Verification.Evidence;
using Bot.Answers.Verification.Terms;

namespace Bot.Answers.Verification.Checks;

/// <summary>When and where, taken from another sentence into a copy of this one: “in 2019” may be true of something else only.</summary>
internal static class AddedTimeOrPlaceCheck
{
    /// <summary>The time or place that the copied sentence does not give; null when there is none.</summary>
    public static Finding? Find(SentenceAlignment alignment, CopiedSentence copy)
    {
        var terms = alignment.Statement.Terms;
        for (var i = 1; i < terms.Length; i++)
        {
            if (IsAdverbial(terms, i) && !copy.Holds(terms[i].Stem)
                && !(i + 1 < terms.Length && terms[i + 1].Is(TermKinds.Name | TermKinds.Number) && copy.Holds(terms[i + 1].Stem)))
            {
                return new Finding(terms[i].Is(TermKinds.Name) ? FindingKind.NameElsewhere : FindingKind.NumberElsewhere, alignment.Statement.Text[terms[i - 1].Start..terms[i].End]);
            }
        }

        return null;
    }

    private static bool IsAdverbial(ReadOnlySpan<Term> terms, int at) =>
        terms[at - 1].Text is "last" or "next" or "this"
            ? terms[at].Text is "year" or "month" or "week" or "night" or "summer" or "autumn" or "winter" or "spring" || terms[at].Is(TermKinds.Calendar)
            : terms[at - 1].Text is "in" or "on" or "at" or "since" or "near" or "during" or "until" && terms[at].Is(TermKinds.Name | TermKinds.Number | TermKinds.Calendar);
}
