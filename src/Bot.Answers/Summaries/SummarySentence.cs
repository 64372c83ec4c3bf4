using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Articles;
using Bot.Language;

namespace Bot.Answers.Summaries;

/// <summary>A sentence that may become a point.</summary>
/// <param name="Index">Position among the article's sentences, from 0.</param>
/// <param name="Start">UTF-16 code units into the paragraph's text, behind a wire opening.</param>
/// <param name="Speech">The quotations that touch it.</param>
internal sealed partial record SummarySentence(int Index, Paragraph Paragraph, int Start, int End, ImmutableArray<Word> Words, ImmutableArray<Quotation> Speech)
{
    private const int FewestWords = 4;
    private const int LongestOpening = 90;

    public ImmutableArray<string> Terms { get; } = [.. Words.Where(word => !word.IsStop && word.Text.Length > 1).Select(word => word.Stem)];

    /// <summary>Of its sentence in the paragraph, from 0.</summary>
    public int Ordinal => Paragraph.Sentences.TakeWhile(sentence => sentence.End < End).Count();

    public string Text => Paragraph.Text[Start..End];

    /// <summary>Whether one of its words stands between quotation marks.</summary>
    public bool IsSpoken(Word word) => Speech.Any(speech => speech.Start <= Start + word.Start && speech.End >= Start + word.End);

    /// <summary>Every sentence of four words or more; all of them when none is that long.</summary>
    public static ImmutableArray<SummarySentence> AllOf(Article article)
    {
        var all = new List<SummarySentence>();
        foreach (var paragraph in article.Paragraphs)
        {
            var speech = article.Quotations.Where(quotation => quotation.Paragraph == paragraph.Number).ToArray();
            var opening = paragraph.Number == 1 ? WireOpening(paragraph.Text) : 0;
            foreach (var sentence in paragraph.Sentences.Where(sentence => sentence.End > opening))
            {
                var start = Math.Max(sentence.Start, opening);
                all.Add(new SummarySentence(
                    all.Count,
                    paragraph,
                    start,
                    sentence.End,
                    Bot.Language.Words.Read(paragraph.Text[start..sentence.End]),
                    [.. speech.Where(quotation => quotation.Start < sentence.End && quotation.End > start)]));
            }
        }

        var worthwhile = all.Where(sentence => sentence.Words.Length >= FewestWords).ToArray();
        return worthwhile.Length == 0 ? [.. all] : [.. worthwhile.Select((sentence, index) => sentence with { Index = index })];
    }

    /// <summary>“BRUSSELS (AP) — ” and “Indianapolis – ” say where a report comes from, not what happened.</summary>
    private static int WireOpening(string text) => Opening().Match(text) is { Success: true, Length: <= LongestOpening } match ? match.Length : 0;

    [GeneratedRegex(@"^[^\p{L}]*(date \S+ )?(\p{Lu}[\p{L}.'’/-]*,? ?){0,6}(\([^)]{2,30}\) ?)?(—|–|--|-|―)\s+(?=[\p{Lu}“""‘'])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Opening();
}
