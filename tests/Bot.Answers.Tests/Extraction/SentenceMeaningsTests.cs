using System.Collections.Immutable;
using Bot.Answers.Extraction;
using Bot.Articles;
using Bot.Language;
using Bot.Search.Vectors;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Answers.Tests.Extraction;

public sealed class SentenceMeaningsTests : IDisposable
{
    private static readonly GuildId Harbour = new(1111);
    private static readonly GuildId Mountain = new(2222);

    private readonly SentenceModel _model = new(NullLogger<SentenceModel>.Instance);
    private readonly Recorded _record = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _model.Dispose();

    [Fact]
    public async Task Sentences_have_the_vectors_of_the_record()
    {
        var article = Bare("The bridge was closed.", "The ferry runs at noon.");
        var version = new ArticleVersion(Harbour, article.Id, 1);
        _record.Blocks[version] = Block(article, 1, 2, 3);
        var meanings = new SentenceMeanings(_model, _record);
        await meanings.LoadAsync(new Dictionary<ArticleVersion, Article> { [version] = article }, Cancelled);

        Assert.Equal([2, 2], First(meanings.VectorOf(EvidencePassage.Of(article)[0], 0)));
        Assert.Equal([3, 3], First(meanings.VectorOf(EvidencePassage.Of(article)[1], 0)));
        Assert.Equal(1, _record.Reads);
        await meanings.LoadAsync(new Dictionary<ArticleVersion, Article> { [version] = article }, Cancelled);
        Assert.Equal(1, _record.Reads);
    }

    [Fact]
    public async Task Another_guilds_vectors_are_not_looked_at()
    {
        var article = Bare("The bridge was closed.");
        _record.Blocks[new ArticleVersion(Harbour, article.Id, 1)] = Block(article, 1, 2);
        var meanings = new SentenceMeanings(_model, _record);
        await meanings.LoadAsync(Mountain, article, Cancelled);
        Assert.Null(meanings.VectorOf(EvidencePassage.Of(article)[0], 0));

        await meanings.LoadAsync(Harbour, article, Cancelled);
        Assert.NotNull(meanings.VectorOf(EvidencePassage.Of(article)[0], 0));
    }

    [Fact]
    public async Task Vectors_of_the_article_as_it_was_read_otherwise_are_made_anew()
    {
        var article = Bare("The bridge was closed. Nobody was hurt.");
        _record.Blocks[new ArticleVersion(Harbour, article.Id, 1)] = Block(article, 1, 2) with { Sentences = [1] };
        var meanings = new SentenceMeanings(_model, _record);
        await meanings.LoadAsync(Harbour, article, Cancelled);
        Assert.Null(meanings.VectorOf(EvidencePassage.Of(article)[0], 0));

        meanings.Prepare(EvidencePassage.Of(article), 20);
        Assert.True(meanings.VectorOf(EvidencePassage.Of(article)[0], 1)!.Value.Cosine(_model.Encoder!.SentenceVector("Nobody was hurt.")) > 0.99);
    }

    [Fact]
    public void What_has_no_vector_yet_gets_one_where_it_is_likely_to_answer()
    {
        var passages = EvidencePassage.Of(Bare("The bridge was closed.", "The ferry runs at noon.", "The mayor spoke."));
        var meanings = new SentenceMeanings(_model);
        meanings.Prepare([passages[2], passages[0], passages[1]], 2);
        Assert.NotNull(meanings.VectorOf(passages[2], 0));
        Assert.NotNull(meanings.VectorOf(passages[0], 0));
        Assert.Null(meanings.VectorOf(passages[1], 0));
    }

    [Fact]
    public void Nothing_is_known_where_the_model_cannot_be_opened()
    {
        using var none = new SentenceModel(NullLogger<SentenceModel>.Instance, "/no/such/folder");
        var meanings = new SentenceMeanings(none);
        var passages = EvidencePassage.Of(Bare("The bridge was closed."));
        meanings.Prepare(passages, 20);
        Assert.Null(meanings.Question("Who closed the bridge?"));
        Assert.Null(meanings.VectorOf(passages[0], 0));
        Assert.Null(meanings.Read(passages[0], 0));
    }

    private static sbyte[] First(UnitVector? vector) => vector!.Value.Components[..2].ToArray();

    private static Article Bare(params string[] paragraphs) => new()
    {
        Id = "a",
        Title = "Title",
        Paragraphs = [.. paragraphs.Select((text, i) => new Paragraph(i + 1, text, null, SentenceSplitter.Split(text)))],
    };

    /// <summary>Each vector with the same component throughout.</summary>
    private static VectorBlock Block(Article article, params sbyte[] components) => new(
        SentenceEncoder.Dimensions,
        [.. article.Paragraphs.Select(paragraph => (ushort)paragraph.Sentences.Length)],
        [.. components.Select(_ => 0.1f)],
        [.. components.SelectMany(component => Enumerable.Repeat(component, SentenceEncoder.Dimensions))]);

    /// <summary>Vectors as they are in a record.</summary>
    private sealed class Recorded : IPassageVectors
    {
        public Dictionary<ArticleVersion, VectorBlock> Blocks { get; } = [];

        public int Reads { get; private set; }

        public Task<IReadOnlyDictionary<ArticleVersion, VectorBlock>> GetManyAsync(string model, IReadOnlyCollection<ArticleVersion> versions, CancellationToken cancellationToken)
        {
            Reads++;
            Assert.Equal(VectorSource.OwnModel, model);
            return Task.FromResult<IReadOnlyDictionary<ArticleVersion, VectorBlock>>(Blocks.Where(block => versions.Contains(block.Key)).ToDictionary());
        }

        public Task<VectorBlock?> FindAsync(string model, GuildId guild, string articleId, int version, CancellationToken cancellationToken) =>
            Task.FromResult(Blocks.GetValueOrDefault(new ArticleVersion(guild, articleId, version)));

        public Task<ImmutableArray<MissingVectors>> MissingAsync(string model, long after, int limit, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task PutAsync(string model, IReadOnlyDictionary<ArticleVersion, VectorBlock> vectors, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<ImmutableArray<StoredCodes>> ReadCodesAsync(string model, GuildId owner, long after, int limit, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
