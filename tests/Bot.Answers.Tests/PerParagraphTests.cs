using System.Runtime.CompilerServices;
using Bot.Articles;

namespace Bot.Answers.Tests;

public sealed class PerParagraphTests
{
    private readonly PerParagraph<string> _readings;
    private int _read;

    public PerParagraphTests() => _readings = new((_, paragraph) => $"{++_read} {paragraph.Text}");

    [Fact]
    public void Reads_each_paragraph_of_an_article_once()
    {
        var article = Made();

        Assert.Equal("1 The bridge opens.", _readings.Of(article, article.Paragraphs[0]));
        Assert.Equal("2 It is late.", _readings.Of(article, article.Paragraphs[1]));
        Assert.Equal("1 The bridge opens.", _readings.Of(article, article.Paragraphs[0]));
    }

    [Fact]
    public void Never_takes_another_paragraph_with_the_same_number_for_the_articles_own()
    {
        var article = Made();
        var other = new Paragraph(1, "The harbour is closed.", null, []);

        Assert.Equal("1 The harbour is closed.", _readings.Of(article, other));
        Assert.Equal("2 The bridge opens.", _readings.Of(article, article.Paragraphs[0]));
        Assert.Equal("3 The harbour is closed.", _readings.Of(article, other));
    }

    [Fact]
    public void Keeps_no_article_that_nobody_else_keeps()
    {
        var article = Forgotten();

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.False(article.TryGetTarget(out _));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference<Article> Forgotten()
    {
        var article = Made();
        _readings.Of(article, article.Paragraphs[0]);
        return new WeakReference<Article>(article);
    }

    private static Article Made() => ArticleReader.FromParagraphs("A bridge", ["The bridge opens.", "It is late."]);
}
