using System.Collections.Immutable;
using Bot.Articles;
using Bot.Language;

namespace Bot.Answers.Summaries;

/// <summary>A sentence that may become a point.</summary>
/// <param name="Index">Position among the article's sentences, from 0.</param>
/// <param name="Start">UTF-16 code units into the paragraph's text, behind a wire opening.</param>
/// <param name="Speech">The quotations that touch it.</param>
internal sealed record SummarySentence(int Index, Paragraph Paragraph, int Start, int End, ImmutableArray<Word> Words, ImmutableArray<Quotation> Speech)
{
    private const int FewestWords = 4;
    private const int LongestOpening = 160;

    private static readonly string[] OpeningDashes = ["— ", "– ", "-- ", "- "];

    public ImmutableArray<string> Terms { get; } = [.. Words.Where(word => !word.IsStop && word.Text.Length > 1).Select(word => word.Stem)];

    public string Text => Paragraph.Text[Start..End];

    /// <summary>Every sentence of four words or more; all of them when none is that long.</summary>
    public static ImmutableArray<SummarySentence> AllOf(Article article)
    {
        var all = new List<SummarySentence>();
        foreach (var paragraph in article.Paragraphs)
        {
            var speech = article.Quotations.Where(quotation => quotation.Paragraph == paragraph.Number).ToArray();
            var opening = paragraph.Number == 1 ? WireOpening(article, paragraph.Text) : 0;
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

    /// <summary>“BRUSSELS (AP) — ” says where a report comes from, not what happened.</summary>
    private static int WireOpening(Article article, string text)
    {
        if (article.Dateline is not { Length: > 0 } place)
        {
            return 0;
        }

        var at = text.IndexOf(place, 0, Math.Min(text.Length, LongestOpening), StringComparison.Ordinal);
        if (at < 0)
        {
            return 0;
        }

        var reach = Math.Min(text.Length, LongestOpening) - at;
        var ends = OpeningDashes
            .Select(dash => (At: text.IndexOf(dash, at, reach, StringComparison.Ordinal), dash.Length))
            .Where(dash => dash.At >= 0)
            .Select(dash => dash.At + dash.Length)
            .ToArray();
        return ends.Length == 0 ? 0 : ends.Min();
    }
}
