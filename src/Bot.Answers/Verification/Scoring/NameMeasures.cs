using Bot.Answers.Verification.Evidence;
using Bot.Answers.Verification.Terms;

namespace Bot.Answers.Verification.Scoring;

/// <summary>Names must be in the source, near the evidence, and joined as the source joins them.</summary>
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
        var (statement, terms) = (alignment.Statement, alignment.Statement.Terms);
        var term = terms[at];
        var words = statement.Text[term.Start..term.End];
        measures.Add(Feature.Names);
        if (term.Stem < 0 && statement.BestLikeness(at) < 0.5f)
        {
            measures.Add(Feature.NameUnseen);
            measures.Note(FindingKind.NameUnseen, words);
        }
        else if (!alignment.Holds(term.Stem) && alignment.Partner[at] < 0)
        {
            measures.Add(Feature.NameElsewhere);
            measures.Note(FindingKind.NameElsewhere, words);
        }

        if (at > 0 && terms[at - 1].Is(TermKinds.Name) && term.Start - terms[at - 1].End == 1 && !alignment.Source.HasPair(terms[at - 1].Stem, term.Stem))
        {
            measures.Add(Feature.NamePairMiss);
        }

        if (term.Stem >= 0 && alignment.Content.Length > 1 && !alignment.KeepsCompany(at))
        {
            measures.Add(Feature.NameContext);
        }
    }
}
