using Bot.Answers.Verification.Evidence;
using Bot.Answers.Verification.Terms;

namespace Bot.Answers.Verification.Scoring;

/// <summary>How much of a statement has no partner in the stretch it is laid over.</summary>
internal static class EditMeasures
{
    // A shorter statement is a near copy of almost anything.
    private const int LeastTermsOfACopy = 5;

    public static void Take(SentenceAlignment alignment, Measures measures)
    {
        var terms = alignment.Statement.Terms;
        var partner = alignment.Partner;
        var (missed, unlike, weight) = (0, 0.0, 0.0);
        var framing = Framing(alignment);
        var isTurned = Voice.IsTurned(alignment);
        for (var i = 0; i < terms.Length; i++)
        {
            var term = terms[i];
            missed += partner[i] < 0 && i >= framing && !term.Is(TermKinds.Reporting) ? 1 : 0;
            weight += term.IsContent ? 0.3 + term.Weight : 0;
            if (partner[i] >= 0 || !term.IsContent)
            {
                continue;
            }

            var holds = alignment.Holds(term.Stem);
            unlike += (0.3 + term.Weight) * (1 - (holds ? 1 : alignment.Nearest(i)));
            measures.Add(Feature.NameMoved, holds && term.Is(TermKinds.Name) && !isTurned && !IsTeller(terms, i) ? 1 : 0);
        }

        var counted = terms.Length - framing;
        measures.Set(Feature.AlignMiss, counted == 0 ? 0 : (double)missed / counted);
        measures.Set(Feature.AlignUnlike, weight == 0 ? 0 : unlike / weight);
    }

    /// <summary>Once everything else about a copy is measured: what was changed in it.</summary>
    public static void TakeOfCopy(SentenceAlignment alignment, Measures measures)
    {
        if (alignment.Statement.Terms.Length - Framing(alignment) < LeastTermsOfACopy)
        {
            return;
        }

        var negations = measures[Feature.NegationAdded] + measures[Feature.NegationDropped];
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
