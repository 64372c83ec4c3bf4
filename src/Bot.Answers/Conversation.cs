namespace Bot.Answers;

/// <summary>The thread of one conversation: makes “and what did he say about Greenland?” a question that stands alone, by rules.</summary>
/// <remarks>
/// Only what was asked is looked at: a pronoun means the first name of the latest question that had one, since that is mostly its subject;
/// “what about X” asks the latest question of X.
/// </remarks>
public sealed class Conversation
{
    private static readonly string[] Ellipses = ["and what about ", "but what about ", "so what about ", "what about ", "and how about ", "how about ", "and about ", "and "];

    private static readonly HashSet<string> Objective = new(["him", "them", "he", "she", "they", "it"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Possessive = new(["his", "their", "its"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Openers = new(
        [
            "who", "what", "when", "where", "why", "which", "whose", "whom", "how", "did", "does", "do", "is", "are", "was", "were", "has", "have", "had",
            "can", "could", "will", "would", "should", "may", "in", "on", "at", "and", "but", "so", "the", "a", "an", "tell", "name", "list", "according", "i",
        ],
        StringComparer.OrdinalIgnoreCase);

    private string? _last;
    private string? _name;

    /// <summary>The question as it would be asked by somebody who had not heard the earlier ones.</summary>
    public string StandAlone(string question)
    {
        if (_last is null)
        {
            return question;
        }

        var ellipsis = Ellipses.FirstOrDefault(opening => question.StartsWith(opening, StringComparison.OrdinalIgnoreCase));
        if (ellipsis is not null)
        {
            var rest = question[ellipsis.Length..];
            return IsQuestion(rest) ? WithNames(Capitalised(rest)) : AskedOf(rest.TrimEnd('?', '.', ' '), ellipsis);
        }

        return WithNames(question);
    }

    /// <summary>Remembers a question that was asked, in its stand-alone form.</summary>
    public void Add(string standAlone)
    {
        _last = standAlone;
        _name = FirstName(standAlone) ?? _name;
    }

    /// <summary>The last question put to another subject: to what followed “about” if there was such a thing, else in place of the name.</summary>
    private string AskedOf(string subject, string ellipsis)
    {
        var last = _last!.TrimEnd('?', '.', ' ');
        var about = last.LastIndexOf(" about ", StringComparison.OrdinalIgnoreCase);
        if (about > 0 && (ellipsis.Contains("and about", StringComparison.OrdinalIgnoreCase) || !IsName(subject) || !NameBefore(last, about)))
        {
            return $"{last[..about]} about {subject}?";
        }

        return _name is not null && last.Contains(_name, StringComparison.Ordinal)
            ? last.Replace(_name, subject, StringComparison.Ordinal) + "?"
            : $"{last}: {subject}?";
    }

    /// <summary>Puts the name in place of the first pronoun, unless the question names somebody before it.</summary>
    private string WithNames(string question)
    {
        if (_name is null)
        {
            return question;
        }

        var words = question.Split(' ');
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i].TrimEnd('?', '.', ',', '!');
            var tail = words[i][word.Length..];
            if (IsPossessive(word, words, i))
            {
                words[i] = $"{_name}’s{tail}";
                return string.Join(' ', words);
            }

            if (Objective.Contains(word) && !IsEmptySubject(word, words, i) || word.Equals("her", StringComparison.OrdinalIgnoreCase))
            {
                words[i] = _name + tail;
                return string.Join(' ', words);
            }

            if (i > 0 && IsName(word))
            {
                return question;
            }
        }

        return question;
    }

    // “is it true that …”, “how long does it take”: nobody is meant.
    private static bool IsEmptySubject(string word, string[] words, int index) =>
        word.Equals("it", StringComparison.OrdinalIgnoreCase) && index + 1 < words.Length && words[index + 1] is "true" or "clear" or "possible" or "likely" or "take";

    // “her” is an object before a mark or at the end, a possessive before a word.
    private static bool IsPossessive(string word, string[] words, int index) =>
        Possessive.Contains(word)
        || (word.Equals("her", StringComparison.OrdinalIgnoreCase) && index + 1 < words.Length && words[index].Length == word.Length);

    private static bool IsQuestion(string text) => Openers.Contains(text.Split(' ', 2)[0]) && text.Contains(' ', StringComparison.Ordinal)
        && !text.StartsWith("the ", StringComparison.OrdinalIgnoreCase) && !text.StartsWith("a ", StringComparison.OrdinalIgnoreCase)
        && !text.StartsWith("in ", StringComparison.OrdinalIgnoreCase);

    private static bool IsName(string text) => text.Length > 0 && char.IsUpper(text[0]);

    private static bool NameBefore(string text, int end) => FirstName(text[..end]) is not null;

    private static string Capitalised(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>The first run of capitalised words that is not merely the sentence's opening.</summary>
    private static string? FirstName(string text)
    {
        var run = new List<string>();
        var words = text.Split([' ', '?', ',', '“', '”', '"', ':', ';', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i <= words.Length; i++)
        {
            var word = i < words.Length ? words[i].TrimEnd('.') : "";
            var bare = word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal) ? word[..^2] : word;
            if (bare.Length > 0 && char.IsUpper(bare[0]) && !(i == 0 && Openers.Contains(bare)) && !bare.Equals("I", StringComparison.Ordinal))
            {
                run.Add(bare);
                continue;
            }

            if (run.Count > 0)
            {
                return string.Join(' ', run);
            }
        }

        return null;
    }
}
