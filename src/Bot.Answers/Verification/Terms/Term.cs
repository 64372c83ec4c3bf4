using Bot.Language;

namespace Bot.Answers.Verification.Terms;

/// <summary>One word as the check sees it.</summary>
/// <param name="Stem">Number of the stem in the source it is compared with; -1 when the source does not have it.</param>
/// <param name="Entry">Id in the <see cref="Lexicon"/>, -1 when unknown.</param>
/// <param name="Weight">How much the word tells, from 0 to 1.</param>
internal readonly record struct Term(int Start, int End, string Text, int Stem, int Entry, float Weight, TermKinds Kinds)
{
    public bool Is(TermKinds kinds) => (Kinds & kinds) != 0;

    /// <summary>Carries meaning of its own, so that a statement may not add it freely.</summary>
    public bool IsContent => (Kinds & (TermKinds.Stop | TermKinds.Reporting)) == 0;
}

[Flags]
internal enum TermKinds
{
    None = 0,
    Stop = 1,
    Name = 2,
    Number = 4,

    /// <summary>A weekday or a month.</summary>
    Calendar = 8,
    Negation = 16,

    /// <summary>Makes a claim weaker: “may”, “about”, “allegedly”.</summary>
    Hedge = 32,

    /// <summary>Says that somebody says it: “said”, “according”.</summary>
    Reporting = 64,

    /// <summary>First in its sentence, where a capital tells nothing.</summary>
    Opening = 128,
}

/// <summary>Looks for words of some kinds in a run of them.</summary>
internal static class TermSpans
{
    public static bool HasAny(this ReadOnlySpan<Term> terms, TermKinds kinds)
    {
        foreach (ref readonly var term in terms)
        {
            if (term.Is(kinds))
            {
                return true;
            }
        }

        return false;
    }

    public static int CountOf(this ReadOnlySpan<Term> terms, TermKinds kinds)
    {
        var count = 0;
        foreach (ref readonly var term in terms)
        {
            count += term.Is(kinds) ? 1 : 0;
        }

        return count;
    }
}
