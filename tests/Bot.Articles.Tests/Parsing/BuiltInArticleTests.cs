using System.Text;

namespace Bot.Articles.Tests.Parsing;

public sealed class BuiltInArticleTests
{
    private static readonly Article Article = BuiltInArticle.Read();

    [Fact]
    public void Understands_the_day_the_place_and_the_agency_of_the_opening()
    {
        Assert.Equal(new DateOnly(2026, 2, 1), Article.Date);
        Assert.Equal("BRUSSELS", Article.Dateline);
        Assert.Equal("AP", Article.Outlet);
        Assert.Equal("en", Article.Language);
        Assert.StartsWith("European allies", Article.Paragraphs[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Has_a_short_headline_of_its_own_words()
    {
        Assert.InRange(Article.Title.Length, 10, 60);
        Assert.All(Article.Title.Split(' '), word => Assert.Contains(word, Article.Paragraphs[0].Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Names_the_sections_and_numbers_the_paragraphs_between_them()
    {
        Assert.Equal(
            [null, "Filling up the bucket", "Article 5 at stake", "A Russia not easily deterred", "Doubt about US troops"],
            Article.Paragraphs.Select(paragraph => paragraph.Section).Distinct());
        Assert.Equal(Enumerable.Range(1, 34), Article.Paragraphs.Select(paragraph => paragraph.Number));
        Assert.StartsWith("Criticized by U.S. leaders", Article.Paragraphs[8].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Keeps_every_word_of_the_document()
    {
        var lines = Encoding.UTF8.GetString(BuiltInArticle.Document.Bytes.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var headings = Article.Paragraphs.Select(paragraph => paragraph.Section).Distinct();
        Assert.Equal(lines.Where(line => !headings.Contains(line)).Select(line => line.Replace("date 2026-02-01 BRUSSELS (AP) — ", "", StringComparison.Ordinal)), Article.Paragraphs.Select(paragraph => paragraph.Text));
    }

    [Theory]
    [InlineData("He recently said that “fundamentally thanks to Donald J. Trump, NATO is stronger than it ever was.”")]
    [InlineData("U.S. Defense Secretary Pete Hegseth is due to meet with his counterparts at NATO on Feb. 12.")]
    [InlineData("“The stronger our partners are in NATO, the more flexibility the United States will have to secure our interests in different parts of the world,” he said.")]
    [InlineData("The allies would spend as much of their economic output on core defense as the United States — around 3.5% of GDP — by 2035, plus a further 1.5% on security-related projects like upgrading bridges, air and seaports.")]
    public void Splits_its_sentences_at_their_ends(string sentence)
    {
        Assert.Contains(sentence, Article.Paragraphs.SelectMany(paragraph => paragraph.Sentences.Select(paragraph.TextOf)));
    }
}
