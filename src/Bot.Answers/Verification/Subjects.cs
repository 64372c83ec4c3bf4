namespace Bot.Answers.Verification;

/// <summary>A copied sentence that begins with a name from elsewhere: what is said of one is said of another.</summary>
internal static class Subjects
{
    // A longer beginning is a phrase of its own.
    private const int LongestSubject = 3;

    /// <summary>The name; null when the sentence keeps its subject, or the name may stand for “he” or “the minister”.</summary>
    public static Finding? Find(Overlay overlay, HomeSentence home)
    {
        var terms = overlay.Statement.Terms;
        var end = 0;
        while (end < terms.Length && end <= LongestSubject && Array.IndexOf(home.Taken, end) < 0 && IsForeign(overlay, home, end))
        {
            end++;
        }

        if (end == 0 || end > LongestSubject || end == terms.Length)
        {
            return null;
        }

        var replaced = Array.IndexOf(home.Taken, end);
        if (replaced < 1 || replaced > LongestSubject)
        {
            return null;
        }

        foreach (ref readonly var term in home.Terms.Span[..replaced])
        {
            if (!term.IsContent)
            {
                return null;
            }
        }

        return new Finding(FindingKind.NameElsewhere, overlay.Statement.Text[terms[0].Start..terms[end - 1].End]);
    }

    private static bool IsForeign(Overlay overlay, HomeSentence home, int at)
    {
        var term = overlay.Statement.Terms[at];
        return term.IsContent && char.IsUpper(overlay.Statement.Text[term.Start]) && !home.Holds(term.Stem);
    }
}
