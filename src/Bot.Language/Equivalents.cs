using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Bot.Language;

/// <summary>Names that mean the same in any article: a country and its people, an organisation and its acronym.</summary>
/// <remarks>The lists are <c>en/nationalities</c> and <c>en/acronyms</c>. Capitals and governments are not in them: what is true of a country need not be true of its capital.</remarks>
public static class Equivalents
{
    private static readonly FrozenDictionary<string, ImmutableArray<string>> Countries = ReadCountries();
    private static readonly FrozenDictionary<string, string[]> Acronyms = WordList.Lines("en/acronyms")
        .ToFrozenDictionary(line => line[0], line => line.Skip(1).SelectMany(word => word.Split('-')).ToArray(), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, ImmutableArray<string>> AcronymsByFirst = Acronyms.GroupBy(entry => entry.Value[0], StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.Select(entry => entry.Key).ToImmutableArray(), StringComparer.Ordinal);

    /// <summary>What else the same country, its people or what belongs to it is called; names of several words have blanks between them. Empty for most words.</summary>
    /// <param name="word">In lower case, without the last full stop: “u.s”, “french”; of several words with a blank.</param>
    public static ImmutableArray<string> OfCountry(string word) => Countries.GetValueOrDefault(word, []);

    /// <summary>The words of the name that an acronym stands for; null when it is not known.</summary>
    /// <param name="letters">In lower case, without full stops.</param>
    public static IReadOnlyList<string>? NameOf(string letters) => Acronyms.GetValueOrDefault(letters);

    /// <summary>The acronyms of names that begin with this word.</summary>
    /// <param name="word">In lower case.</param>
    public static ImmutableArray<string> AcronymsFrom(string word) => AcronymsByFirst.GetValueOrDefault(word, []);

    private static FrozenDictionary<string, ImmutableArray<string>> ReadCountries()
    {
        var countries = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (var line in WordList.Lines("en/nationalities"))
        {
            var names = Array.ConvertAll(line, name => name.Replace('-', ' '));
            foreach (var name in names)
            {
                countries.TryAdd(name, [.. names.Where(other => other != name)]);
            }
        }

        return countries.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
