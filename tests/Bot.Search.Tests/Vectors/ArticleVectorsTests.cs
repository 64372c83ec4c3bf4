using System.Collections.Immutable;
using Bot.Articles;
using Bot.Language;
using Bot.Search.Vectors;

namespace Bot.Search.Tests.Vectors;

public sealed class ArticleVectorsTests
{
    private static readonly Article Article = new()
    {
        Id = "a",
        Title = "Title",
        Paragraphs =
        [
            new Paragraph(1, "One. Two.", null, [new Sentence(0, 4), new Sentence(5, 9)]),
            new Paragraph(2, "***", null, []),
            new Paragraph(3, "Three.", null, [new Sentence(0, 6)]),
            new Paragraph(4, "***", null, []),
        ],
    };

    private static readonly VectorBlock Block = Quantised.Block(Article, [new[] { 1f, 0f }, new[] { 0f, 1f }, new[] { -1f, 0f }, new[] { 0f, -1f }]);

    [Fact]
    public void The_headline_and_each_sentence_have_a_vector_of_their_own()
    {
        Assert.Equal(["Title", "One.", "Two.", "Three."], Embedder.Texts(Article));
        var vectors = ArticleVectors.Of(Article, Block)!;
        AssertNear([1, 0], vectors.Headline);
        AssertNear([0, 1], vectors.SentenceOf(1, 0));
        AssertNear([-1, 0], vectors.SentenceOf(1, 1));
        AssertNear([0, -1], vectors.SentenceOf(3, 0));
    }

    [Fact]
    public void Each_sentence_has_one_more_together_with_the_sentence_before_it_across_paragraphs()
    {
        string[] texts = [.. Embedder.Texts(Article, inContext: true)];
        Assert.Equal(["Title", "One.", "Two.", "Three.", "One.", "One. Two.", "Two. Three."], texts);

        var vectors = ArticleVectors.Of(Article, Quantised.Block(Article, [.. texts.Select((_, i) => new ReadOnlyMemory<float>([MathF.Cos(i), MathF.Sin(i)]))]))!;
        AssertNear([MathF.Cos(2), MathF.Sin(2)], vectors.SentenceOf(1, 1));
        AssertNear([MathF.Cos(4), MathF.Sin(4)], vectors.InContextOf(1, 0));
        AssertNear([MathF.Cos(5), MathF.Sin(5)], vectors.InContextOf(1, 1));
        AssertNear([MathF.Cos(6), MathF.Sin(6)], vectors.InContextOf(3, 0));
    }

    [Fact]
    public void Another_models_vectors_are_of_the_sentences_alone() => Assert.Null(ArticleVectors.Of(Article, Block)!.InContextOf(1, 0));

    [Fact]
    public void What_is_searched_is_what_the_sentences_say_themselves()
    {
        var block = Quantised.Block(Article, [.. Embedder.Texts(Article, inContext: true).Select(_ => new ReadOnlyMemory<float>([1f, 0f]))]);
        Assert.Equal(4, block.Codes().Length);
        Assert.Null(ArticleVectors.Of(Article, block with { Scales = block.Scales[..^1], Components = block.Components[..^2] }));
    }

    [Fact]
    public void A_long_sentence_before_is_cut_at_its_beginning()
    {
        var text = new string('a', 600) + ".";
        var article = Article with { Paragraphs = [new Paragraph(1, text, null, [new Sentence(0, text.Length)]), new Paragraph(2, "It.", null, [new Sentence(0, 3)])] };
        Assert.Equal($"{text[^400..]} It.", SentenceInContext.TextOf(article, 2, 0));
    }

    [Fact]
    public void A_vector_is_of_the_paragraph_its_sentence_stands_in_and_the_headline_of_the_first() =>
        Assert.Equal([1, 1, 1, 3], Enumerable.Range(0, 4).Select(new ArticleVectors(Block).ParagraphOf));

    [Fact]
    public void Vectors_of_an_article_that_was_read_otherwise_are_not_its_own()
    {
        Assert.Null(ArticleVectors.Of(Article with { Paragraphs = [.. Article.Paragraphs.Take(3)] }, Block));
        Assert.Null(ArticleVectors.Of(Article with { Paragraphs = Article.Paragraphs.SetItem(1, Article.Paragraphs[1] with { Sentences = [new Sentence(0, 3)] }) }, Block));
        Assert.Null(ArticleVectors.Of(Article, Block with { Components = Block.Components[..^1] }));
        Assert.Null(ArticleVectors.Of(Article, null));
    }

    [Fact]
    public void Of_a_text_without_end_the_beginning_has_vectors()
    {
        var text = string.Concat(Enumerable.Repeat("No. ", 70_000));
        var endless = Article with
        {
            Paragraphs = [Article.Paragraphs[0], new Paragraph(2, text, null, [.. Enumerable.Range(0, 70_000).Select(i => new Sentence(i * 4, (i * 4) + 3))]), new Paragraph(3, "End.", null, [new Sentence(0, 4)])],
        };
        var texts = Embedder.Texts(endless).ToArray();
        Assert.InRange(texts.Length, 1_000, 10_000);
        var block = Quantised.Block(endless, [.. texts.Select(_ => new ReadOnlyMemory<float>([1f, 0f]))]);
        var vectors = ArticleVectors.Of(endless, block)!;
        Assert.NotNull(vectors.SentenceOf(2, 0));
        Assert.Null(vectors.SentenceOf(2, 69_999));
        Assert.Null(vectors.SentenceOf(3, 0));
    }

    [Fact]
    public void Codes_are_the_signs_of_the_components_a_bit_each()
    {
        ImmutableArray<sbyte> components = [.. Enumerable.Range(0, 70).Select(i => (sbyte)(i is 0 or 65 ? 3 : -3))];
        Assert.Equal([1UL, 2UL], new VectorBlock(70, [], [1f], components).Codes());
        Assert.Equal([1UL, 2UL, 0UL, 0UL], Block.Codes());
    }

    private static void AssertNear(float[] expected, UnitVector? actual) => Assert.Equal(1, actual!.Value.Cosine(UnitVector.Of(expected)), 0.02);
}
