using System.Collections.Concurrent;
using Bot.Answers.Verification.Evidence;
using Bot.Articles;
using Bot.Search.Vectors;

namespace Bot.Evaluation;

/// <summary>What texts mean by the bot's sentence model, each encoded once. Safe for every thread.</summary>
internal sealed class TextVectors : IStatementVectors, IDisposable
{
    private readonly SentenceEncoder _encoder = SentenceEncoder.Open(SentenceEncoder.Folder);
    private readonly ConcurrentDictionary<string, UnitVector> _known = new(StringComparer.Ordinal);

    public UnitVector? VectorOf(string statement) => _known.GetOrAdd(statement, _encoder.SentenceVector);

    public UnitVector? VectorOf(Article? article, Paragraph paragraph, int sentence) => VectorOf(paragraph.TextOf(paragraph.Sentences[sentence]));

    public void Dispose() => _encoder.Dispose();
}
