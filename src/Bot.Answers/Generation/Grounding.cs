using System.Collections.Immutable;
using Bot.Answers.Verification;
using Bot.Articles;
using Bot.Language;

namespace Bot.Answers.Generation;

/// <summary>The floor under the check: most of what a statement speaks of stands in the paragraphs it cites, and every name in what was shown.</summary>
/// <remarks>Counts words and knows no grammar; it is there so that no learned judgement can let through what has nothing to do with the article.</remarks>
internal sealed class Grounding
{
    private const double LeastCoverage = 0.5;

    private static readonly PerParagraph<string[]> Kept = new(Read);

    private readonly HashSet<string> _shown = new(StringComparer.Ordinal);
    private readonly Dictionary<(string ArticleId, int Paragraph), string[]> _paragraphs = [];

    public Grounding(ImmutableArray<ShownPassage> shown)
    {
        foreach (var (_, article, paragraph) in shown)
        {
            var stems = Kept.Of(article, paragraph);
            _paragraphs[(article.Id, paragraph.Number)] = stems;
            _shown.UnionWith(stems);
        }
    }

    /// <summary>A sentence for a person; null when there is nothing to say against the statement.</summary>
    public string? Fault(string statement, ImmutableArray<Citation> cited)
    {
        var words = Words.Read(statement);
        for (var i = 0; i < words.Length; i++)
        {
            if (IsName(words, i) && !Stands(words[i], _shown))
            {
                return $"The article does not mention “{statement[words[i].Start..words[i].End]}”.";
            }
        }

        var content = words.Where(word => !word.IsStop).ToArray();
        var stems = cited.SelectMany(citation => _paragraphs[(citation.ArticleId, citation.Paragraph)]).ToHashSet(StringComparer.Ordinal);
        var covered = content.Count(word => Stands(word, stems));
        return covered > LeastCoverage * content.Length ? null : "The cited paragraphs say too little of it.";
    }

    /// <summary>The distinct stems of what a paragraph says and of who speaks there.</summary>
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

    /// <summary>A capital inside the sentence; at its beginning, where every word has one, a word that owns or does something.</summary>
    private static bool IsName(ImmutableArray<Word> words, int i)
    {
        var word = words[i];
        return word.IsCapital && !word.IsStop && !word.IsNumber
            && ((word.Traits & WordTraits.Opening) == 0 || (word.Traits & WordTraits.Possessive) != 0
                || (i + 1 < words.Length && words[i + 1].Text is "has" or "have" or "had" or "is" or "was" or "will" or "would"));
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
