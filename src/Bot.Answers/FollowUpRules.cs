using Bot.Language;

namespace Bot.Answers;

/// <summary>Makes “and what did he say about Greenland?” a question that stands alone, without a model.</summary>
/// <remarks>
/// “He” means the person whom the latest question, or else the words that answered it, name first; “it” the first name of the latest question that had
/// one, since that is mostly its subject; “what about X” asks the latest question of X.
/// </remarks>
internal static class FollowUpRules
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

    /// <summary>Words by which a question may lean on what was said before it.</summary>
    private static readonly HashSet<string> Leaning = new(
        [
            "he", "she", "it", "they", "him", "her", "them", "his", "hers", "its", "their", "theirs", "this", "that", "these", "those", "there", "then", "here",
            "one", "ones", "same", "other", "others", "another", "else", "more", "such", "both", "too", "also", "again",
        ],
        StringComparer.Ordinal);

    /// <summary>Whether the question names something and none of its words looks back.</summary>
    public static bool StandsAlone(string question)
    {
        var words = Words.Read(question);
        return words.Any(word => (word.IsCapital && !word.IsStop && (word.Traits & WordTraits.Opening) == 0) || word.IsNumber) && !words.Any(word => Leaning.Contains(word.Text))
            && !Ellipses.Any(opening => question.StartsWith(opening, StringComparison.OrdinalIgnoreCase));
    }

    /// <param name="earlier">At least one turn, oldest first.</param>
    public static string StandAlone(string question, IReadOnlyList<ConversationTurn> earlier)
    {
        var ellipsis = Ellipses.FirstOrDefault(opening => question.StartsWith(opening, StringComparison.OrdinalIgnoreCase));
        if (ellipsis is not null)
        {
            var rest = question[ellipsis.Length..];
            return IsQuestion(rest) ? WithNames(Capitalised(rest), earlier) : AskedOf(rest.TrimEnd('?', '.', ' '), ellipsis, earlier);
        }

        return WithNames(question, earlier);
    }

    /// <summary>The last question put to another subject: to what followed “about” if there was such a thing, else in place of the name.</summary>
    private static string AskedOf(string subject, string ellipsis, IReadOnlyList<ConversationTurn> earlier)
    {
        var last = earlier[^1].Question.TrimEnd('?', '.', ' ');
        var about = last.LastIndexOf(" about ", StringComparison.OrdinalIgnoreCase);
        if (about > 0 && (ellipsis.Contains("and about", StringComparison.OrdinalIgnoreCase) || !IsName(subject) || !NameBefore(last, about)))
        {
            return $"{last[..about]} about {subject}?";
        }

        return LatestName(earlier) is { } name && last.Contains(name, StringComparison.Ordinal)
            ? last.Replace(name, subject, StringComparison.Ordinal) + "?"
            : $"{last}: {subject}?";
    }

    /// <summary>Puts the name in place of the first pronoun, unless the question names somebody before it.</summary>
    private static string WithNames(string question, IReadOnlyList<ConversationTurn> earlier)
    {
        var words = question.Split(' ');
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i].TrimEnd('?', '.', ',', '!');
            var tail = words[i][word.Length..];
            var owns = IsPossessive(word, words, i);
            if (owns || (Objective.Contains(word) && !IsEmptySubject(word, words, i)) || word.Equals("her", StringComparison.OrdinalIgnoreCase))
            {
                if (Meant(word, earlier) is not { } name)
                {
                    return question;
                }

                words[i] = owns ? $"{name}’s{tail}" : name + tail;
                return string.Join(' ', words);
            }

            if (i > 0 && IsName(word))
            {
                return question;
            }
        }

        return question;
    }

    /// <summary>Whom or what a pronoun stands for; null when nothing was named.</summary>
    private static string? Meant(string pronoun, IReadOnlyList<ConversationTurn> earlier)
    {
        var gender = pronoun.ToLowerInvariant() switch { "he" or "him" or "his" => "he", "she" or "her" => "she", _ => null };
        return (gender is null ? null : LatestPerson(gender, earlier)) ?? LatestName(earlier);
    }

    private static string? LatestPerson(string pronoun, IReadOnlyList<ConversationTurn> earlier) => earlier.Reverse()
        .SelectMany(turn => turn.Evidence.Prepend(turn.Question))
        .SelectMany(text => PronounNote.PeopleIn(text))
        .FirstOrDefault(name => PronounNote.Agrees(name, pronoun));

    private static string? LatestName(IReadOnlyList<ConversationTurn> earlier) => earlier.Reverse().Select(turn => FirstName(turn.Question)).FirstOrDefault(name => name is not null);

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
