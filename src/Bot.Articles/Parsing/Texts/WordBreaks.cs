using System.Globalization;
using System.Text;
using Bot.Language;

namespace Bot.Articles.Parsing.Texts;

/// <summary>Joins lines that were broken to a width. A hyphen at the end of a line goes when it only divided a word, and stays when the word has it.</summary>
/// <param name="text">The whole document: a word that stands somewhere in one piece is written so everywhere.</param>
internal sealed class WordBreaks(string text)
{
    // “Nord- und Südflanke”: the first part of a word whose end follows with the next one.
    private static readonly HashSet<string> Conjunctions = new(StringComparer.OrdinalIgnoreCase) { "und", "oder", "bzw", "sowie", "bis", "and", "or", "to", "y", "o", "e", "et", "ou", "en", "of", "och", "og" };

    private readonly Lazy<HashSet<string>> _words = new(() => Words(text));
    private readonly Lazy<bool> _isEnglish = new(() => LanguageDetector.Detect(text.Length > 20_000 ? text[..20_000] : text) is null or "en");

    public string Join(IEnumerable<string> lines)
    {
        var joined = new StringBuilder();
        foreach (var line in lines)
        {
            Append(joined, line);
        }

        return joined.ToString();
    }

    /// <summary>Appends the next line of a paragraph; both are without white space at their ends.</summary>
    public void Append(StringBuilder paragraph, string line)
    {
        if (paragraph.Length == 0 || line.Length == 0)
        {
            paragraph.Append(line);
            return;
        }

        var isHyphen = paragraph[^1] is '-' or '\u2010' or '\u00AD' && paragraph.Length > 1 && char.IsLetterOrDigit(paragraph[^2]);
        if (!isHyphen)
        {
            paragraph.Append(Whitespace.IsUnspaced(paragraph[^1]) && Whitespace.IsUnspaced(line[0]) ? "" : " ").Append(line);
            return;
        }

        var tail = Leading(line);
        if (Conjunctions.Contains(tail))
        {
            paragraph.Append(' ').Append(line);
            return;
        }

        if (tail.Length > 0 && char.IsLower(tail[0]) && !KeepsHyphen(Trailing(paragraph), tail))
        {
            paragraph.Length--;
        }

        paragraph.Append(line);
    }

    private bool KeepsHyphen(string head, string tail)
    {
        if (_words.Value.Contains($"{head}{tail}"))
        {
            return false;
        }

        if (_words.Value.Contains($"{head}-{tail}") || head.Contains('-', StringComparison.Ordinal))
        {
            return true;
        }

        return _isEnglish.Value && Lexicon.Default.Find($"{head}{tail}".ToLowerInvariant()) < 0
            && Lexicon.Default.Find(head.ToLowerInvariant()) >= 0 && Lexicon.Default.Find(tail.ToLowerInvariant()) >= 0 && head.Length > 1 && tail.Length > 2;
    }

    private static string Leading(string line)
    {
        var end = 0;
        while (end < line.Length && IsOfWord(line[end]))
        {
            end++;
        }

        return line[..end];
    }

    /// <summary>The beginning of the word that the hyphen at the end divides.</summary>
    private static string Trailing(StringBuilder paragraph)
    {
        var start = paragraph.Length - 1;
        while (start > 0 && (IsOfWord(paragraph[start - 1]) || paragraph[start - 1] == '-'))
        {
            start--;
        }

        return paragraph.ToString(start, paragraph.Length - 1 - start);
    }

    private static bool IsOfWord(char c) => char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    private static HashSet<string> Words(string text)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var start = -1;
        for (var at = 0; at <= text.Length; at++)
        {
            var inWord = at < text.Length && (IsOfWord(text[at]) || (text[at] == '-' && start >= 0 && at + 1 < text.Length && IsOfWord(text[at + 1])));
            if (inWord && start < 0)
            {
                start = at;
            }
            else if (!inWord && start >= 0)
            {
                words.Add(text[start..at]);
                start = -1;
            }
        }

        return words;
    }
}
