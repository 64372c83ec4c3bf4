using Bot.Answers.Extraction.Passages;
using Bot.Articles;
using Bot.Language;
using Bot.Search.Vectors;

namespace Bot.Answers.Summaries;

/// <summary>How near each sentence of an article is to a topic in what it means.</summary>
internal sealed class TopicMeaning
{
    // A sentence speaks of the topic when it is as near as this, and so much nearer than the article's sentences are on the whole. Found on topics written
    // by hand, and on the same topics put to articles about other things.
    private const float Near = 0.58f;
    private const float Margin = 0.04f;

    // What bears out that a word akin to the topic means it here.
    private const float Supporting = 0.025f;

    // Of fewer sentences no mean can be told.
    private const int FewestSentences = 4;

    // Of an article whose vectors nobody has made yet, as many paragraphs as can be waited for.
    private const int MostPrepared = 60;

    private readonly ILookup<int, (Sentence Sentence, float Cosine)> _sentences;
    private readonly float _mean;

    private TopicMeaning(List<(int Paragraph, Sentence Sentence, float Cosine)> known)
    {
        _sentences = known.ToLookup(entry => entry.Paragraph, entry => (entry.Sentence, entry.Cosine));
        _mean = known.Average(entry => entry.Cosine);
    }

    /// <returns>Null where the topic is to be looked for by its words alone.</returns>
    public static TopicMeaning? Of(Article article, string topic, ISentenceMeanings? meanings)
    {
        if (meanings?.Question(topic)?.Vector is not { } wanted)
        {
            return null;
        }

        var passages = EvidencePassage.Of(article);
        meanings.Prepare(passages, MostPrepared);
        var known = new List<(int Paragraph, Sentence Sentence, float Cosine)>();
        foreach (var passage in passages)
        {
            for (var i = 0; i < passage.Paragraph.Sentences.Length; i++)
            {
                if (meanings.VectorOf(passage, i) is UnitVector vector)
                {
                    known.Add((passage.Paragraph.Number, passage.Paragraph.Sentences[i], wanted.Cosine(vector)));
                }
            }
        }

        return known.Count < FewestSentences ? null : new TopicMeaning(known);
    }

    /// <summary>Of the nearest sentence that this stretch of a paragraph touches; null where none is known.</summary>
    public float? CosineOf(int paragraph, int start, int end) => _sentences[paragraph]
        .Where(entry => entry.Sentence.Start < end && start < entry.Sentence.End)
        .Select(entry => (float?)entry.Cosine)
        .Max();

    /// <summary>Whether so near a sentence speaks of the topic, whatever its words.</summary>
    public bool IsNear(float cosine) => cosine >= Near && cosine >= _mean + Margin;

    /// <summary>Whether words akin to the topic mean it in so near a sentence.</summary>
    public bool Supports(float cosine) => cosine >= _mean + Supporting;
}
