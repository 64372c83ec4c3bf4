using Bot.Answers.Verification.Evidence;
using Bot.Answers.Verification.Terms;

namespace Bot.Answers.Verification.Scoring;

/// <summary>What kind of statement it is, and what kind of source.</summary>
internal static class FormMeasures
{
    public static void Take(SentenceAlignment alignment, Measures measures)
    {
        var text = alignment.Statement.Text.AsSpan().TrimEnd();
        ReadOnlySpan<Term> terms = alignment.Statement.Terms;
        var sentences = alignment.Source.Sentences.Length;
        measures.Set(Feature.Terms, terms.Length);
        measures.Set(Feature.ContentTerms, alignment.Content.Length);
        measures.Set(Feature.LowerCase, text.ContainsAnyInRange('A', 'Z') ? 0 : 1);
        measures.Set(Feature.OpenEnd, text.Length > 0 && text[^1] is '.' or '!' or '?' or '"' or '”' or '\'' or ')' ? 0 : 1);
        measures.Set(Feature.Announces, text.EndsWith(":", StringComparison.Ordinal) ? 1 : 0);
        measures.Set(Feature.Compression, terms.Length == 0 ? 0 : (double)alignment.Stretch.Length / terms.Length);
        measures.Set(Feature.About, terms.CountOf(TermKinds.Reporting));
        measures.Set(Feature.SourceSentences, Math.Log(1 + sentences));
        measures.Set(Feature.WindowPosition, sentences == 0 ? 0 : (double)alignment.Window.First / sentences);
        measures.Set(Feature.SourceTerms, Math.Log(1 + alignment.Source.Terms.Length));
        var rarity = 0f;
        foreach (var term in alignment.Content)
        {
            rarity += terms[term].Weight;
        }

        measures.Set(Feature.Rarity, alignment.Content.Length == 0 ? 0 : rarity / alignment.Content.Length);
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
