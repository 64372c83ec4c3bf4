using System.Text;
using Bot.Language;

namespace Bot.Evaluation;

/// <summary>
/// Says a question in other words, as people do who have not read the article: some of its plain words become synonyms. What is learned from both
/// forms relies less on the article's own words.
/// </summary>
internal static class Paraphrase
{
    private const double Share = 0.5;
    private const float LeastWeight = 0.5f;

    /// <returns>Null when no word has a synonym.</returns>
    public static string? Of(string question, Random random)
    {
        var text = new StringBuilder();
        var (at, changed) = (0, false);
        foreach (var word in Words.Read(question))
        {
            text.Append(question, at, word.Start - at);
            at = word.End;
            var id = word.IsStop || word.IsCapital || word.IsNumber ? -1 : Lexicon.Default.Find(word.Text);
            var others = id < 0 ? [] : Lexicon.Default.RelativesOf(id)
                .Where(relative => relative.Relation is Relation.Synonym or Relation.Broader && relative.Weight >= LeastWeight)
                .Select(relative => Lexicon.Default.TextOf(relative.Id))
                .Where(other => Stems.Of(other) != word.Stem)
                .ToArray();
            if (others.Length > 0 && random.NextDouble() < Share)
            {
                text.Append(others[random.Next(others.Length)]);
                changed = true;
            }
            else
            {
                text.Append(question, word.Start, word.End - word.Start);
            }
        }

        return changed ? text.Append(question, at, question.Length - at).ToString() : null;
    }
}
