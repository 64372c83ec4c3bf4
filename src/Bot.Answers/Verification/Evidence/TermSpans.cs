namespace Bot.Answers.Verification.Evidence;

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
