using System.Text.Json;

namespace Bot.Tests.Cli;

public sealed class AcrossArticlesTests : IDisposable
{
    private const string Question = "How many people were hurt when the ferry hit the pier in Lindhaven?";

    // A page with less is taken for one without an article.
    private const string Background = """
        The pier was built a hundred years ago by the fishermen of the town, who still mend their nets there in winter. A café stands at its landward end,
        and on market days the square behind it fills with stalls. Nothing of the kind had happened in living memory, neighbours told a reporter who walked
        along the shore in the morning, and most of them had only heard of it on the radio. The harbour stayed open. Buses ran as usual all day long.
        """;

    // Of its own words: what shares most of them is the same report printed twice, and one witness.
    private const string OtherBackground = """
        Lindhaven lies at the mouth of a river that freezes in most years, and its boats are laid up from December until the ice has gone. Three companies
        share the crossings. Last spring one of them asked for a longer jetty, which the county refused because of the birds that breed among the reeds. A
        teacher who lives above the landing keeps a diary of arrivals, and has filled eleven notebooks so far. She writes down delays in red ink.
        """;

    private readonly CommandLineRun _bot = new();

    public void Dispose() => _bot.Dispose();

    [Fact]
    public async Task Two_papers_that_differ_are_both_cited_and_named_with_their_day()
    {
        await AddAsync("quay", "The Quay", "2026-02-05", "At least a dozen ambulances came.", "The ferry hit the pier in Lindhaven and 15 people were hurt, the hospital said.");
        await AddAsync("reuters", "Reuters", "2026-02-01", "The weather was calm.", "Police said 12 people were hurt when the ferry hit the pier in Lindhaven.");
        await AddAsync("other", "AP", "2026-02-03", "The council of Bergen opened a library on Monday.", "It holds 30,000 books.");

        var text = await _bot.RunAsync("ask", Question);
        Assert.Contains("Reuters (1 February 2026) says 12 people, The Quay (5 February 2026) says 15 people.", text.Output, StringComparison.Ordinal);
        Assert.Contains("and 15 people were hurt", text.Output, StringComparison.Ordinal);
        Assert.Contains("Police said 12 people were hurt", text.Output, StringComparison.Ordinal);

        using var json = JsonDocument.Parse((await _bot.RunAsync("ask", Question, "--format", "json")).Output);
        var comparison = Assert.Single(json.RootElement.GetProperty("comparisons").EnumerateArray());
        Assert.Equal("differ", comparison.GetProperty("kind").GetString());
        var cited = comparison.GetProperty("citations").EnumerateArray().Select(number => json.RootElement.GetProperty("citations")[number.GetInt32() - 1]).ToList();
        Assert.Contains("12 people", cited[0].GetProperty("quote").GetString(), StringComparison.Ordinal);
        Assert.Contains("15 people", cited[1].GetProperty("quote").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_papers_that_say_the_same_are_said_to_agree()
    {
        await AddAsync("quay", "The Quay", "2026-02-05", "The weather was calm.", "The ferry hit the pier in Lindhaven and twelve people were hurt.");
        await AddAsync("reuters", "Reuters", "2026-02-01", "Ambulances came.", "Police said 12 people were hurt when the ferry hit the pier in Lindhaven.");

        var text = await _bot.RunAsync("ask", Question);
        Assert.Contains("Reuters (1 February 2026) and The Quay (5 February 2026) both say 12 people.", text.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_article_alone_is_not_compared()
    {
        await AddAsync("reuters", "Reuters", "2026-02-01", "Ambulances came.", "Police said 12 people were hurt when the ferry hit the pier in Lindhaven.");
        using var json = JsonDocument.Parse((await _bot.RunAsync("ask", Question, "--format", "json")).Output);
        Assert.False(json.RootElement.TryGetProperty("comparisons", out _));
    }

    private async Task AddAsync(string name, string outlet, string day, params string[] paragraphs)
    {
        var body = string.Concat(paragraphs.Select(paragraph => $"<p>{paragraph}</p>")) + $"<p>{(outlet == "Reuters" ? OtherBackground : Background)}</p>";
        var page = $"""
            <html><head><title>{name}: ferry news of the day</title><meta property="og:site_name" content="{outlet}">
            <meta property="article:published_time" content="{day}T08:00:00Z"></head>
            <body><article><h1>{name}: ferry news of the day</h1>{body}</article></body></html>
            """;
        Assert.Equal(0, (await _bot.RunAsync("article", "add", _bot.File($"{name}.html", page))).Code);
    }
}
