using System.Collections.Frozen;

namespace Bot.Language;

/// <summary>Brings British spellings to the American ones, so that either finds the other.</summary>
public static class Spelling
{
    private static readonly FrozenDictionary<string, string> Single =
        WordList.Lines("en/british-spellings").ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    private static readonly (string British, string American)[] Endings =
    [
        ("isation", "ization"), ("isations", "izations"), ("isational", "izational"), ("ise", "ize"), ("ises", "izes"), ("ised", "ized"),
        ("ising", "izing"), ("iser", "izer"), ("isers", "izers"), ("yse", "yze"), ("ysed", "yzed"), ("ysing", "yzing"), ("yses", "yzes"),
        ("our", "or"), ("ours", "ors"), ("oured", "ored"), ("ouring", "oring"), ("ourable", "orable"), ("ourite", "orite"), ("ourites", "orites"),
        ("ourhood", "orhood"), ("ourhoods", "orhoods"), ("oural", "oral"), ("ourer", "orer"), ("ourers", "orers"),
        ("tre", "ter"), ("tres", "ters"), ("bre", "ber"), ("bres", "bers"),
    ];

    private static readonly string[] Doubled = ["lled", "lling", "ller", "llers", "llor", "llors"];

    /// <param name="word">In lower case.</param>
    /// <returns>The American spelling, or the word itself.</returns>
    public static string American(string word)
    {
        if (word.Length < 4)
        {
            return word;
        }

        if (Single.TryGetValue(word, out var american))
        {
            return american;
        }

        if (word.Length < 6)
        {
            return word;
        }

        foreach (var (from, to) in Endings)
        {
            if (word.EndsWith(from, StringComparison.Ordinal))
            {
                return IfKnown(string.Concat(word.AsSpan(0, word.Length - from.Length), to), word);
            }
        }

        foreach (var ending in Doubled)
        {
            // Only after a second syllable: “travelled” is “traveled”, “filled” is not “filed”.
            if (word.EndsWith(ending, StringComparison.Ordinal) && Syllables(word.AsSpan(0, word.Length - ending.Length)) > 1)
            {
                return IfKnown(string.Concat(word.AsSpan(0, word.Length - ending.Length), ending.AsSpan(1)), word);
            }
        }

        return word;
    }

    // An ending alone proves nothing (“advise”, “contour”): the result has to be a word.
    private static string IfKnown(string american, string word) => Lexicon.Default.Find(american) >= 0 ? american : word;

    private static int Syllables(ReadOnlySpan<char> word)
    {
        var count = 0;
        var inVowel = false;
        foreach (var c in word)
        {
            var vowel = c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
            count += vowel && !inVowel ? 1 : 0;
            inVowel = vowel;
        }

        return count;
    }
}
