using System.Collections.Concurrent;
using Lucene.Net.Tartarus.Snowball.Ext;

namespace Bot.Language;

/// <summary>What the forms of a word have in common: “pledged”, “pledges”; “spent”, “spends”; “defence”, “defenses”.</summary>
public static class Stems
{
    // A running bot meets the same words over and over; a flood of invented ones must not fill the memory.
    private const int Limit = 200_000;
    private const int LongestKept = 40;

    private static readonly ConcurrentDictionary<string, (string Word, string Stem)> Known = new(StringComparer.Ordinal);

    [ThreadStatic]
    private static EnglishStemmer? _stemmer;

    /// <param name="word">In lower case (<see cref="Words.Fold"/>). Anything but letters is returned as it is.</param>
    public static string Of(string word) => Share(word).Stem;

    /// <summary>The stem, and the word itself as one string wherever it is read, so that texts can be kept as words at little cost.</summary>
    internal static (string Word, string Stem) Share(string word)
    {
        if (Known.TryGetValue(word, out var known))
        {
            return known;
        }

        var entry = (word, Compute(word));
        if (word.Length <= LongestKept && Known.Count < Limit)
        {
            Known.TryAdd(word, entry);
        }

        return entry;
    }

    private static string Compute(string word)
    {
        if (word.Length < 3 || !word.All(char.IsAsciiLetterLower))
        {
            return word;
        }

        var stemmer = _stemmer ??= new EnglishStemmer();
        stemmer.SetCurrent(Lexicon.Default.BaseForm(Spelling.American(word)));
        stemmer.Stem();
        return stemmer.Current;
    }
}
