using Bot.Articles;
using Microsoft.Extensions.AI;

namespace Bot.Search.Vectors;

/// <summary>Turns texts into vectors, by a server or a model on this machine.</summary>
/// <param name="name">Tells its vectors from other models' in the record.</param>
public sealed class Embedder(string name, IEmbeddingGenerator<string, Embedding<float>> generator) : IDisposable
{
    // Servers refuse texts beyond some 8,000 tokens; what a text is about stands in its beginning.
    private const int LongestText = 8_000;

    /// <summary>Texts in one request.</summary>
    public const int MostTexts = 64;

    /// <summary>What the vectors are stored under: a model that changes its dimensions is another one.</summary>
    public string ModelOf(int dimensions) => $"{name}/{dimensions}";

    /// <summary>One vector for each text, in order.</summary>
    /// <exception cref="InvalidDataException">What came is not one vector of the same length for each text.</exception>
    public async Task<IReadOnlyList<ReadOnlyMemory<float>>> EmbedAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        var vectors = new List<ReadOnlyMemory<float>>(texts.Count);
        foreach (var part in texts.Select(text => text.Length > LongestText ? text[..LongestText] : text).Chunk(MostTexts))
        {
            var embeddings = await generator.GenerateAsync(part, cancellationToken: cancellationToken);
            vectors.AddRange(embeddings.Select(embedding => embedding.Vector));
        }

        return vectors.Count == texts.Count && vectors.All(vector => vector.Length > 0 && vector.Length == vectors[0].Length)
            ? vectors
            : throw new InvalidDataException("The embedding model did not send one vector of the same length for each text.");
    }

    /// <summary>What of an article has a vector: its headline, then each sentence, as many as <see cref="VectorBlock.SentencesOf"/> says.</summary>
    /// <param name="inContext">Whether the sentences follow once more, each with the one before it.</param>
    public static IEnumerable<string> Texts(Article article, bool inContext = false)
    {
        var counts = VectorBlock.SentencesOf(article);
        var sentences = article.Paragraphs.SelectMany((paragraph, i) => paragraph.Sentences.Take(counts[i]).Select((sentence, at) => (Paragraph: paragraph, Number: i + 1, sentence, at)));
        var texts = sentences.Select(sentence => sentence.Paragraph.TextOf(sentence.sentence)).Prepend(article.Title);
        return inContext ? texts.Concat(sentences.Select(sentence => SentenceInContext.TextOf(article, sentence.Number, sentence.at))) : texts;
    }

    public void Dispose() => generator.Dispose();
}
