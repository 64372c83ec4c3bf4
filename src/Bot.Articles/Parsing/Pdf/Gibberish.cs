using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Language;

namespace Bot.Articles.Parsing.Pdf;

/// <summary>Tells text whose font does not say which letters its shapes are: what comes out is of no language, and hardly any word is built like one.</summary>
internal static partial class Gibberish
{
    private const int FewestLetters = 100;

    // Tables and lists of names without a language are above; fonts that lie are below.
    private const double LeastWords = 0.6;

    // Languages in Latin letters have from .35 to .5.
    private const double LeastVowels = 0.25;

    public static bool Is(string text)
    {
        var letters = text.Count(char.IsLetter);
        if (letters < FewestLetters || LanguageDetector.Detect(text) is not null)
        {
            return false;
        }

        var words = text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Where(word => word.Any(char.IsLetter) || word.Any(IsNoLetter)).ToArray();
        return words.Count(word => Word().IsMatch(word)) < LeastWords * words.Length || HasTooFewVowels(text);
    }

    /// <summary>Letters that are all some places off in the alphabet make words of the right shape.</summary>
    private static bool HasTooFewVowels(string text)
    {
        int latin = 0, vowels = 0;
        foreach (var c in text.Where(char.IsAsciiLetter))
        {
            latin++;
            vowels += char.ToLowerInvariant(c) is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' ? 1 : 0;
        }

        return latin >= FewestLetters && vowels < LeastVowels * latin;
    }

    private static bool IsNoLetter(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Control || c == '\uFFFD';

    /// <summary>Letters of one script, capitals first or all through, with marks around them.</summary>
    [GeneratedRegex(
        @"^[\p{P}\p{S}]*(?:\p{Lu}?[a-zß-ÿĀ-ɏ’'-]+|[A-ZÀ-Þ’'-]+|[\p{IsCyrillic}-]+|[\p{IsGreek}-]+|[\p{IsArabic}]+|[\p{IsHebrew}]+|[\p{IsDevanagari}]+|[\p{IsThai}]+|[\p{IsHangulSyllables}]+|[\p{IsHiragana}\p{IsKatakana}\p{IsCJKUnifiedIdeographs}]+|[\uFF21-\uFF5A]+)[\p{P}\p{S}\d]*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
