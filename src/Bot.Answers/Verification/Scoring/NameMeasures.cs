using Bot.Answers.Verification.Evidence;
using Bot.Answers.Verification.Terms;

namespace Bot.Answers.Verification.Scoring;

/// <summary>Names must be in the source, near the evidence.</summary>
internal static class NameMeasures
{
    public static void Take(SentenceAlignment alignment, Measures measures)
    {
        var terms = alignment.Statement.Terms;
        for (var i = 0; i < terms.Length; i++)
        {
            var term = terms[i];
            if (term.Is(TermKinds.Name))
            {
                TakeName(alignment, i, measures);
            }
            else if (term.Is(TermKinds.Opening) && term.IsContent && !term.Is(TermKinds.Hedge) && term.Stem < 0 && char.IsUpper(alignment.Statement.Text[term.Start]))
            {
                measures.Add(Feature.OpeningUnseen);
            }
        }
    }

    private static void TakeName(SentenceAlignment alignment, int at, Measures measures)
    {
        var statement = alignment.Statement;
        var term = statement.Terms[at];
        var words = statement.Text[term.Start..term.End];
        if (term.Stem < 0 && statement.BestLikeness(at) < 0.5f)
        {
            measures.Add(Feature.NameUnseen);
            measures.Note(FindingKind.NameUnseen, words);
        }
        else if (!alignment.Holds(term.Stem) && alignment.Partner[at] < 0)
        {
            measures.Note(FindingKind.NameElsewhere, words);
        }
    }
}
