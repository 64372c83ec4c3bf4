using System.Collections.Immutable;
using Bot.Articles;
using Bot.Language;

namespace Bot.Answers.Verification.Evidence;

/// <summary>The stems of what paragraphs say and of who speaks in them; counts words and knows no grammar.</summary>
internal sealed class ShownWords
{
    private static readonly PerParagraph<string[]> Kept = new(Read);

    private readonly HashSet<string> _all = new(StringComparer.Ordinal);
    private readonly string[][] _paragraphs;

    public ShownWords(ImmutableArray<ShownPassage> passages)
    {
        _paragraphs = [.. passages.Select(passage => Kept.Of(passage.Article, passage.Paragraph))];
        foreach (var stems in _paragraphs)
        {
            _all.UnionWith(stems);
        }
    }

    /// <summary>Whether any paragraph has the word, or one that can stand for it.</summary>
    public bool Have(Word word) => Stands(word, _all);

    /// <summary>How many of the words the paragraphs have, or words that can stand for them.</summary>
    /// <param name="paragraphs">Their indexes.</param>
    public int Count(IEnumerable<Word> words, IEnumerable<int> paragraphs)
    {
        var stems = paragraphs.SelectMany(paragraph => _paragraphs[paragraph]).ToHashSet(StringComparer.Ordinal);
        return words.Count(word => Stands(word, stems));
    }

    private static string[] Read(Article article, Paragraph paragraph)
    {
        string[] texts = [paragraph.Text, .. Speakers(article, paragraph)];
        return [.. texts.SelectMany(text => Words.Read(text)).Select(word => word.Stem).Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Speakers(Article article, Paragraph paragraph)
    {
        var names = article.Said.Where(quotation => quotation.Paragraph == paragraph.Number).SelectMany(quotation => quotation.Speakers.Append(quotation.Role ?? "")).ToArray();
        return names.Concat(article.Speakers.Where(speaker => names.Contains(speaker.Name)).SelectMany(speaker => speaker.Aliases.Append(speaker.Role ?? "")));
    }

    private static bool Stands(Word word, HashSet<string> stems)
    {
        if (stems.Contains(word.Stem))
        {
            return true;
        }

        var id = Lexicon.Default.Find(word.Text);
        return id >= 0 && Lexicon.Default.RelativesOf(id)
            .Any(relative => relative.Relation is Relation.Synonym or Relation.Derivation or Relation.Broader && stems.Contains(Lexicon.Default.StemOf(relative.Id)));
    }
}
