using Bot.Articles.Fetching;

namespace Bot.Articles.Tests.Fetching;

public sealed class RobotsTests : FetchingTest
{
    private const string Address = "http://news.example/private/story";

    [Theory]

    // RFC 9309 §2.2.2, §5.1, §5.2 and what sites write.
    [InlineData("User-agent: *\nDisallow: /", "/a", false)]
    [InlineData("User-agent: *\nDisallow:", "/a", true)]
    [InlineData("", "/a", true)]
    [InlineData("<!doctype html><html>not found</html>", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /private/", "/private/a", false)]
    [InlineData("User-agent: *\nDisallow: /private/", "/Private/a", true)]
    [InlineData("User-agent: *\nDisallow: /private/", "/public/a", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: NewsAnswersBot\nAllow: /", "/a", true)]
    [InlineData("User-agent: NewsAnswersBot\nDisallow: /\n\nUser-agent: *\nAllow: /", "/a", false)]
    [InlineData("user-agent: newsanswersbot/2.1\ndisallow: /a", "/a", false)]
    [InlineData("User-agent: NewsAnswers\nDisallow: /", "/a", true)]
    [InlineData("User-agent: GPTBot\nUser-agent: NewsAnswersBot\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: NewsAnswersBot\nCrawl-delay: 5\n\nUser-agent: *\nDisallow: /", "/a", true)]
    [InlineData("User-agent: NewsAnswersBot\nDisallow: /a\n\nUser-agent: Other\nDisallow: /\n\nUser-agent: NewsAnswersBot\nDisallow: /b", "/b", false)]
    [InlineData("User-agent: *\nDisallow: /\nAllow: /story", "/story/1", true)]
    [InlineData("User-agent: *\nAllow: /page\nDisallow: /*.htm", "/page.htm", false)]
    [InlineData("User-agent: *\nAllow: /folder\nDisallow: /folder", "/folder/page", true)]
    [InlineData("User-agent: *\nDisallow: /*.php$", "/a.php", false)]
    [InlineData("User-agent: *\nDisallow: /*.php$", "/a.php?x=1", true)]
    [InlineData("User-agent: *\nDisallow: /*?print=", "/a?print=1", false)]
    [InlineData("User-agent: *\nDisallow: /a$", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /a$", "/ab", true)]
    [InlineData("User-agent: *\nDisallow: /a*b*c$", "/axbxbc", false)]
    [InlineData("User-agent: *\nDisallow: /caf%C3%A9", "/caf%c3%a9/x", false)]
    [InlineData("User-agent: *\nDisallow: /café", "/caf%C3%A9/x", false)]
    [InlineData("User-agent: *\nDisallow: /%7Ejoe", "/~joe/x", false)]
    [InlineData("User-agent: *   # everybody\nDisallow: /a # not this", "/a", false)]
    [InlineData("\uFEFFUser-agent: *\r\nDisallow: /a\r\n", "/a", false)]
    [InlineData("Disallow: /a\nUser-agent: *\nDisallow: /b", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /", "/robots.txt", true)]
    [InlineData("User-agent: *\nSitemap: http://news.example/s.xml\nDisallow: /a", "/a", false)]
    public void Reads_the_rules_as_the_standard_says(string robots, string path, bool allowed) =>
        Assert.Equal(allowed, RobotsRules.Parse(robots, "NewsAnswersBot").Allows(path));

    [Fact]
    public void Takes_no_longer_for_a_pattern_made_to_take_long()
    {
        var rules = RobotsRules.Parse("User-agent: *\nDisallow: /" + string.Concat(Enumerable.Repeat("*a", 5_000)) + "$", "NewsAnswersBot");

        Assert.True(rules.Allows("/" + new string('a', 4_000) + "b"));
    }

    [Fact]
    public async Task A_page_that_the_site_closes_to_programs_is_not_asked_for()
    {
        Web.Serve("http://news.example/robots.txt", "User-agent: *\nDisallow: /private/", "text/plain").Serve(Address, Story);

        Assert.StartsWith("RobotsForbid", await RefusalAsync(Address), StringComparison.Ordinal);
        Assert.DoesNotContain(Web.Requests, request => request.Url == Address);
    }

    [Fact]
    public async Task A_redirect_asks_the_next_sites_rules()
    {
        Web.Redirect("http://short.example/x", Address).Serve("http://news.example/robots.txt", "User-agent: *\nDisallow: /private/", "text/plain").Serve(Address, Story);

        Assert.Equal("RobotsForbid news.example", await RefusalAsync("http://short.example/x"));
    }

    [Theory]
    [InlineData(404, true)]
    [InlineData(403, true)]
    [InlineData(500, false)]
    [InlineData(503, false)]
    [InlineData(429, false)]
    public async Task A_site_without_rules_is_open_and_one_that_cannot_say_is_closed(int status, bool open)
    {
        Web.Serve("http://news.example/robots.txt", "", status: status).Serve(Address, Story);

        if (open)
        {
            await FetchAsync(Address);
        }
        else
        {
            Assert.StartsWith("RobotsForbid", await RefusalAsync(Address), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_rules_are_asked_for_once_a_day()
    {
        Web.Serve("http://news.example/robots.txt", "User-agent: *\nDisallow: /other/", "text/plain").Serve(Address, Story);

        await FetchAsync(Address);
        await FetchAsync(Address);
        Assert.Single(Web.Requests, IsRobots);

        Time.Advance(TimeSpan.FromHours(24));
        await FetchAsync(Address);
        Assert.Equal(2, Web.Requests.Count(IsRobots));
    }

    [Fact]
    public async Task Of_rules_without_end_only_the_beginning_is_read()
    {
        Web.Serve("http://news.example/robots.txt", async context =>
        {
            await context.Response.Body.WriteAsync("User-agent: *\nDisallow: /private/\n"u8.ToArray());
            var rest = new byte[64 * 1024];
            Array.Fill(rest, (byte)'\n');
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(rest, context.RequestAborted).AsTask().ContinueWith(_ => { }, TaskScheduler.Default);
            }
        });

        Assert.StartsWith("RobotsForbid", await RefusalAsync(Address), StringComparison.Ordinal);
    }

    private static bool IsRobots(Testing.Web.FakeWebRequest request) => request.Url.EndsWith("/robots.txt", StringComparison.Ordinal);
}
