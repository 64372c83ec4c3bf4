using Bot.Answers.Verification.Terms;

namespace Bot.Answers.Verification.Evidence;

/// <summary>Active and passive: “the council was sued by Petrova” says what “Petrova sued the council” says, in the reverse order.</summary>
internal static class Voice
{
    private const int Near = 5;

    /// <summary>True when the statement turns a sentence of its evidence from one voice to the other, and nobody has changed sides.</summary>
    public static bool IsTurned(SentenceAlignment alignment) =>
        IsTurned(alignment.Statement.Terms, alignment.Stretch) || IsTurned(alignment.Stretch, alignment.Statement.Terms);

    private static bool IsTurned(ReadOnlySpan<Term> passive, ReadOnlySpan<Term> active)
    {
        for (var by = 2; by + 1 < passive.Length; by++)
        {
            if (passive[by].Text != "by" || VerbBefore(passive, by) is not (>= 0 and var verb) || IndexOf(active, passive[verb].Stem) is not (>= 0 and var there))
            {
                continue;
            }

            if (HasNear(passive[(by + 1)..Math.Min(passive.Length, by + 1 + Near)], active[Math.Max(0, there - Near)..there])
                && HasNear(passive[Math.Max(0, verb - Near)..verb], active[(there + 1)..Math.Min(active.Length, there + 1 + Near)])
                && !active[Math.Max(0, there - Near)..Math.Min(active.Length, there + Near)].ToArray().Any(term => term.Text == "by"))
            {
                return true;
            }
        }

        return false;
    }

    private static int VerbBefore(ReadOnlySpan<Term> terms, int by)
    {
        for (var i = by - 1; i > Math.Max(0, by - 1 - Near); i--)
        {
            if (terms[i].IsContent && terms[i].Stem >= 0 && terms[Math.Max(0, i - 2)..i].ToArray().Any(term => term.Text is "is" or "are" or "was" or "were" or "be" or "been" or "being"))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool HasNear(ReadOnlySpan<Term> some, ReadOnlySpan<Term> others)
    {
        foreach (ref readonly var term in some)
        {
            if (term.IsContent && IndexOf(others, term.Stem) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static int IndexOf(ReadOnlySpan<Term> terms, int stem)
    {
        for (var i = 0; stem >= 0 && i < terms.Length; i++)
        {
            if (terms[i].Stem == stem)
            {
                return i;
            }
        }

        return -1;
    }
}
