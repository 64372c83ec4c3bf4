using Bot.Answers.Verification.Evidence;
using Bot.Answers.Verification.Terms;

namespace Bot.Answers.Verification.Scoring;

/// <summary>Words of a statement that have no partner, against the words of the source in the same place.</summary>
internal static class ReplacementMeasures
{
    public static void Take(SentenceAlignment alignment, Measures measures)
    {
        ReadOnlySpan<Term> terms = alignment.Statement.Terms;
        var partner = alignment.Partner;
        var stretch = alignment.Stretch;
        for (var start = 0; start < terms.Length; start++)
        {
            if (partner[start] >= 0)
            {
                continue;
            }

            var end = start + 1;
            while (end < terms.Length && partner[end] < 0)
            {
                end++;
            }

            var right = end < terms.Length ? partner[end] : stretch.Length;
            var left = start > 0 ? partner[start - 1] + 1 : Math.Max(0, right - (end - start) - 2);
            right = end < terms.Length ? right : Math.Min(right, left + (end - start) + 2);
            TakeBlock(alignment, start, end, stretch[left..Math.Max(left, right)], measures);
            start = end;
        }
    }

    private static void TakeBlock(SentenceAlignment alignment, int start, int end, ReadOnlySpan<Term> opposite, Measures measures)
    {
        ReadOnlySpan<Term> block = alignment.Statement.Terms.AsSpan(start..end);
        if (block.HasAny(TermKinds.Name) && opposite.HasAny(TermKinds.Name))
        {
            measures.Add(Feature.NameSwap);
        }

        if (block.HasAny(TermKinds.Number | TermKinds.Calendar) && opposite.HasAny(TermKinds.Number | TermKinds.Calendar))
        {
            measures.Add(Feature.NumberSwap);
        }

        measures.Add(Feature.WordSwap, Math.Min(PlainWords(block), PlainWords(opposite)));
        for (var i = 0; i < block.Length; i++)
        {
            if (block[i].Is(TermKinds.Negation) && !IsMoved(alignment, block[i]) && !opposite.HasAny(TermKinds.Negation) && (start + i > 0 || !alignment.Stretch.HasAny(TermKinds.Negation)))
            {
                measures.Add(Feature.NegationAdded);
                measures.Note(FindingKind.NegationAdded, block[i].Text);
            }

            if (ContraryOf(alignment, start + i) is { } contrary)
            {
                measures.Add(Feature.Contrary);
                measures.Note(FindingKind.Contrary, $"“{block[i].Text}” for “{contrary}”");
            }
        }
    }

    /// <summary>“No decision will be made” for “a decision will not be made”: another word that denies the same, once in each.</summary>
    private static bool IsMoved(SentenceAlignment alignment, in Term negation)
    {
        if (!(negation.Text is "no" or "nobody" or "none" or "nothing" or "never" or "neither" or "without"))
        {
            return false;
        }

        ReadOnlySpan<Term> terms = alignment.Statement.Terms;
        return terms.CountOf(TermKinds.Negation) == 1 && alignment.Stretch.CountOf(TermKinds.Negation) == 1;
    }

    private static int PlainWords(ReadOnlySpan<Term> terms)
    {
        var count = 0;
        foreach (ref readonly var term in terms)
        {
            count += term.IsContent && !term.Is(TermKinds.Name | TermKinds.Number | TermKinds.Calendar) ? 1 : 0;
        }

        return count;
    }

    private static string? ContraryOf(SentenceAlignment alignment, int term)
    {
        foreach (var kin in alignment.Statement.KinOf(term))
        {
            for (var j = 0; kin.Strength < 0 && j < alignment.Stretch.Length; j++)
            {
                if (alignment.Stretch[j].Stem == kin.Stem && !alignment.Partner.Contains(j))
                {
                    return alignment.Stretch[j].Text;
                }
            }
        }

        return null;
    }
}
