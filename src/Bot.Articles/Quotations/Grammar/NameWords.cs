using Bot.Language;

namespace Bot.Articles.Quotations.Grammar;

/// <summary>Comparing names: case, accents and suffixes do not count.</summary>
internal static class NameWords
{
    /// <summary>Lower case, without accents.</summary>
    public static string Fold(string word) => Folding.Fold(word);

    public static bool IsSuffix(string word) => word.TrimEnd('.') is "Jr" or "Sr" or "II" or "III" or "IV";

    public static string FamilyOf(string[] words)
    {
        var last = words.Length - 1;
        return last > 0 && IsSuffix(words[last]) ? words[last - 1] : words[last];
    }

    /// <summary>Whether nothing but a family name is known, whatever the case of its particle: “Van Horn”.</summary>
    public static bool IsFamily(string[] words) => IsFamilyOnly(words) || (words.Length == 2 && (WordClasses.Of(words[0]) & (WordClass.Particle | WordClass.Given)) == WordClass.Particle);

    /// <summary>Whether the words begin with a family name’s particle: “von der Leyen”.</summary>
    public static bool IsFamilyOnly(string[] words) => words.Length == 1 || ((WordClasses.Of(words[0]) & (WordClass.Particle | WordClass.Given)) == WordClass.Particle
        && (char.IsLower(words[0][0]) || (words.Length > 2 && (WordClasses.Of(words[1]) & WordClass.Particle) != 0)));

    /// <summary>Bob and Robert may be two people; B., Bob and Bobby are one, and so are Jon and Jonathan.</summary>
    public static bool SameGiven(string one, string other)
    {
        var a = Fold(one).TrimEnd('.');
        var b = Fold(other).TrimEnd('.');
        if (a.Length > b.Length)
        {
            (a, b) = (b, a);
        }

        return a.Length > 0 && (a == b || (a.Length == 1 && a[0] == b[0]) || (a.Length >= 3 && b.StartsWith(a, StringComparison.Ordinal)));
    }
}
