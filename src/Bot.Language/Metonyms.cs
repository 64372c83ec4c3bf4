using System.Collections.Frozen;

namespace Bot.Language;

/// <summary>Words that news use one for the other though no dictionary calls them synonyms: a country, its people and its capital.</summary>
public static class Metonyms
{
    private static readonly FrozenDictionary<string, string[]> Groups = WordList.Lines("en/countries")
        .SelectMany(group => group.Select(word => (word, others: group.Where(other => other != word))))
        .GroupBy(pair => pair.word, StringComparer.Ordinal)
        .ToFrozenDictionary(pairs => pairs.Key, pairs => pairs.SelectMany(pair => pair.others).Distinct(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);

    /// <param name="word">In lower case.</param>
    /// <returns>The others of every group it belongs to.</returns>
    public static IReadOnlyList<string> Of(string word) => Groups.GetValueOrDefault(word, []);
}
