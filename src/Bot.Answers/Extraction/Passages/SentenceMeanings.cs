using System.Runtime.CompilerServices;
using Bot.Answers.Verification.Evidence;
using Bot.Articles;
using Bot.Search.Vectors;

namespace Bot.Answers.Extraction.Passages;

/// <summary>What sentences mean by the bot's sentence model: their vectors from the record where it has them, made when they are asked for where not.</summary>
/// <param name="record">Null where there is none.</param>
public sealed class SentenceMeanings(SentenceModel model, IPassageVectors? record = null) : ISentenceMeanings, IStatementVectors
{
    // Kept as long as somebody keeps the article.
    private readonly ConditionalWeakTable<Article, ArticleVectors> _known = [];

    /// <summary>Takes the vectors of articles from the record, as far as it has them.</summary>
    /// <param name="articles">Each version with what was read under it.</param>
    public async Task LoadAsync(IReadOnlyDictionary<ArticleVersion, Article> articles, CancellationToken cancellationToken)
    {
        var missing = articles.Where(article => !_known.TryGetValue(article.Value, out _)).Select(article => article.Key).ToArray();
        if (record is null || missing.Length == 0)
        {
            return;
        }

        foreach (var (version, block) in await record.GetManyAsync(VectorSource.OwnModel, missing, cancellationToken))
        {
            Keep(articles[version], block);
        }
    }

    /// <summary>Takes the vectors of an article that a guild asked the library for.</summary>
    public async Task LoadAsync(GuildId guild, Article article, CancellationToken cancellationToken)
    {
        if (record is not null && !_known.TryGetValue(article, out _))
        {
            Keep(article, await record.FindAsync(VectorSource.OwnModel, guild, article.Id, article.Version, cancellationToken));
        }
    }

    public EncodedText? Question(string question)
    {
        var encoded = model.Question(question);
        AnswerTelemetry.Read(byMeaning: encoded is not null);
        return encoded;
    }

    public UnitVector? VectorOf(EvidencePassage passage, int sentence) => _known.TryGetValue(passage.Article, out var vectors)
        ? vectors.SentenceOf(passage.Paragraph.Number, sentence)
        : model.Vector(Text(passage, sentence), encode: false);

    public UnitVector? InContextOf(EvidencePassage passage, int sentence) => _known.TryGetValue(passage.Article, out var vectors)
        ? vectors.InContextOf(passage.Paragraph.Number, sentence)
        : null;

    /// <summary>Makes the vectors of passages that have none.</summary>
    /// <param name="likely">Those that could answer, best first; what is beyond the first <paramref name="most"/> stays as it is.</param>
    public void Prepare(IEnumerable<EvidencePassage> likely, int most)
    {
        foreach (var passage in likely.Take(most).Where(passage => !_known.TryGetValue(passage.Article, out _)))
        {
            for (var i = 0; i < passage.Paragraph.Sentences.Length; i++)
            {
                _ = model.Vector(Text(passage, i), encode: true);
            }
        }
    }

    public EncodedText? Read(EvidencePassage passage, int sentence) => model.Sentence(Text(passage, sentence));

    public UnitVector? VectorOf(string statement) => model.Vector(statement, encode: true);

    /// <summary>From the record where it is there, made now where not: what a statement cites is little.</summary>
    public UnitVector? VectorOf(Article? article, Paragraph paragraph, int sentence) => article is not null && _known.TryGetValue(article, out var vectors)
        ? vectors.SentenceOf(paragraph.Number, sentence)
        : model.Vector(paragraph.TextOf(paragraph.Sentences[sentence]), encode: true);

    public float Answers(EncodedText question, EncodedText sentence) => model.Answers(question, sentence);

    private static string Text(EvidencePassage passage, int sentence) => passage.Paragraph.TextOf(passage.Paragraph.Sentences[sentence]);

    private void Keep(Article article, VectorBlock? block)
    {
        if (ArticleVectors.Of(article, block) is { } vectors)
        {
            _known.AddOrUpdate(article, vectors);
        }
    }
}
