using Bot.Answers.Verification.Evidence;
using Bot.Answers.Verification.Terms;

namespace Bot.Answers.Verification.Checks;

/// <summary>What somebody claims, told as if the article said so itself.</summary>
internal static class MissingAttributionCheck
{
    /// <summary>The claim's verb in the copied sentence; null when the statement gives the claim to somebody, or the article makes it its own.</summary>
    public static Finding? Find(SentenceAlignment alignment, CopiedSentence copy)
    {
        if (alignment.Statement.Quotes.Length > 0 || Array.Exists(alignment.Statement.Terms, term => term.Is(TermKinds.Reporting) || Wording.IsClaim(term.Text) || Wording.IsDoubt(term.Text)))
        {
            return null;
        }

        var terms = copy.Terms.Span;
        var (first, last) = (Array.FindIndex(copy.Taken, taken => taken >= 0), Array.FindLastIndex(copy.Taken, taken => taken >= 0));
        for (var i = 0; i < terms.Length; i++)
        {
            if ((i < first || (i > last && terms[i].Text != "saying" && !BeginsAnew(terms[(last + 1)..i]))) && Wording.IsClaim(terms[i].Text))
            {
                return new Finding(FindingKind.MissingAttribution, terms[i].Text);
            }
        }

        return null;
    }

    /// <summary>“The ships were built in 1981, and seven were out of order, according to …”: what is joined on belongs to another clause.</summary>
    private static bool BeginsAnew(ReadOnlySpan<Term> between)
    {
        foreach (ref readonly var term in between)
        {
            if (term.Text is "and" or "but" or "while")
            {
                return true;
            }
        }

        return false;
    }
}
