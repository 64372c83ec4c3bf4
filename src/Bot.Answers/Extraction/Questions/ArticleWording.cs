using System.Text;
using Bot.Answers.Extraction.Passages;
using Bot.Language;

namespace Bot.Answers.Extraction.Questions;

/// <summary>Writes a question as the articles would: their names with capitals, and words that nobody knows as the only word of theirs that is nearly the same.</summary>
internal static class ArticleWording
{
    private const int LeastLetters = 4;

    // From so many letters on, two of them may be wrong.
    private const int LongWord = 8;

    public static string Of(string question, IReadOnlyList<EvidencePassage> passages, ReadingCache cache)
    {
        var words = Words.Read(question);
        if (words.All(word => word.IsStop || word.IsNumber))
        {
            return question;
        }

        var (known, capitals) = Vocabulary(passages, cache);
        var (text, at) = (new StringBuilder(), 0);
        foreach (var word in words)
        {
            text.Append(question, at, word.Start - at);
            at = word.End;
            text.Append(word.IsStop || word.IsNumber ? question[word.Start..word.End] : Written(question[word.Start..word.End], word, known, capitals));
        }

        return text.Append(question, at, question.Length - at).ToString();
    }

    private static string Written(string asked, Word word, Dictionary<string, string> known, HashSet<string> capitals)
    {
        var folded = word.Text;
        if (!known.ContainsKey(folded) && folded.Length >= LeastLetters && Lexicon.Default.Find(folded) < 0 && Nearest(folded, known.Keys) is { } near)
        {
            (folded, asked) = (near, known[near]);
        }

        return !word.IsCapital && capitals.Contains(folded) ? known[folded] : asked;
    }

    /// <summary>Words in lower case as the articles write them; and those that they write with a capital wherever it means something.</summary>
    private static (Dictionary<string, string> Known, HashSet<string> Capitals) Vocabulary(IReadOnlyList<EvidencePassage> passages, ReadingCache cache)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        var (capitals, plain) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var passage in passages)
        {
            foreach (var sentence in cache.Read(passage.Article, passage.Paragraph))
            {
                var start = sentence.Sentence.Start;
                foreach (var word in sentence.Words)
                {
                    var isName = word.IsCapital && (word.Traits & WordTraits.Opening) == 0;
                    if (isName || !known.ContainsKey(word.Text))
                    {
                        known[word.Text] = passage.Paragraph.Text.Substring(start + word.Start, word.End - word.Start);
                    }

                    _ = isName ? capitals.Add(word.Text) : word.IsCapital || plain.Add(word.Text);
                }
            }
        }

        capitals.ExceptWith(plain);
        return (known, capitals);
    }

    /// <summary>The only word within one letter, or two of a long word; null when there is none or more than one.</summary>
    private static string? Nearest(string word, IEnumerable<string> others)
    {
        var (most, found, several) = (word.Length >= LongWord ? 2 : 1, default(string), false);
        foreach (var other in others)
        {
            if (other.Length < LeastLetters || other[0] != word[0] || Math.Abs(other.Length - word.Length) > most || !char.IsLetter(other[^1]))
            {
                continue;
            }

            var distance = Distance(word, other);
            if (distance < most)
            {
                (most, found, several) = (distance, other, false);
            }
            else if (distance == most)
            {
                several |= found is not null && Stems.Of(found) != Stems.Of(other);
                found = other;
            }
        }

        return several ? null : found;
    }

    /// <summary>How many letters are added, left out, changed or swapped with their neighbour.</summary>
    private static int Distance(string a, string b)
    {
        var distances = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                distances[i, j] = i == 0 || j == 0 ? i + j
                    : Math.Min(Math.Min(distances[i - 1, j], distances[i, j - 1]) + 1, distances[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    distances[i, j] = Math.Min(distances[i, j], distances[i - 2, j - 2] + 1);
                }
            }
        }

        return distances[a.Length, b.Length];
    }
}
