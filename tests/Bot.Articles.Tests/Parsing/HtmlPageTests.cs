using Bot.Articles.Parsing;
using static Bot.Articles.Tests.Parsing.ReadingTestText;

namespace Bot.Articles.Tests.Parsing;

public sealed class HtmlPageTests
{
    private const string Page = """
        <!doctype html><html lang="en"><head><title>Big storm hits coast | Daily Example</title>
        <meta property="og:title" content="Big storm hits coast"><meta property="og:site_name" content="Daily Example">
        <script type="application/ld+json">{"@graph":[{"@type":"WebPage"},{"@type":"NewsArticle","headline":"Big storm hits the coast &amp; beyond",
         "author":[{"@type":"Person","name":"Ann Example"}],"datePublished":"2026-03-04T23:30:00-05:00"}]}</script></head>
        <body><nav><ul><li><a href=/>Home</a><li><a href=/w>World</a></ul></nav><div class="cookie-banner">We use cookies. Accept all cookies</div>
        <main><article><h1>Big storm hits the coast &amp; beyond</h1><p class=byline>By Ann Example</p><p>Published March 4, 2026</p>
        <figure><img src=x><figcaption>A wave. Photo: Someone</figcaption></figure>
        <p>HALIFAX, Canada (Reuters) - A storm hit the coast on Wednesday, leaving 5,000 homes without power, officials said.</p>
        <p>“It was the <em>worst</em> night of my life,” said Marie Dupont, 54, who lives near the harbour. “We heard the roof go.”</p>
        <div class=ad>Advertisement</div>
        <p><strong>Damage still unknown</strong></p>
        <p>Crews were at work on Thursday and the mayor, John Roe, said repairs may take several weeks. He asked people to stay at home.</p>
        <p><a href="/x">Related: Another storm last year</a></p>
        <h2>What comes next</h2><p>Another front is expected on Saturday. Forecasters said that winds could reach 90 kilometres per hour.</p>
        <ul><li>Schools stay closed until Monday.</li><li>Ferries are cancelled.</li></ul>
        <p>Line one of the address<br>line two of it.<br><br>A second paragraph after two breaks.</p>
        </article></main><aside><h3>Most read</h3><ol><li><a href=1>Other story one</a></ol></aside><footer>© 2026 Daily Example. All rights reserved.</footer></body></html>
        """;

    [Fact]
    public void Takes_the_article_and_leaves_the_page_around_it()
    {
        var article = Read(Page, "page.html");
        Assert.Equal(
            [
                "HALIFAX, Canada (Reuters) - A storm hit the coast on Wednesday, leaving 5,000 homes without power, officials said.",
                "“It was the worst night of my life,” said Marie Dupont, 54, who lives near the harbour. “We heard the roof go.”",
                "Crews were at work on Thursday and the mayor, John Roe, said repairs may take several weeks. He asked people to stay at home.",
                "Another front is expected on Saturday. Forecasters said that winds could reach 90 kilometres per hour.",
                "Schools stay closed until Monday.",
                "Ferries are cancelled.",
                "Line one of the address line two of it.",
                "A second paragraph after two breaks.",
            ],
            article.Paragraphs.Select(paragraph => paragraph.Text));
        Assert.Equal([null, "Damage still unknown", "What comes next"], article.Paragraphs.Select(paragraph => paragraph.Section).Distinct());
    }

    [Fact]
    public void Reads_what_the_page_says_of_itself()
    {
        var article = Read(Page, "page.html");
        Assert.Equal("Big storm hits the coast & beyond", article.Title);
        Assert.Equal("Daily Example", article.Outlet);
        Assert.Equal("Ann Example", article.Author);
        Assert.Equal(new DateOnly(2026, 3, 4), article.Date);
        Assert.Equal("HALIFAX, Canada", article.Dateline);
        Assert.Equal("en", article.Language);
    }

    [Fact]
    public void Recognises_a_page_whatever_its_name_and_type_say()
    {
        Assert.Equal("Big storm hits the coast & beyond", Read(Page, "page.txt").Title);
    }

    [Fact]
    public void Goes_by_what_the_caller_knows_before_what_the_page_says()
    {
        var document = SourceDocument.FromText(Page) with { Url = new("https://example.org/a?id=1#part"), Known = new() { Title = "Given", Language = "fr" } };
        var article = new ArticleReader().Read(document, TestContext.Current.CancellationToken);
        Assert.Equal(("Given", "fr"), (article.Title, article.Language));
        Assert.Equal(ArticleId.From("https://example.org/a?id=1"), article.Id);
    }

    [Fact]
    public void Takes_the_words_from_linked_data_when_the_page_shows_none()
    {
        var words = string.Join("\\n\\n", Enumerable.Repeat("The council voted for the plan on Monday. It will be built in spring.", 4));
        var page = $$"""<html><body><div id=root></div><script type="application/ld+json">{"@type":["NewsArticle"],"headline":"Council votes","articleBody":"{{words}}"}</script></body></html>""";
        Assert.Equal(4, Read(page, "page.html").Paragraphs.Length);
    }

    [Theory]
    [InlineData("WantsProofOfHuman", "<title>Just a moment...</title><body><noscript><div>Enable JavaScript and cookies to continue</div></noscript>")]
    [InlineData("WantsConsent", "<body><h1>Before you continue</h1><p>We and our partners use cookies and similar technologies to store and/or access information on your device, such as cookies, and to process personal data for ads.</p><p>If you click “Accept all cookies”, you consent to the use of cookies by us.</p>")]
    [InlineData("Paywall", "<body><article><h1>Minister resigns</h1><p>The minister of finance resigned on Monday after weeks of pressure from within her own party over the budget, her office said.</p><p>Her successor will be named on Friday.</p></article><div class=gate><h2>Subscribe to continue reading</h2></div>")]
    [InlineData("NeedsScripts", "<body><div id=root></div><noscript>You need to enable JavaScript to run this app.</noscript>")]
    [InlineData("NoArticleInPage", "<body><ul><li><a href=1>Shoes</a></li><li><a href=2>Shirts</a></li></ul>")]
    public void Refuses_a_page_that_stands_in_front_of_an_article(string reason, string page)
    {
        Assert.Equal(reason, Refusal($"<!doctype html><html>{page}</html>", "page.html"));
    }

    [Fact]
    public void Reads_a_short_article_on_a_page_that_speaks_of_cookies_and_subscriptions()
    {
        var page = "<html><head><meta name=\"description\" content=\"A \"fire\" in a mill\"></head><body><div>Already a subscriber? Log in</div><div>We use cookies. Manage cookies</div><article><h1>Fire in a mill</h1>" +
            "<p>A fire broke out in a mill on Monday night. Nobody was hurt, the fire brigade said.</p><p>The cause is unknown. The police are investigating, a spokeswoman said on Tuesday.</p></article></body></html>";
        Assert.Equal(2, Read(page, "page.html").Paragraphs.Length);
    }

    [Theory]
    [InlineData("<div>", 100_000)]
    [InlineData("<li><ul>", 50_000)]
    [InlineData("<p><font size=1><b>", 20_000)]
    [InlineData("<svg></p><g/><path/>", 20_000)]
    [InlineData("<", 2_000_000)]
    [InlineData("<p>a", 60_000)]
    [InlineData("<div a=\"1\" ", 20_000)]
    public void Refuses_a_page_that_is_built_to_exhaust_the_reader(string unit, int times)
    {
        Assert.Contains("TooComplex", Refusal("<html><body>" + string.Concat(Enumerable.Repeat(unit, times)), "page.html"), StringComparison.Ordinal);
    }
}
