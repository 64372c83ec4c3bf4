namespace Bot.Answers.Verification;

/// <summary>What kind of statement it is, and what kind of source.</summary>
internal static class FormMeasures
{
    public static void Take(Overlay overlay, Measures measures)
    {
        var text = overlay.Statement.Text.AsSpan().TrimEnd();
        ReadOnlySpan<Term> terms = overlay.Statement.Terms;
        var sentences = overlay.Source.Sentences.Length;
        measures.Set(Feature.Terms, terms.Length);
        measures.Set(Feature.ContentTerms, overlay.Content.Length);
        measures.Set(Feature.LowerCase, text.ContainsAnyInRange('A', 'Z') ? 0 : 1);
        measures.Set(Feature.OpenEnd, text.Length > 0 && text[^1] is '.' or '!' or '?' or '"' or '”' or '\'' or ')' ? 0 : 1);
        measures.Set(Feature.Announces, text.EndsWith(":", StringComparison.Ordinal) ? 1 : 0);
        measures.Set(Feature.Compression, terms.Length == 0 ? 0 : (double)overlay.Stretch.Length / terms.Length);
        measures.Set(Feature.About, terms.CountOf(TermKinds.Reporting));
        measures.Set(Feature.SourceSentences, Math.Log(1 + sentences));
        measures.Set(Feature.WindowPosition, sentences == 0 ? 0 : (double)overlay.Window.First / sentences);
        measures.Set(Feature.SourceTerms, Math.Log(1 + overlay.Source.Terms.Length));
        var rarity = 0f;
        foreach (var term in overlay.Content)
        {
            rarity += terms[term].Weight;
        }

        measures.Set(Feature.Rarity, overlay.Content.Length == 0 ? 0 : rarity / overlay.Content.Length);
        var seen = new HashSet<(string, string)>(terms.Length);
        for (var i = 1; i < terms.Length; i++)
        {
            if (!seen.Add((terms[i - 1].Text, terms[i].Text)))
            {
                measures.Add(Feature.Repeats);
            }
        }
    }
}
