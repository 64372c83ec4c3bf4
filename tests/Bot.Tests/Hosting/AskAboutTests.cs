using Bot.Testing.Discord.Rest;
using Bot.Testing.Web;

namespace Bot.Tests.Hosting;

/// <summary>“Ask about this article” in the menu of a message with a link.</summary>
public sealed class AskAboutTests : IAsyncLifetime
{
    private const string Command = "Ask about this article";
    internal const string Address = "http://news.example/2026/05/mill";

    internal const string Page = """
        <!doctype html><html lang="en"><head><title>Mill burns down | Arden Post</title><link rel="canonical" href="http://news.example/2026/05/mill">
        <meta property="og:title" content="Mill burns down"><meta property="og:site_name" content="Arden Post">
        <meta property="article:published_time" content="2026-05-04T08:00:00Z"></head><body><article><h1>Mill burns down</h1>
        <p>ARDEN — A fire destroyed the old mill on Monday night. Nobody was hurt, the fire brigade said.</p>
        <p>“We saw the flames from the church,” said Rosa Feld, who lives across the river.</p>
        <p>The mill was built in 1871 and had stood empty for nine years.</p></article></body></html>
        """;

    private FakeWeb _web = null!;
    private HostedBot _bot = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _web = (await FakeWeb.StartAsync(Token)).Serve(Address, Page);
        _bot = await HostedBot.StartAsync(Token, network: _web.Network);
    }

    public async ValueTask DisposeAsync()
    {
        Assert.Empty(_bot.Discord.Rest.Violations);
        await _bot.DisposeAsync();
        await _web.DisposeAsync();
    }

    [Fact]
    public async Task The_article_behind_the_link_is_read_once_and_asked()
    {
        var person = new Person(_bot, Token);
        var form = await person.UseMenuAsync(Command, $"Look at this (<{Address}>).");
        Assert.Equal(Address, AddressIn(form));

        var answer = await person.SubmitAsync(form, ("question", "When was the mill built?"), ("address", Address));
        Assert.Contains("> The mill was built in ", answer.Content, StringComparison.Ordinal);
        Assert.Contains($"[¶3](<{Address}#:~:text=The%20mill%20was%20built", answer.Content, StringComparison.Ordinal);
        Assert.EndsWith("Mill burns down · Arden Post · 4 May 2026", answer.Content, StringComparison.Ordinal);

        var reads = _web.Requests.Count;
        var again = await person.SubmitAsync(form, ("question", "Who saw the flames?"), ("address", Address));
        Assert.Contains("Rosa Feld", again.Content, StringComparison.Ordinal);
        Assert.Equal(reads, _web.Requests.Count);
    }

    [Fact]
    public async Task Whoever_may_not_add_articles_cannot_have_one_read_and_everybody_can_ask_it_then()
    {
        var member = new Person(_bot, Token) { Permissions = "2048" };
        var form = await member.UseMenuAsync(Command, Address);
        var refused = await member.SubmitAsync(form, ("question", "When was the mill built?"), ("address", Address));
        Assert.Equal("I have not read this article yet. You may not add or remove articles here. Whoever manages this server can change that with /settings.", refused.Content);
        Assert.True(refused.IsEphemeral);
        Assert.Empty(_web.Requests);

        await new Person(_bot, Token).SubmitAsync(form, ("question", "When was the mill built?"), ("address", Address));
        foreach (var link in (string[])[Address, $"{Address}?utm_source=chat", $"{Address}#top"])
        {
            var answer = await member.SubmitAsync(form, ("question", "When was the mill built?"), ("address", link));
            Assert.Contains("1871", answer.Content, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Whoever_may_add_articles_by_the_servers_settings_can_have_one_read()
    {
        await new Person(_bot, Token).UseAsync("settings", ("adding", "everyone"));
        var member = new Person(_bot, Token) { Permissions = "2048" };
        var form = await member.UseMenuAsync(Command, Address);
        var answer = await member.SubmitAsync(form, ("question", "When was the mill built?"), ("address", Address));

        Assert.Contains("1871", answer.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_with_as_many_articles_as_it_may_have_gets_no_more_this_way_either()
    {
        await using var full = await HostedBot.StartAsync(Token, network: _web.Network, more: new KeyValuePair<string, string?>("Limits:ArticlesPerGuild", "1"));
        var person = new Person(full, Token);
        await full.AddAsync(full.Discord.Options.GuildId.Value, "Bridge opens\n\nThe bridge over the Elder was opened on Monday.\n", Token);
        var form = await person.UseMenuAsync(Command, Address);
        var refused = await person.SubmitAsync(form, ("question", "When was the mill built?"), ("address", Address));

        Assert.StartsWith("This server already has the one article", refused.Content, StringComparison.Ordinal);
        Assert.Empty(_web.Requests);
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("not an address")]
    [InlineData("http://nowhere.example/")]
    public async Task What_cannot_be_read_is_said_in_plain_words(string address)
    {
        var person = new Person(_bot, Token);
        var form = await person.UseMenuAsync(Command, Address);
        var failed = await person.SubmitAsync(form, ("question", "When?"), ("address", address));

        Assert.DoesNotContain("Something went wrong", failed.Content, StringComparison.Ordinal);
        Assert.Empty(Person.ButtonsOf(Person.LastOf(failed)));
    }

    [Fact]
    public async Task A_message_without_a_link_is_told_so()
    {
        var told = await new Person(_bot, Token).UseMenuAsync(Command, "Nothing here");

        Assert.True(told.IsEphemeral);
        Assert.Equal("There is no link to an article in this message.", told.Content);
    }

    private static string? AddressIn(FakeInteraction form) =>
        form.Callback!["data"]!["components"]!.AsArray().Select(label => label!["component"]!.AsObject())
            .Single(input => input["custom_id"]!.GetValue<string>() == "address")["value"]!.GetValue<string>();
}
