using Bot.Articles;

namespace Bot.Answers.Extraction.Passages;

/// <summary>Keeps the sentences of paragraphs that were asked about before.</summary>
internal sealed class ReadingCache
{
    private readonly PerParagraph<SentenceReading[]> _kept = new(Sentences);

    /// <param name="paragraph">The article's own; of any other one nothing is kept.</param>
    public SentenceReading[] Read(Article article, Paragraph paragraph) => _kept.Of(article, paragraph);

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
