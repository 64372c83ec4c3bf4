using System.Text.Json;

namespace Bot.Tests.Cli;

public sealed class QuotesAndSummaryVerbTests : IDisposable
{
    private readonly CommandLineRun _bot = new();

    public void Dispose() => _bot.Dispose();

    [Theory]
    [InlineData("kallas")]
    [InlineData("Kaja")]
    [InlineData("kalas")]
    public async Task Quotes_are_found_by_any_part_of_the_name_and_with_a_typo(string name)
    {
        var outcome = await _bot.RunAsync("quotes", "--speaker", name);

        Assert.Contains("fending off cyberattacks", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("Kaja Kallas", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Lavrov", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_is_not_quoted_brings_the_list_of_those_who_are()
    {
        var outcome = await _bot.RunAsync("quotes", "--speaker", "Merkel");

        Assert.Equal(0, outcome.Code);
        Assert.Contains("No quotes by Merkel. Speakers in this article: ", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("Sergey Lavrov (4)", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_topic_puts_the_quotes_about_it_first()
    {
        var outcome = await _bot.RunAsync("quotes", "--about", "cyberattacks", "--format", "json");

        using var json = JsonDocument.Parse(outcome.Output);
        Assert.StartsWith("We are fending off", json.RootElement.GetProperty("quotes")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quotes_json_has_the_fields_of_the_contract()
    {
        var outcome = await _bot.RunAsync("quotes", "--format", "json");

        using var json = JsonDocument.Parse(outcome.Output);
        Assert.Equal(["article", "title", "quotes"], json.RootElement.EnumerateObject().Select(property => property.Name));
        Assert.All(json.RootElement.GetProperty("quotes").EnumerateArray(), quote =>
        {
            Assert.Equal(
                ["number", "text", "speaker", "speakers", "role", "paragraph", "start", "end", "attribution", "certainty", "standing"],
                quote.EnumerateObject().Select(property => property.Name));
            Assert.Equal(quote.GetProperty("text").GetString()!.Length, quote.GetProperty("end").GetInt32() - quote.GetProperty("start").GetInt32());
            Assert.Contains(quote.GetProperty("certainty").GetString(), new[] { "sure", "likely", "unknown" });
        });
    }

    [Theory]
    [InlineData("brief", 2, 3)]
    [InlineData("standard", 5, 7)]
    [InlineData("detailed", 5, 14)]
    public async Task A_summary_has_as_many_points_as_asked_for_each_with_a_verbatim_citation(string length, int least, int most)
    {
        var outcome = await _bot.RunAsync("summary", "--length", length, "--format", "json");

        using var json = JsonDocument.Parse(outcome.Output);
        var root = json.RootElement;
        Assert.Equal(["article", "title", "length", "mode", "points", "citations"], root.EnumerateObject().Select(property => property.Name));
        Assert.InRange(root.GetProperty("points").GetArrayLength(), least, most);
        var article = Bot.Articles.BuiltInArticle.Read();
        Assert.All(root.GetProperty("citations").EnumerateArray(), citation => Assert.Equal(
            article.Paragraph(citation.GetProperty("paragraph").GetInt32())!.Text[citation.GetProperty("start").GetInt32()..citation.GetProperty("end").GetInt32()],
            citation.GetProperty("quote").GetString()));
    }

    [Fact]
    public async Task A_focus_the_article_does_not_speak_of_is_said_to_be_missing()
    {
        var outcome = await _bot.RunAsync("summary", "--focus", "volcanoes");

        Assert.Contains("says nothing about volcanoes", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_focus_brings_the_paragraphs_that_bear_on_it()
    {
        var shown = await _bot.RunAsync("summary", "--focus", "money");
        var outcome = await _bot.RunAsync("summary", "--focus", "money", "--format", "json");

        using var json = JsonDocument.Parse(outcome.Output);
        var bearing = json.RootElement.GetProperty("bearing").EnumerateArray().Select(number => number.GetInt32()).ToArray();
        Assert.Subset(bearing.ToHashSet(), new HashSet<int> { 1, 9, 10 });
        Assert.Contains($"About money: ¶ {string.Join(", ", bearing)}", shown.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_summary_without_an_article_says_which_one_it_took_when_there_are_several()
    {
        var alone = await _bot.RunAsync("summary");
        await _bot.RunAsync("article", "add", _bot.File("dunes.txt", "Dunes move inland\n\nThe dunes moved forty metres inland in March, the park said."));
        var newest = await _bot.RunAsync("summary");

        Assert.DoesNotContain("--article", alone.Output, StringComparison.Ordinal);
        Assert.StartsWith("\nDunes move inland\nThis is the article added last. Another one: --article REF", newest.Output, StringComparison.Ordinal);
    }
}
