using System.Collections.Frozen;
using System.Globalization;

namespace Bot.Language;

/// <summary>Numbers written in words.</summary>
public static class NumberWords
{
    private static readonly FrozenDictionary<string, double> Values = Read("en/numbers");

    private static readonly FrozenDictionary<string, double> Scales = Read("en/scales");

    private static readonly FrozenDictionary<string, double> Ordinals = Read("en/ordinals");

    /// <param name="word">In lower case.</param>
    public static bool Contains(string word) => Values.ContainsKey(word) || Scales.ContainsKey(word);

    public static bool TryGetValue(string word, out double value) => Values.TryGetValue(word, out value);

    /// <summary>“hundred”, “million”, “dozen”: what a number before them is multiplied by.</summary>
    public static bool TryGetScale(string word, out double scale) => Scales.TryGetValue(word, out scale);

    /// <summary>“third” and “3rd” are 3.</summary>
    public static bool TryGetOrdinal(string word, out double value)
    {
        if (Ordinals.TryGetValue(word, out value))
        {
            return true;
        }

        return word.Length > 2 && word[^2..] is "st" or "nd" or "rd" or "th"
            && double.TryParse(word.AsSpan(0, word.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }

    private static FrozenDictionary<string, double> Read(string list) =>
        WordList.Lines(list).ToFrozenDictionary(pair => pair[0], pair => double.Parse(pair[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
}
