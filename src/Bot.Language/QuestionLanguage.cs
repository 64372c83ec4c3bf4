using System.Collections.Frozen;

namespace Bot.Language;

/// <summary>Tells the language of a question, which is too short for <see cref="LanguageDetector"/>: by the words that open questions, and by letters that only some languages have.</summary>
public static class QuestionLanguage
{
    // A word that opens the question tells more than one inside it.
    private const int Opening = 2;
    private const int FewestPoints = 3;

    private static readonly (string Letters, string[] Languages)[] Letters =
    [
        ("äöüß", ["de"]), ("¿¡ñ", ["es"]), ("çœêëîïùû", ["fr"]), ("ãõ", ["pt"]), ("ąćęłńśźż", ["pl"]), ("åä", ["sv"]), ("æø", ["da"]), ("àèìò", ["it"]), ("éàè", ["fr"]),
    ];

    private static readonly FrozenDictionary<string, FrozenSet<string>> Words = WordList.Lines("question-words")
        .ToFrozenDictionary(words => words[0], words => words.Skip(1).ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <returns>ISO 639-1; null when it cannot be told, and for what may as well be English.</returns>
    public static string? Of(string question)
    {
        if (LanguageDetector.Detect(question) is { } sure)
        {
            return sure;
        }

        var words = question.ToLowerInvariant().Split([' ', '?', ',', '.', '!', '¿', '¡', '“', '”', '"', ':', ';', '\n'], StringSplitOptions.RemoveEmptyEntries);
        var points = Words.ToDictionary(language => language.Key, language => words.Select((word, i) => !language.Value.Contains(word) ? 0 : i == 0 ? Opening : 1).Sum(), StringComparer.Ordinal);
        foreach (var (letters, languages) in Letters)
        {
            foreach (var language in question.AsSpan().IndexOfAny(letters) >= 0 ? languages : [])
            {
                points[language]++;
            }
        }

        var (best, most) = points.MaxBy(entry => entry.Value);
        return most >= FewestPoints && points.All(entry => entry.Key == best || entry.Value < most) ? best : null;
    }
}
