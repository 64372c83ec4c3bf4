using Bot.Testing.Web;

namespace Bot.Tests.Cli;

public sealed class ArticleFromWebTests : IAsyncLifetime
{
    private const string Address = "http://news.example/2026/05/mill";

    private const string Page = """
        <!doctype html><html lang="en"><head><title>Mill burns down | Arden Post</title><link rel="canonical" href="http://news.example/2026/05/mill">
        <meta property="og:title" content="Mill burns down"><meta property="og:site_name" content="Arden Post"><meta name="author" content="Ann Lee">
        <meta property="article:published_time" content="2026-05-04T08:00:00Z">
        <meta property="article:modified_time" content="2026-05-06T10:30:00Z"></head><body><article><h1>Mill burns down</h1>
        <p>ARDEN — A fire destroyed the old mill on Monday night. Nobody was hurt, the fire brigade said.</p>
        <p>“We saw the flames from the church,” said Rosa Feld, who lives across the river.</p>
        <p>The mill was built in 1871 and had stood empty for nine years.</p></article></body></html>
        """;

    private FakeWeb? _web;
    private CommandLineRun? _bot;

    private FakeWeb Web => _web!;

    private CommandLineRun Bot => _bot!;

    public async ValueTask InitializeAsync()
    {
        _web = await FakeWeb.StartAsync(TestContext.Current.CancellationToken);
        _bot = new() { Network = _web.Network };
        _web.Serve(Address, Page);
    }

    public async ValueTask DisposeAsync()
    {
        _bot?.Dispose();
        await Web.DisposeAsync();
    }

    [Fact]
    public async Task An_address_is_added_with_a_preview_of_what_was_understood()
    {
        var added = await Bot.RunAsync("article", "add", $"{Address}?utm_source=chat#top");

        Assert.Equal(0, added.Code);
        foreach (var part in (string[])["Added ", "Mill burns down", "Arden Post", "Ann Lee", "4 May 2026", "6 May 2026", "ARDEN", "en", Address, "3 paragraphs", "Rosa Feld", "A fire destroyed the old mill", "built in 1871"])
        {
            Assert.Contains(part, added.Output, StringComparison.Ordinal);
        }

        Assert.Contains("1871", (await Bot.RunAsync("ask", "When was the mill built?")).Output, StringComparison.Ordinal);
        Assert.StartsWith("Already there", (await Bot.RunAsync("article", "add", Address)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_day_an_article_says_it_was_changed_is_kept_and_shown()
    {
        var added = await Bot.RunAsync("article", "add", Address);
        var id = added.Output.Split((char[])[' ', '\n'], 3)[1];

        Assert.Contains("4 May 2026 · changed 6 May 2026", (await Bot.RunAsync("article", "show", id)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_in_place_of_an_id_is_read_for_this_call_only()
    {
        var before = await Bot.RunAsync("article", "list");

        Assert.Contains("1871", (await Bot.RunAsync("ask", "When was the mill built?", "--article", Address)).Output, StringComparison.Ordinal);
        Assert.Contains("Rosa Feld", (await Bot.RunAsync("quotes", "--article", Address)).Output, StringComparison.Ordinal);
        Assert.Contains("mill", (await Bot.RunAsync("summary", "--article", Address)).Output, StringComparison.Ordinal);
        Assert.Contains("built in 1871", (await Bot.RunAsync("article", "show", Address)).Output, StringComparison.Ordinal);

        Assert.Equal(before.Output, (await Bot.RunAsync("article", "list")).Output);
    }

    [Theory]
    [InlineData("http://127.0.0.1/story", "public")]
    [InlineData("http://localhost:8080/story", "public")]
    [InlineData("file:///etc/passwd", "http://")]
    [InlineData("ftp://news.example/story", "http://")]
    [InlineData("http://user:pass@news.example/story", "@")]
    [InlineData("http://news.example/nothing", "HTTP 404")]
    [InlineData("http://news.example/wall", "proof of a human")]
    public async Task What_cannot_be_read_is_refused_in_one_line_and_leaves_nothing_behind(string address, string because)
    {
        Web.Serve("http://news.example/wall", "<!doctype html><title>Just a moment...</title><body>Enable JavaScript and cookies to continue</body>");
        var before = await Bot.RunAsync("article", "list");

        var added = await Bot.RunAsync("article", "add", address);
        var asked = await Bot.RunAsync("ask", "When was the mill built?", "--article", address);

        Assert.Equal((1, 1), (added.Code, asked.Code));
        Assert.Contains(because, added.OneErrorLine(), StringComparison.Ordinal);
        Assert.Equal(added.OneErrorLine(), asked.OneErrorLine());
        Assert.Equal(before.Output, (await Bot.RunAsync("article", "list")).Output);
    }

    [Fact]
    public async Task Pasted_text_comes_from_standard_input()
    {
        var added = await Bot.RunAsync("Ferry stops running\n\nThe ferry to Hale stops on Friday, the council said.\n\nIt carried 40 people a day.\n", ["article", "add", "-"]);

        Assert.Contains("Ferry stops running", added.Output, StringComparison.Ordinal);
        Assert.Contains("2 paragraphs", added.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--Articles:FetchTimeout=soon", "Articles:FetchTimeout")]
    [InlineData("--Articles:FetchTimeout=00:00:00", "Articles:FetchTimeout")]
    [InlineData("--Articles:MaxBytes=1", "Articles:MaxBytes")]
    [InlineData("--Articles:ExtraPorts:0=70000", "Articles:ExtraPorts")]
    [InlineData("--Articles:Contact=two words", "Articles:Contact")]
    public async Task A_wrong_limit_is_named(string setting, string key)
    {
        var outcome = await Bot.RunAsync("article", "add", Address, setting);

        Assert.Equal(2, outcome.Code);
        Assert.Contains(key, outcome.OneErrorLine(), StringComparison.Ordinal);
    }
}
