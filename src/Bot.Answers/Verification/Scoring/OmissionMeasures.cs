using Bot.Answers.Verification.Evidence;
using Bot.Answers.Verification.Terms;

namespace Bot.Answers.Verification.Scoring;

/// <summary>What the source says between words that a statement keeps.</summary>
internal static class OmissionMeasures
{
    private const int ShortGap = 4;

    public static void Take(SentenceAlignment alignment, Measures measures)
    {
        var partner = alignment.Partner;
        var stretch = alignment.Stretch;
        var last = -1;

        // “No decision will be made” leaves out a “not” that it has said already.
        var isDenied = ((ReadOnlySpan<Term>)alignment.Statement.Terms).CountOf(TermKinds.Negation) == 1 && stretch.CountOf(TermKinds.Negation) == 1 && Array.Exists(alignment.Statement.Terms, term => term.Text is "no" or "nobody" or "none" or "nothing" or "never" or "neither" or "without");
        for (var i = 0; i < partner.Length; i++)
        {
            if (partner[i] < 0)
            {
                continue;
            }

            for (var j = last + 1; last >= 0 && j < partner[i]; j++)
            {
                if (stretch[j].Is(TermKinds.Negation) && partner[i] - last <= ShortGap && !isDenied)
                {
                    measures.Add(Feature.NegationDropped);
                    measures.Note(FindingKind.NegationDropped, stretch[j].Text);
                }
                else if (stretch[j].Is(TermKinds.Hedge) && partner[i] - last <= ShortGap)
                {
                    measures.Note(FindingKind.HedgeDropped, stretch[j].Text);
                }
            }

            last = partner[i];
        }
    }
}
