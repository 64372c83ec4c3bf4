using System.Collections.Frozen;

namespace Bot.Language;

/// <summary>Tells the language of a text by its function words, or by its script where only one language is written in it.</summary>
public static class LanguageDetector
{
    private const int MaxWords = 2_000;
    private const int MaxCharacters = 20_000;
    private const int FewestHits = 3;

    // Words that several of these languages share count for each, so they do no harm; what decides is the sum.
    private static readonly (string Language, string Words)[] FunctionWords =
    [
        ("en", "the of and to in a is that for it was on with as he be at by this had not are but from have an they which or his she you were been will their has would there what said we who more can about"),
        ("de", "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch"),
        ("fr", "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se il sont ce avec son cette aux ont mais sa ses ou être elle été leur nous comme c'est qu'il d'une était fait"),
        ("es", "de la que el en y a los del se las por un para con no una su al es lo como más pero sus le ha o este sí porque esta entre cuando muy sin sobre también me hasta hay donde quien desde fue son según"),
        ("it", "di e il la che in a per un è non del con si una le i da sono della al dei ha come più ma nel lo gli alla delle dal anche se su o ci hanno degli suo sua questo essere dalla stato tra nella fra"),
        ("nl", "de het een van en in is dat op te zijn met voor niet die aan er om door ook als bij maar naar heeft uit hij zich nog dan worden over wordt ze tot werd ik we hebben deze was geen meer kan zou hun"),
        ("pt", "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois"),
        ("sv", "och i att det som en på är av för med den till inte har de om ett han men var jag från så vi kan när år nu efter eller mot upp sig hade ska"),
        ("da", "og i at det er en til af på for den med der de ikke som har et var om han fra men kan jeg vi så efter eller også blev hun mod op nu skal havde"),
        ("pl", "i w na z do się nie to że jest o jak po za od przez ale dla który przy są tym oraz już tylko jego być był ma co które może także"),
    ];

    private static readonly FrozenDictionary<string, int[]>.AlternateLookup<ReadOnlySpan<char>> LanguagesOfWord = FunctionWords
        .SelectMany((entry, index) => entry.Words.Split(' ').Distinct(StringComparer.Ordinal).Select(word => (word, index)))
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
        return clear ? FunctionWords[best].Language : null;
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
