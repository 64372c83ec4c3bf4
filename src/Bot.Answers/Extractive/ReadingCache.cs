using System.Collections.Concurrent;
using Bot.Articles;

namespace Bot.Answers.Extractive;

/// <summary>Keeps the sentences of paragraphs that were asked about before; what is kept is checked against the text each time.</summary>
internal sealed class ReadingCache
{
    // About 2 kB a paragraph.
    private const int MostParagraphs = 20_000;

    private readonly ConcurrentDictionary<(string Article, int Version, int Paragraph), (string Text, SentenceReading[] Sentences)> _kept = new();

    /// <summary>Drops what is kept of an article.</summary>
    public void Forget(string article)
    {
        foreach (var key in _kept.Keys.Where(key => key.Article == article))
        {
            _kept.TryRemove(key, out _);
        }
    }

    public SentenceReading[] Read(Article article, Paragraph paragraph)
    {
        var key = (article.Id, article.Version, paragraph.Number);
        if (_kept.TryGetValue(key, out var kept) && string.Equals(kept.Text, paragraph.Text, StringComparison.Ordinal))
        {
            return kept.Sentences;
        }

        var sentences = new SentenceReading[paragraph.Sentences.Length];
        for (var i = 0; i < sentences.Length; i++)
        {
            sentences[i] = new SentenceReading(article, paragraph, paragraph.Sentences[i]);
        }

        if (_kept.Count >= MostParagraphs)
        {
            _kept.Clear();
        }

        _kept[key] = (paragraph.Text, sentences);
        return sentences;
    }
}
