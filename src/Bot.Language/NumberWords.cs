using System.Collections.Frozen;
using System.Globalization;

namespace Bot.Language;

/// <summary>Numbers written in words.</summary>
public static class NumberWords
{
    private static readonly FrozenDictionary<string, double> Values = Read("""
        zero 0 one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12 thirteen 13 fourteen 14
        fifteen 15 sixteen 16 seventeen 17 eighteen 18 nineteen 19 twenty 20 thirty 30 forty 40 fifty 50 sixty 60 seventy 70 eighty 80
        ninety 90
        """);

    private static readonly FrozenDictionary<string, double> Scales = Read("""
        hundred 100 hundreds 100 thousand 1e3 thousands 1e3 million 1e6 millions 1e6 billion 1e9 billions 1e9 trillion 1e12
        trillions 1e12 dozen 12 dozens 12 bn 1e9 mn 1e6
        """);

    private static readonly FrozenDictionary<string, double> Ordinals = Read("""
        first 1 second 2 third 3 fourth 4 fifth 5 sixth 6 seventh 7 eighth 8 ninth 9 tenth 10 eleventh 11 twelfth 12 twentieth 20
        """);

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

    private static FrozenDictionary<string, double> Read(string pairs) =>
        pairs.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Chunk(2)
            .ToFrozenDictionary(pair => pair[0], pair => double.Parse(pair[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
}
