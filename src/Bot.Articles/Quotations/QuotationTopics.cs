using System.Collections.Immutable;

namespace Bot.Articles.Quotations;

/// <summary>Orders quotations by how much they have to do with a topic.</summary>
public static class QuotationTopics
{
    // A word beside the quotation, in the paragraph or the one before (“Asked about Greenland, …”), tells less than one inside it.
    private const double Beside = 0.4;
    private const double Above = 0.15;

    /// <summary>
    /// The quotations that share a word with the topic, themselves or in the words around them, the closest first; ties stay in reading order.
    /// Rare words count more than common ones. Empty when none does or the topic has no word of substance.
    /// </summary>
    /// <param name="paragraphs">Of the article the quotations are from.</param>
    public static ImmutableArray<Quotation> About(ImmutableArray<Quotation> quotations, ImmutableArray<Paragraph> paragraphs, string topic)
    {
        var terms = Stems(topic);
        if (terms.Count == 0)
        {
            return [];
        }

        var inside = quotations.Select(quotation => Stems(quotation.Text)).ToArray();
        var stems = new Dictionary<int, HashSet<string>>();
        HashSet<string> Of(int paragraph)
        {
            if (!stems.TryGetValue(paragraph, out var found))
            {
                stems[paragraph] = found = paragraph >= 1 && paragraph <= paragraphs.Length ? Stems(paragraphs[paragraph - 1].Text) : [];
            }

            return found;
        }

        var scored = new List<(Quotation Quotation, double Score)>();
        for (var i = 0; i < quotations.Length; i++)
        {
            var score = 0.0;
            foreach (var term in terms)
            {
                var rarity = Math.Log(1 + ((double)quotations.Length / (1 + inside.Count(words => Has(words, term)))));
                score += rarity * (Has(inside[i], term) ? 1 : Has(Of(quotations[i].Paragraph), term) ? Beside : Has(Of(quotations[i].Paragraph - 1), term) ? Above : 0);
            }

            if (score > 0)
            {
                scored.Add((quotations[i], score));
            }
        }

        return [.. scored.OrderByDescending(entry => entry.Score).Select(entry => entry.Quotation)];
    }

    private static bool Has(HashSet<string> words, string term) =>
        words.Contains(term) || (term.Length >= 5 && words.Any(word => word.Length >= 5 && (word.StartsWith(term, StringComparison.Ordinal) || term.StartsWith(word, StringComparison.Ordinal))));

    /// <summary>Words of substance without their commonest endings.</summary>
    private static HashSet<string> Stems(string text)
    {
        const WordClass Empty = WordClass.Determiner | WordClass.Preposition | WordClass.Conjunction | WordClass.Auxiliary | WordClass.Pronoun | WordClass.Relative;
        var stems = new HashSet<string>(StringComparer.Ordinal);
        var folded = NameWords.Fold(text);
        for (var i = 0; i < folded.Length;)
        {
            var start = i;
            while (i < folded.Length && char.IsLetterOrDigit(folded[i]))
            {
                i++;
            }

            var word = folded[start..i];
            if (word.Length > 1 && (WordClasses.Of(word) & Empty) == 0)
            {
                stems.Add(Stem(word));
            }

            i += i == start ? 1 : 0;
        }

        return stems;
    }

    private static string Stem(string word) => word switch
    {
        [.. var stem, 'i', 'e', 's'] when stem.Length > 2 => stem + "y",
        [.. var stem, 'i', 'n', 'g'] when stem.Length > 3 => stem,
        [.. var stem, 'e', 'd'] when stem.Length > 3 => stem,
        [.. var stem, 'e', 's'] when stem.Length > 3 => stem,
        [.. var stem, 's'] when stem.Length > 2 && stem[^1] is not ('s' or 'u' or 'i') => stem,
        [.. var stem, 'e'] when stem.Length > 3 => stem,
        _ => word,
    };
}
