using System.Runtime.CompilerServices;
using Bot.Articles;

namespace Bot.Answers.Extractive;

/// <summary>Keeps the sentences of paragraphs that were asked about before, as long as somebody keeps their article.</summary>
internal sealed class ReadingCache
{
    private readonly ConditionalWeakTable<Article, SentenceReading[]?[]> _kept = [];

    /// <param name="paragraph">The article's own; of any other one nothing is kept.</param>
    public SentenceReading[] Read(Article article, Paragraph paragraph)
    {
        var place = paragraph.Number - 1;
        if (place < 0 || place >= article.Paragraphs.Length || !ReferenceEquals(article.Paragraphs[place], paragraph))
        {
            return Sentences(article, paragraph);
        }

        var kept = _kept.GetValue(article, static article => new SentenceReading[]?[article.Paragraphs.Length]);

        // Two threads may read the same at once; either result will do.
        return Volatile.Read(ref kept[place]) ?? (kept[place] = Sentences(article, paragraph));
    }

    private static SentenceReading[] Sentences(Article article, Paragraph paragraph)
    {
        var sentences = new SentenceReading[paragraph.Sentences.Length];
        for (var i = 0; i < sentences.Length; i++)
        {
            sentences[i] = new SentenceReading(article, paragraph, paragraph.Sentences[i]);
        }

        return sentences;
    }
}
