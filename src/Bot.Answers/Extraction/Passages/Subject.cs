using System.Collections.Frozen;
using System.Collections.Immutable;
using Bot.Articles;
using Bot.Language;

namespace Bot.Answers.Extraction.Passages;

/// <summary>What “it” or “they” at the start of a sentence most likely stands for: what the sentences before it begin with (Grosz, Joshi and Weinstein 1995: the subject is the centre).</summary>
internal static class Subject
{
    private const int MostSentencesBack = 3;

    // A longer beginning is no subject.
    private const int MostWords = 6;

    private static readonly FrozenSet<string> Pronouns = new[] { "it", "its", "they", "their", "this", "these" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Verbs =
        new[] { "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may", "might", "must", "should", "does", "do", "did" }.ToFrozenSet(StringComparer.Ordinal);

    /// <param name="opening">The first word of the sentence.</param>
    /// <returns>The words of the subject; none for a sentence that begins otherwise, or where none can be told.</returns>
    public static IEnumerable<Word> MeantBy(Article article, Paragraph paragraph, Sentence sentence, Word opening) => Pronouns.Contains(opening.Text)
        ? Before(article, paragraph, sentence).Take(MostSentencesBack).Select(Words.Read).Where(words => words.Length > 0 && !Pronouns.Contains(words[0].Text)).Select(Of).FirstOrDefault([])
        : [];

    private static IEnumerable<Word> Of(ImmutableArray<Word> words)
    {
        var beginning = words.TakeWhile(word => !Verbs.Contains(word.Text) && !word.Text.EndsWith("ed", StringComparison.Ordinal)).Where(word => !word.IsStop).ToArray();
        return beginning.Length is > 0 and <= MostWords ? beginning : [];
    }

    /// <summary>Nearest first.</summary>
    private static IEnumerable<string> Before(Article article, Paragraph paragraph, Sentence sentence)
    {
        for (var current = paragraph; current is not null; current = article.Paragraph(current.Number - 1))
        {
            foreach (var earlier in current.Sentences.Where(s => current != paragraph || s.End <= sentence.Start).Reverse())
            {
                yield return current.TextOf(earlier);
            }
        }
    }
}
