using Bot.Answers.Verification.Evidence;
using Bot.Answers.Verification.Terms;
using Bot.Language;

namespace Bot.Answers.Verification.Scoring;

/// <summary>Numbers and dates must agree exactly.</summary>
internal static class NumberMeasures
{
    public static void Take(SentenceAlignment alignment, Measures measures)
    {
        TakeQuantities(alignment, measures);
        foreach (var term in alignment.Statement.Terms)
        {
            if (!term.Is(TermKinds.Calendar) || alignment.Holds(term.Stem))
            {
                continue;
            }

            measures.Add(Feature.CalendarUnseen, term.Stem < 0 ? 1 : 0);
            measures.Note(term.Stem < 0 ? FindingKind.NumberUnseen : FindingKind.NumberElsewhere, alignment.Statement.Text[term.Start..term.End]);
        }
    }

    private static void TakeQuantities(SentenceAlignment alignment, Measures measures)
    {
        var (statement, source) = (alignment.Statement, alignment.Source);
        var here = source.QuantitiesOf(alignment.Window.First, alignment.Window.End);
        foreach (var quantity in statement.Quantities)
        {
            var words = statement.Text[quantity.Start..quantity.End];
            if (!Has(source.Quantities, quantity))
            {
                // “one” is more often a pronoun than a number.
                if (!(quantity is { Value: 1 or 2, Kind: QuantityKind.Count or QuantityKind.Ordinal } && char.IsLetter(words[0])))
                {
                    measures.Add(Feature.NumberUnseen);
                    measures.Note(FindingKind.NumberUnseen, words);
                }
            }
            else if (!Has(here, quantity))
            {
                measures.Note(FindingKind.NumberElsewhere, words);
            }
        }
    }

    private static bool Has(ReadOnlySpan<Quantity> quantities, in Quantity wanted)
    {
        foreach (var quantity in quantities)
        {
            if (Math.Abs(quantity.Value - wanted.Value) <= 1e-6 * Math.Abs(wanted.Value)
                && (quantity.Kind == QuantityKind.Percent) == (wanted.Kind == QuantityKind.Percent)
                && (quantity.Currency == wanted.Currency || quantity.Currency == '\0' || wanted.Currency == '\0'))
            {
                return true;
            }
        }

        return false;
    }
}
