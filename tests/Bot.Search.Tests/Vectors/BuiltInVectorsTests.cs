using Bot.Articles;
using Bot.Search.Vectors;

namespace Bot.Search.Tests.Vectors;

public sealed class BuiltInVectorsTests
{
    [Fact]
    public void Those_that_come_with_the_bot_are_of_its_article_as_it_is_read_now()
    {
        var article = BuiltInArticle.Read();
        var block = BuiltInVectors.Read(article);
        Assert.True(block is not null, "The article is read otherwise than when its vectors were made. Run make-encoder again; src/Bot.Search/Learned/README.md tells how.");

        using var encoder = SentenceEncoder.Open(SentenceEncoder.Folder);
        var (vectors, last) = (new ArticleVectors(block), article.Paragraphs.Last(paragraph => paragraph.Sentences.Length > 0));
        Assert.InRange(vectors.Headline.Cosine(encoder.SentenceVector(article.Title)), 0.99, 1.01);
        Assert.InRange(vectors.SentenceOf(last.Number, 0)!.Value.Cosine(encoder.SentenceVector(last.TextOf(last.Sentences[0]))), 0.99, 1.01);
    }

    [Fact]
    public void Of_another_article_there_are_none() =>
        Assert.Null(BuiltInVectors.Read(BuiltInArticle.Read() with { Paragraphs = [.. BuiltInArticle.Read().Paragraphs.Skip(1)] }));
}
