using System.Collections.Immutable;
using Bot.Articles.Quotations.Grammar;

namespace Bot.Articles.Quotations;

/// <summary>Finds the quotations that bear on a topic.</summary>
public static class QuotationTopics
{
    // A word beside the quotation, in its sentence or the one before (“Asked about Greenland, …”), tells less than one inside it.
    private const double Beside = 0.6;
    private const double Above = 0.3;

    // Half of what the topic's words weigh: “cyber attacks” is not about every attack.
    private const double LeastShare = 0.5;

    /// <summary>
    /// The quotations that have most of the topic in them or in the words around them, or that mean something near it, the closest first; ties stay in reading
    /// order. Rare words count more than common ones. Empty when none does or the topic has no word of substance.
    /// </summary>
    /// <param name="paragraphs">Of the article the quotations are from.</param>
    /// <param name="bears">How near to the topic is what a quotation means, 0 where it is not; null to go by words alone.</param>
    public static ImmutableArray<Quotation> About(ImmutableArray<Quotation> quotations, ImmutableArray<Paragraph> paragraphs, string topic, Func<Quotation, double>? bears = null)
    {
        var terms = Terms(topic);
        if (terms.Count == 0)
        {
            return [];
        }

        var inside = quotations.Select(quotation => Stems(quotation.Text)).ToArray();
        var rarity = terms.Select(term => Math.Log(1 + ((double)quotations.Length / (1 + inside.Count(words => term.Any(form => Has(words, form))))))).ToArray();
        var scored = new List<(Quotation Quotation, double Score)>();
        for (var i = 0; i < quotations.Length; i++)
        {
            var (beside, above) = Around(quotations[i], paragraphs);
            var share = 0.0;
            for (var k = 0; k < terms.Count; k++)
            {
                bool Stands(HashSet<string> words) => terms[k].Any(form => Has(words, form));
                share += rarity[k] / rarity.Sum() * (Stands(inside[i]) ? 1 : Stands(beside) ? Beside : Stands(above) ? Above : 0);
            }

            var near = bears?.Invoke(quotations[i]) ?? 0;
            if (share >= LeastShare || near > 0)
            {
                scored.Add((quotations[i], share + near));
            }
        }

        return [.. scored.OrderByDescending(entry => entry.Score).Select(entry => entry.Quotation)];
    }

    /// <summary>The words of the sentences that a quotation touches, and of the one before them.</summary>
    private static (HashSet<string> Beside, HashSet<string> Above) Around(Quotation quotation, ImmutableArray<Paragraph> paragraphs)
    {
        var paragraph = paragraphs[quotation.Paragraph - 1];
        var beside = paragraph.Sentences.Where(sentence => sentence.Start < quotation.End && quotation.Start < sentence.End).Select(paragraph.TextOf).DefaultIfEmpty(paragraph.Text);
        var above = paragraph.Sentences.Where(sentence => sentence.End <= quotation.Start).Select(paragraph.TextOf).LastOrDefault()
            ?? (quotation.Paragraph > 1 && paragraphs[quotation.Paragraph - 2] is { Sentences: [.., var last] } before ? before.TextOf(last) : "");
        return (Stems(string.Join(' ', beside)), Stems(above));
    }

    /// <summary>The words of a topic, each with its other forms: “cyber attacks” is written “cyberattacks” as well.</summary>
    private static List<string[]> Terms(string topic)
    {
        var words = Stems(topic).ToArray();
        return
        [
            .. words.Select((word, i) => (string[])[word, .. i + 1 < words.Length ? new[] { word + words[i + 1] } : [], .. i > 0 ? new[] { words[i - 1] + word } : []]),
        ];
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
