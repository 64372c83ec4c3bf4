using Bot.Articles.Parsing;

namespace Bot.Articles.Tests.Parsing;

public sealed class ArticleAddressTests
{
    [Theory]
    [InlineData("https://news.example/a?utm_source=x&id=4&fbclid=y#top", null, "https://news.example/a?id=4")]
    [InlineData("https://m.news.example/a?id=4", "https://www.news.example/a", "https://www.news.example/a")]
    [InlineData("https://amp.news.example/a", "https://news.example/a", "https://news.example/a")]
    [InlineData("http://news.example/a", "https://news.example/a#x", "https://news.example/a")]

    // What a page says of itself is not believed about another site, a home page, another port, or anything that is no web page.
    [InlineData("https://evil.example/a", "https://news.example/a", "https://evil.example/a")]
    [InlineData("https://news.example.evil.example/a", "https://news.example/a", "https://news.example.evil.example/a")]
    [InlineData("https://news.example/a", "https://news.example/", "https://news.example/a")]
    [InlineData("https://news.example/a", "https://news.example:8443/a", "https://news.example/a")]
    [InlineData("https://news.example/a", "https://user@news.example/b", "https://news.example/a")]
    [InlineData("https://news.example/a", "ftp://news.example/b", "https://news.example/a")]
    [InlineData("https://news.example/a?itoken=1&ito=2", null, "https://news.example/a?itoken=1")]
    public void Knows_an_article_by_one_address(string fetched, string? canonical, string address) =>
        Assert.Equal(new Uri(address), ArticleAddress.Of(new Uri(fetched), canonical is null ? null : new Uri(canonical)));

    [Fact]
    public void Believes_no_document_that_came_by_hand() => Assert.Null(ArticleAddress.Of(null, new Uri("https://news.example/a")));
}
