using Bot.Answers.Verification.Evidence;
using Bot.Answers.Verification.Terms;

namespace Bot.Answers.Verification.Checks;

/// <summary>What a copied sentence says less surely: “up to”, “allegedly”, “plans to”, “if they withdraw”. Left out, it makes another claim.</summary>
internal static class DroppedHedgeCheck
{
    // A condition of fewer words is a turn of phrase, like “if possible”.
    private const int LeastOfACondition = 3;

    // “might have been killed”
    private const int MostOfAVerb = 4;

    /// <summary>The words of the source that are left out; null when nothing is claimed more surely.</summary>
    public static Finding? Find(SentenceAlignment alignment, CopiedSentence copy)
    {
        var terms = copy.Terms.Span;
        var taken = copy.Taken;
        for (var i = 0; i < terms.Length; i++)
        {
            if (taken[i] >= 0)
            {
                continue;
            }

            if (IsLeftOut(alignment, terms, taken, i))
            {
                return new Finding(FindingKind.HedgeDropped, i > 0 && terms[i].Text is ("to" or "than") ? $"{terms[i - 1].Text} {terms[i].Text}" : terms[i].Text);
            }

            if (Condition(alignment, terms, taken, i) is { } condition)
            {
                return new Finding(FindingKind.HedgeDropped, condition);
            }
        }

        return null;
    }

    /// <summary>A hedge without which its neighbours stand side by side, or with a plain verb in its place.</summary>
    private static bool IsLeftOut(SentenceAlignment alignment, ReadOnlySpan<Term> terms, int[] taken, int at)
    {
        var isQuantity = IsLimit(terms, at);
        var isIntent = !isQuantity && IsIntent(terms, at);
        if ((!isQuantity && !isIntent && !Wording.IsDoubt(terms[at].Text)) || (isQuantity && taken[at + 1] < 0))
        {
            return false;
        }

        var next = -1;
        for (var i = at + 1; i < Math.Min(terms.Length, at + MostOfAVerb) && next < 0; i++)
        {
            next = taken[i];
        }

        var from = next;
        while (from > 0 && alignment.Partner[from - 1] < 0)
        {
            from--;
        }

        if (next < 0 || next - from > MostOfAVerb || (from == 0 && next > 0))
        {
            return false;
        }

        var will = false;
        for (var i = from; i < next; i++)
        {
            var term = alignment.Statement.Terms[i];
            if (term.Is(TermKinds.Hedge | TermKinds.Reporting) || term.Text is "much" or "many" || Wording.IsBound(term.Text) || Wording.IsDoubt(term.Text) || term.IsContent)
            {
                return false;
            }

            will |= term.Text is "will" or "did";
        }

        return !isIntent || will;
    }

    /// <summary>“up to 40”, “more than 40”</summary>
    private static bool IsLimit(ReadOnlySpan<Term> terms, int at) =>
        at + 1 < terms.Length && terms[at + 1].Is(TermKinds.Number)
        && (terms[at].Is(TermKinds.Hedge) || Wording.IsBound(terms[at].Text) || (terms[at].Text == "to" && at > 0 && terms[at - 1].Text == "up"));

    /// <summary>“plans to”, which is not “will”; what “is to” or is “due to” happen will.</summary>
    private static bool IsIntent(ReadOnlySpan<Term> terms, int at) =>
        at > 0 && terms[at].Text == "to" && !terms[at - 1].Is(TermKinds.Stop) && !(terms[at - 1].Text is "going" or "due" or "set");

    private static string? Condition(SentenceAlignment alignment, ReadOnlySpan<Term> terms, int[] taken, int at)
    {
        if (!(terms[at].Text is "if" or "unless" or "provided" or "until") || (at + 1 < terms.Length && terms[at + 1].Text is "then" or "now" or "recently") || (at > 0 && terms[at - 1].Text is "even" or "as" or "and")
            || !(at == 0 || taken[at - 1] >= 0 || terms[at - 1].Text is "only" or "but"))
        {
            return null;
        }

        foreach (var term in alignment.Statement.Terms)
        {
            if (term.Text is "if" or "unless" or "provided" or "should" or "when" or "once" or "whether" or "until" or "condition")
            {
                return null;
            }
        }

        var end = at;
        while (end < terms.Length && taken[end] < 0)
        {
            end++;
        }

        return end - at < LeastOfACondition ? null : string.Join(' ', terms[at..Math.Min(end, at + LeastOfACondition + 2)].ToArray().Select(term => term.Text));
    }
}
