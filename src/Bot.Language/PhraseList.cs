namespace Bot.Language;

/// <summary>
/// A word list whose lines are phrases. Between blanks stand the words in order: <c>a|b</c> is either of them, <c>!a|b</c> that neither follows, <c>*</c> any word and
/// <c>,</c> a comma behind the word before.
/// </summary>
/// <param name="name">As for <see cref="WordList"/>.</param>
public sealed class PhraseList(string name)
{
    private const string AnyWord = "*";
    private const string Comma = ",";

    private readonly Part[][] _phrases = [.. WordList.Lines(name).Select(line => Array.ConvertAll(line, part => new Part(part.TrimStart('!').Split('|'), part[0] == '!')))];

    /// <summary>Whether the text begins with one of the phrases.</summary>
    /// <param name="words">Of the text.</param>
    public bool Opens(string text, IReadOnlyList<Word> words) => Array.Exists(_phrases, phrase => Matches(phrase, text, words));

    private static bool Matches(Part[] phrase, string text, IReadOnlyList<Word> words)
    {
        var next = 0;
        foreach (var part in phrase)
        {
            if (part.Words is [Comma])
            {
                if (next == 0 || words[next - 1].End >= text.Length || text[words[next - 1].End] != ',')
                {
                    return false;
                }
            }
            else if (part.IsExcluded)
            {
                if (next < words.Count && part.Words.Contains(words[next].Text))
                {
                    return false;
                }
            }
            else if (next == words.Count || !(part.Words is [AnyWord] || part.Words.Contains(words[next].Text)))
            {
                return false;
            }
            else
            {
                next++;
            }
        }

        return true;
    }

    private sealed record Part(string[] Words, bool IsExcluded);
}
