namespace Bot.Answers.Verification;

/// <summary>What somebody claims, told as if the article said so itself.</summary>
internal static class Unattributed
{
    /// <summary>The claim's verb in the copied sentence; null when the statement gives the claim to somebody, or the article makes it its own.</summary>
    public static Finding? Find(Overlay overlay, HomeSentence home)
    {
        if (overlay.Statement.Quotes.Length > 0 || Array.Exists(overlay.Statement.Terms, term => term.Is(TermKinds.Reporting) || Wording.IsClaim(term.Text) || Wording.IsDoubt(term.Text)))
        {
            return null;
        }

        var terms = home.Terms.Span;
        var (first, last) = (Array.FindIndex(home.Taken, taken => taken >= 0), Array.FindLastIndex(home.Taken, taken => taken >= 0));
        for (var i = 0; i < terms.Length; i++)
        {
            if ((i < first || i > last) && Wording.IsClaim(terms[i].Text))
            {
                return new Finding(FindingKind.Unattributed, terms[i].Text);
            }
        }

        return null;
    }
}
