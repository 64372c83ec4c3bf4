using System.Collections.Frozen;

namespace Bot.Language;

/// <summary>Tells the language of a text by its function words, or by its script where only one language is written in it.</summary>
public static class LanguageDetector
{
    private const int MaxWords = 2_000;
    private const int MaxCharacters = 20_000;
    private const int FewestHits = 3;

    // Words that several of these languages share count for each, so they do no harm; what decides is the sum.
    private static readonly string[][] FunctionWords = [.. WordList.Lines("function-words")];

    private static readonly FrozenDictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> LanguagesOfWord = FunctionWords
        .SelectMany((entry, index) => entry.Skip(1).Distinct(StringComparer.Ordinal).Select(word => (word, index)))
        .GroupBy(pair => pair.word, pair => pair.index, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <returns>ISO 639-1, or null when the words are too few or too mixed to tell.</returns>
    public static string? Detect(string text)
    {
        var sample = text.AsSpan(0, Math.Min(text.Length, MaxCharacters));
        return ByScript(sample) ?? ByWords(sample);
    }

    private static string? ByWords(ReadOnlySpan<char> text)
    {
        Span<int> hits = stackalloc int[FunctionWords.Length];
        Span<char> lower = stackalloc char[24];
        var words = 0;
        for (var at = 0; at < text.Length && words < MaxWords;)
        {
            if (!char.IsLetter(text[at]))
            {
                at++;
                continue;
            }

            var end = at + 1;
            while (end < text.Length && (char.IsLetter(text[end]) || (text[end] is '\'' or '’' && end + 1 < text.Length && char.IsLetter(text[end + 1]))))
            {
                end++;
            }

            words++;
            if (end - at <= lower.Length)
            {
                var length = text[at..end].ToLowerInvariant(lower);
                lower[..length].Replace('’', '\'');
                if (LanguagesOfWord.TryGetValue(lower[..length], out var languages))
                {
                    foreach (var language in languages)
                    {
                        hits[language]++;
                    }
                }
            }

            at = end;
        }

        return Winner(hits, words);
    }

    private static string? Winner(ReadOnlySpan<int> hits, int words)
    {
        var (best, second) = (0, -1);
        for (var i = 1; i < hits.Length; i++)
        {
            if (hits[i] > hits[best])
            {
                (best, second) = (i, best);
            }
            else if (second < 0 || hits[i] > hits[second])
            {
                second = i;
            }
        }

        var clear = hits[best] >= FewestHits && hits[best] * 10 >= words && hits[best] * 10 >= hits[second] * 11;
        return clear ? FunctionWords[best][0] : null;
    }

    private static string? ByScript(ReadOnlySpan<char> text)
    {
        int letters = 0, greek = 0, cyrillic = 0, ukrainian = 0, hebrew = 0, arabic = 0, persian = 0, han = 0, kana = 0, hangul = 0;
        foreach (var c in text)
        {
            letters += char.IsLetter(c) ? 1 : 0;
            switch (c)
            {
                case >= '\u0370' and <= '\u03FF': greek++; break;
                case 'і' or 'ї' or 'є' or 'ґ' or 'І' or 'Ї' or 'Є': ukrainian++; cyrillic++; break;
                case >= '\u0400' and <= '\u04FF': cyrillic++; break;
                case >= '\u0590' and <= '\u05FF': hebrew++; break;
                case 'پ' or 'چ' or 'ژ' or 'گ' or 'ی': persian++; arabic++; break;
                case >= '\u0600' and <= '\u06FF': arabic++; break;
                case >= '\u3040' and <= '\u30FF': kana++; break;
                case >= '\u4E00' and <= '\u9FFF': han++; break;
                case >= '\uAC00' and <= '\uD7AF': hangul++; break;
                default: break;
            }
        }

        bool Most(int count) => count > 10 && count * 2 > letters;
        return Most(greek) ? "el"
            : Most(cyrillic) ? (ukrainian * 50 > cyrillic ? "uk" : "ru")
            : Most(hebrew) ? "he"
            : Most(arabic) ? (persian * 50 > arabic ? "fa" : "ar")
            : Most(hangul) ? "ko"
            : Most(han + kana) ? (kana * 10 > han ? "ja" : "zh")
            : null;
    }
}
