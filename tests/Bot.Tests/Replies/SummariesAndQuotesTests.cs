using Bot.Testing.Discord.Rest;
using Bot.Tests.Hosting;

namespace Bot.Tests.Replies;

/// <summary>What the other commands reply, the same over the gateway and over HTTP.</summary>
public abstract class SummariesAndQuotesTests : RepliesFixture
{
    private const string Disputed = """
        Bridge sold

        The council of Norwick sold the old bridge on Monday.

        “We think that nobody asked the fishermen what they thought,” said Anna Olsen, who leads the anglers’ club.

        Former mayor Karl Brandt did not say “I have sold the bridge twice,” as a leaflet had claimed.

        The leaflet’s author, Vera Winter, said that Judge Hugo Marr had called the harbour “a swamp with a flag on it.”

        """;

    [Fact]
    public async Task Every_point_of_a_summary_has_its_citation()
    {
        var summary = await Asker.UseAsync("summary", ("length", "detailed"));

        var text = string.Join('\n', summary.FollowUps.Prepend(summary.Original!).Select(message => FakeMessage.TextOf(message)));
        var points = text.Split('\n').Where(line => line.StartsWith("- ", StringComparison.Ordinal)).ToList();
        Assert.InRange(points.Count, 8, 14);
        Assert.All(points, point => Assert.Matches(@" ¶\d+( ¶\d+)*$", point));
        Assert.DoesNotContain("[1]", text, StringComparison.Ordinal);
        Assert.Contains("__Article 5 at stake__", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_summary_that_finds_nothing_about_its_focus_says_so()
    {
        var summary = await Asker.UseAsync("summary", ("focus", "*gardening*"));

        Assert.Equal("The article says nothing about \\*gardening\\*.", summary.Content);
    }

    [Fact]
    public async Task Quotes_are_paged_in_one_message()
    {
        var quotes = await Asker.UseAsync("quotes");
        Assert.Equal(["Back", "Next"], Person.ButtonsOf(quotes.Original!));
        Assert.Contains(" · Page 1 of ", quotes.Content, StringComparison.Ordinal);

        var next = await Asker.PressAsync(quotes.Original!, "Next");
        Assert.Equal(7, next.Callback!["type"]!.GetValue<int>());
        Assert.Contains(" · Page 2 of ", next.Content, StringComparison.Ordinal);
        var back = await Asker.PressAsync(next.Original!, "Back");
        Assert.Equal(quotes.Content, back.Content);
    }

    [Theory]
    [InlineData("He wrote: “fundamentally thanks to Donald J. Trump, NATO is stronger than it ever was.”", "**Word for word.**", "Mark Rutte")]
    [InlineData("\"it has become painfully clear that China will remain a major security threat for the long term\"", "**Not word for word.**", "~~China~~")]
    [InlineData("“bananas are the cornerstone of every lasting peace treaty”", "**Not found.**", "bananas")]
    public async Task A_quote_in_a_message_is_checked_against_the_articles(string message, string verdict, string detail)
    {
        var check = await Asker.UseMenuAsync("Check this quote", message);

        Assert.True(check.IsEphemeral);
        Assert.StartsWith(verdict, check.Content, StringComparison.Ordinal);
        Assert.Contains(detail, check.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Former mayor Karl Brandt said “I have sold the bridge twice”", "**Denied.**", "Karl Brandt")]
    [InlineData("Vera Winter said “nobody asked the fishermen what they thought”", "**By somebody else.**", "Anna Olsen")]
    [InlineData("Anna Olsen told us “nobody asked the fishermen what they thought”", "**Word for word.**", "nobody asked")]
    [InlineData("Judge Hugo Marr called the harbour “a swamp with a flag on it”", "**Only claimed.**", "Hugo Marr")]
    public async Task A_quote_is_checked_against_whom_the_article_gives_it_to(string message, string verdict, string detail)
    {
        await Hosted.AddAsync(Hosted.Discord.Options.GuildId.Value, Disputed, Token);

        var check = await Asker.UseMenuAsync("Check this quote", message);

        Assert.StartsWith(verdict, check.Content, StringComparison.Ordinal);
        Assert.Contains(detail, check.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_pair_of_marks_has_its_own_verdict_and_the_words_around_none()
    {
        await Hosted.AddAsync(Hosted.Discord.Options.GuildId.Value, Disputed, Token);

        var check = await Asker.UseMenuAsync("Check this quote", "Olsen, furious: “nobody asked the fishermen what they thought”, and “the fish were never asked either”");

        Assert.Contains("**Word for word.**", check.Content, StringComparison.Ordinal);
        Assert.Contains("**Not found.**", check.Content, StringComparison.Ordinal);
        Assert.DoesNotContain("furious", check.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_message_cannot_be_checked()
    {
        Assert.Equal("There are no words in this message that I could look up.", (await Asker.UseMenuAsync("Check this quote", "<:smile:1234567> https://example.com")).Content);
    }
}

public sealed class GatewaySummariesAndQuotesTests : SummariesAndQuotesTests
{
    private protected override bool OverHttp => false;
}

public sealed class HttpSummariesAndQuotesTests : SummariesAndQuotesTests
{
    private protected override bool OverHttp => true;
}
