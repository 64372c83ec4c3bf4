using Bot.Answers.Verification.Evidence;

namespace Bot.Answers.Verification.Checks;

/// <summary>A copied sentence that begins with a name from elsewhere: what is said of one is said of another.</summary>
internal static class ChangedSubjectCheck
{
    // A longer beginning is a phrase of its own.
    private const int LongestSubject = 3;

    /// <summary>The name; null when the sentence keeps its subject, or the name may stand for “he” or “the minister”.</summary>
    public static Finding? Find(SentenceAlignment alignment, CopiedSentence copy)
    {
        var terms = alignment.Statement.Terms;
        var end = 0;
        while (end < terms.Length && end <= LongestSubject && Array.IndexOf(copy.Taken, end) < 0 && IsForeign(alignment, copy, end))
        {
            end++;
        }

        if (end == 0 || end > LongestSubject || end == terms.Length)
        {
            return null;
        }

        var replaced = Array.IndexOf(copy.Taken, end);
        if (replaced < 1 || replaced > LongestSubject)
        {
            return null;
        }

        foreach (ref readonly var term in copy.Terms.Span[..replaced])
        {
            if (!term.IsContent)
            {
                return null;
            }
        }

        return new Finding(FindingKind.NameElsewhere, alignment.Statement.Text[terms[0].Start..terms[end - 1].End]);
    }

    private static bool IsForeign(SentenceAlignment alignment, CopiedSentence copy, int at)
    {
        var term = alignment.Statement.Terms[at];
        return term.IsContent && char.IsUpper(alignment.Statement.Text[term.Start]) && !copy.Holds(term.Stem);
    }
}
