using Bot.Answers.Verification.Evidence;
using Bot.Answers.Verification.Terms;

namespace Bot.Answers.Verification.Checks;

/// <summary>Two words of one sentence, each in the other's place: “3 of 5” for “5 of 3”, who did it for whom it was done to.</summary>
internal static class SwappedWordsCheck
{
    private const int End = -2;
    private const int MostOnStack = 256;

    /// <summary>Two words in the reverse of the source's order, each before what follows the other there; null when there are none.</summary>
    /// <remarks>Whoever turns a sentence round takes the words beside them along.</remarks>
    public static Finding? Find(SentenceAlignment alignment, bool isNearCopy)
    {
        var terms = alignment.Statement.Terms;
        Span<int> places = terms.Length <= MostOnStack ? stackalloc int[terms.Length] : new int[terms.Length];
        for (var sentence = alignment.Window.First; sentence < alignment.Window.End; sentence++)
        {
            var source = alignment.Source.TermsOf(sentence);
            for (var i = 0; i < terms.Length; i++)
            {
                places[i] = IsThing(terms[i], isNearCopy) ? IndexOf(source, terms[i].Stem) : -1;
            }

            for (var i = 0; i + 1 < terms.Length; i++)
            {
                // “…,” said X is “X said …”.
                if (places[i] is not (>= 0 and var of) || terms[i + 1].Is(TermKinds.Reporting))
                {
                    continue;
                }

                // “52:15” for “15:52”
                if (terms[i].Is(TermKinds.Number) && terms[i + 1].Is(TermKinds.Number) && of > 1 && i > 0
                    && source[of - 1].Stem == terms[i + 1].Stem && source[of - 2].Stem == terms[i - 1].Stem && Next(terms, i + 1) == Next(source, of))
                {
                    return Of(alignment, i, i + 1);
                }

                for (var j = i + 2; j < terms.Length; j++)
                {
                    if (places[j] is >= 0 and var there && there < of && terms[j].Is(TermKinds.Number) == terms[i].Is(TermKinds.Number)
                        && Next(terms, i) == Next(source, there) && Next(terms, j) == Next(source, of) && Next(terms, i) != Next(terms, j)
                        && !(KeepsCompany(terms, i, source, of) && KeepsCompany(terms, j, source, there)) && !AreListed(terms, i, j))
                    {
                        return Of(alignment, i, j);
                    }
                }
            }
        }

        return null;
    }

    private static Finding Of(SentenceAlignment alignment, int first, int second)
    {
        var (statement, one, other) = (alignment.Statement, alignment.Statement.Terms[first], alignment.Statement.Terms[second]);
        return new Finding(FindingKind.SwappedWords, $"“{statement.Text[one.Start..one.End]}” and “{statement.Text[other.Start..other.End]}”");
    }

    // “Claims” and “reports” are things, too, but in free words mostly verbs.
    private static bool IsThing(in Term term, bool isNearCopy) => term.Stem >= 0 && (isNearCopy ? !term.Is(TermKinds.Stop) : term.IsContent);

    private static int Next(ReadOnlySpan<Term> terms, int at) => at + 1 == terms.Length ? End : terms[at + 1].Stem;

    // “sold 45 carts and bought 12 horses”
    private static bool KeepsCompany(ReadOnlySpan<Term> terms, int at, ReadOnlySpan<Term> source, int there) =>
        at > 0 && there > 0 && terms[at - 1].IsContent && terms[at - 1].Stem == source[there - 1].Stem;

    /// <summary>Where the only word with this stem stands; -1 when there is none, or several.</summary>
    private static int IndexOf(ReadOnlySpan<Term> terms, int stem)
    {
        var found = -1;
        for (var i = 0; i < terms.Length; i++)
        {
            if (terms[i].Stem == stem)
            {
                if (found >= 0)
                {
                    return -1;
                }

                found = i;
            }
        }

        return found;
    }

    // “Oslo and Bergen” are “Bergen and Oslo”.
    private static bool AreListed(ReadOnlySpan<Term> terms, int first, int last)
    {
        for (var i = first + 1; i < last; i++)
        {
            if (!(terms[i].Text is "and" or "or") && !terms[i].Is(TermKinds.Name | TermKinds.Number))
            {
                return false;
            }
        }

        return true;
    }
}
