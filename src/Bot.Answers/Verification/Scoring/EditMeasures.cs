using Bot.Answers.Verification.Evidence;
using Bot.Answers.Verification.Terms;

namespace Bot.Answers.Verification.Scoring;

/// <summary>How much of a statement has no partner in the stretch it is laid over.</summary>
internal static class EditMeasures
{
    // A shorter statement is a near copy of almost anything.
    private const int LeastTermsOfACopy = 5;

    // As alike as words that can stand for each other.
    private const float Alike = 0.55f;

    public static void Take(SentenceAlignment alignment, Measures measures)
    {
        var terms = alignment.Statement.Terms;
        var partner = alignment.Partner;
        var stretch = alignment.Stretch;
        var (missed, missedWeight, unlike, weight, run, longest, stray, foreign) = (0, 0.0, 0.0, 0.0, 0, 0, 0, 0);
        var framing = Framing(alignment);
        var isTurned = Voice.IsTurned(alignment);
        for (var i = 0; i < terms.Length; i++)
        {
            var term = terms[i];
            run = partner[i] < 0 ? 0 : i > 0 && partner[i - 1] >= 0 && partner[i] == partner[i - 1] + 1 ? run + 1 : 1;
            longest = Math.Max(longest, run);
            missed += partner[i] < 0 && i >= framing && !term.Is(TermKinds.Reporting) ? 1 : 0;
            weight += term.IsContent ? 0.3 + term.Weight : 0;
            if (partner[i] >= 0)
            {
                (stray, foreign) = term.IsContent ? (0, 0) : (stray, foreign);
                if (stretch[partner[i]].Stem != term.Stem && term.IsContent)
                {
                    measures.Add(Feature.StoodIn);
                }
            }
            else if (term.IsContent)
            {
                var holds = alignment.Holds(term.Stem);
                var likeness = holds ? 1 : alignment.Nearest(i);
                foreign = likeness < Alike ? foreign + 1 : 0;
                measures.Set(Feature.ForeignRun, Math.Max(measures[Feature.ForeignRun], foreign));
                stray++;
                measures.Set(Feature.StrayRun, Math.Max(measures[Feature.StrayRun], stray));
                missedWeight += 0.3 + term.Weight;
                unlike += (0.3 + term.Weight) * (1 - likeness);
                measures.Add(!holds ? Feature.Added : term.Is(TermKinds.Name) && !isTurned && !IsTeller(terms, i) ? Feature.NameMoved : Feature.Moved);
            }
        }

        var counted = terms.Length - framing;
        measures.Set(Feature.AlignMiss, counted == 0 ? 0 : (double)missed / counted);
        measures.Set(Feature.AlignMissContent, weight == 0 ? 0 : missedWeight / weight);
        measures.Set(Feature.AlignUnlike, weight == 0 ? 0 : unlike / weight);
        measures.Set(Feature.LongestRun, counted == 0 ? 0 : (double)longest / counted);
    }

    /// <summary>Once everything else about a near copy is measured: what was changed in it.</summary>
    public static void TakeOfNearCopy(SentenceAlignment alignment, Measures measures)
    {
        if (alignment.Statement.Terms.Length - Framing(alignment) < LeastTermsOfACopy)
        {
            return;
        }

        var negations = measures[Feature.NegationAdded] + measures[Feature.NegationDropped];
        measures.Set(Feature.CloseEdits, measures[Feature.Added] + measures[Feature.NameMoved] + negations);
        measures.Set(Feature.CloseSwaps,
            measures[Feature.NameSwap] + measures[Feature.NameMoved] + measures[Feature.NumberSwap] + negations + measures[Feature.Contrary]
                + measures[Feature.QuoteUnseen] + Math.Max(measures[Feature.QuoteShortened], measures[Feature.QuoteCut] > 1 ? 1 : 0));
    }

    // Who said it may stand before or after what was said.
    private static bool IsTeller(ReadOnlySpan<Term> terms, int term) =>
        terms[Math.Max(0, term - 2)..Math.Min(terms.Length, term + 4)].HasAny(TermKinds.Reporting);

    // “According to the article, …”: words about the telling stand outside of what is told.
    private static int Framing(SentenceAlignment alignment)
    {
        var terms = alignment.Statement.Terms;
        var partner = alignment.Partner;
        var (end, tells) = (0, false);
        while (end < partner.Length && partner[end] < 0 && !terms[end].IsContent && !terms[end].Is(TermKinds.Negation))
        {
            tells |= terms[end++].Is(TermKinds.Reporting);
        }

        return tells ? end : 0;
    }
}
