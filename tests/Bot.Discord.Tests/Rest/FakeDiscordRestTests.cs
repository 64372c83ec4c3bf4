using System.Text;
using System.Text.Json.Nodes;
using Bot.Testing.Discord;
using Bot.Testing.Discord.Rest;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Discord.Tests.Rest;

/// <summary>The fake refuses what Discord refuses: otherwise a test against it says little.</summary>
public sealed class FakeDiscordRestTests : IAsyncLifetime
{
    private const string Reply = """{"type":4,"data":{"content":"answer"}}""";

    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());
    private readonly HttpClient _http = new(new SocketsHttpHandler());
    private FakeDiscord _discord = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _discord = await FakeDiscord.StartAsync(new FakeDiscordOptions { Time = _time }, Cancellation);
        _http.DefaultRequestHeaders.Add("Authorization", $"Bot {_discord.Options.Token}");
        _http.DefaultRequestHeaders.Add("User-Agent", "DiscordBot (https://discord.com, 1.0)");
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _discord.DisposeAsync();
    }

    [Theory]
    [InlineData("""{}""", 50006)]
    [InlineData("""{"content":""}""", 50006)]
    [InlineData("""{"content":"x","flags":64}""", 50035)]
    [InlineData("""{"content":"x","nonce":"12345678901234567890123456"}""", 50035)]
    [InlineData("""{"content":"x","allowed_mentions":{"parse":["users"],"users":["1"]}}""", 50035)]
    [InlineData("""{"embeds":[{"title":"x","fields":[{"name":"","value":"x"}]}]}""", 50035)]
    [InlineData("""{"content":"x","flags":32768,"components":[{"type":10,"content":"x"}]}""", 50035)]
    [InlineData("""{"content":"x","components":[{"type":10,"content":"x"}]}""", 50035)]
    [InlineData("""{"content":"x","components":[{"type":1,"components":[{"type":2,"style":1,"label":"x"}]}]}""", 50035)]
    [InlineData("""{"content":"x","components":[{"type":1,"components":[{"type":2,"style":1,"label":"x","custom_id":"a"},{"type":2,"style":1,"label":"x","custom_id":"a"}]}]}""", 50035)]
    [InlineData("""{"content":"x","components":[{"type":1,"components":[]}]}""", 50035)]
    public async Task Refuses_a_message_that_breaks_a_rule(string body, int code) =>
        Assert.Equal(code, await CodeAsync(HttpMethod.Post, $"channels/{_discord.Options.ChannelId}/messages", body));

    [Fact]
    public async Task Refuses_what_is_too_long()
    {
        var path = $"channels/{_discord.Options.ChannelId}/messages";
        var embeds = string.Join(',', Enumerable.Repeat($$"""{"description":"{{new string('x', 3001)}}"}""", 2));

        Assert.Equal(50035, await CodeAsync(HttpMethod.Post, path, $$"""{"content":"{{new string('x', 2001)}}"}"""));
        Assert.Equal(50035, await CodeAsync(HttpMethod.Post, path, $$"""{"embeds":[{{embeds}}]}"""));
        Assert.Equal(0, await CodeAsync(HttpMethod.Post, path, $$"""{"content":"{{new string('x', 2000)}}"}"""));
    }

    [Theory]
    [InlineData("""{"type":6}""")]
    [InlineData("""{"type":8,"data":{"choices":[]}}""")]
    [InlineData("""{"type":5,"data":{"flags":32768}}""")]
    [InlineData("""{"type":9,"data":{"custom_id":"x","title":"1234567890123456789012345678901234567890123456","components":[{"type":18,"label":"x","component":{"type":4,"custom_id":"y","style":1}}]}}""")]
    public async Task Refuses_a_first_answer_that_does_not_fit_a_command(string body)
    {
        var known = _discord.Rest.Register(FakePayloads.Command(_discord, "ask"));

        Assert.Equal(50035, await CodeAsync(HttpMethod.Post, CallbackOf(known), body));
        Assert.Null(known.Callback);
    }

    [Fact]
    public async Task Takes_one_first_answer_within_three_seconds_and_others_for_a_quarter_of_an_hour()
    {
        var known = _discord.Rest.Register(FakePayloads.Command(_discord, "ask"));
        var late = _discord.Rest.Register(FakePayloads.Command(_discord, "ask"));
        var original = $"webhooks/{_discord.Options.ApplicationId}/{known.Token}/messages/@original";

        Assert.Equal(10015, await CodeAsync(HttpMethod.Patch, original, """{"content":"early"}"""));
        Assert.Equal(0, await CodeAsync(HttpMethod.Post, CallbackOf(known), Reply));
        Assert.Equal(40060, await CodeAsync(HttpMethod.Post, CallbackOf(known), Reply));
        _time.Advance(TimeSpan.FromSeconds(3.1));
        Assert.Equal(10062, await CodeAsync(HttpMethod.Post, CallbackOf(late), Reply));
        Assert.Equal(0, await CodeAsync(HttpMethod.Patch, original, """{"content":"later"}"""));
        _time.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(50027, await CodeAsync(HttpMethod.Patch, original, """{"content":"too late"}"""));
    }

    [Theory]
    [InlineData("""[{"name":"Ask","description":"x"}]""", 50035)]
    [InlineData("""[{"name":"ask"}]""", 50035)]
    [InlineData("""[{"name":"ask","description":"x"},{"name":"ask","description":"y"}]""", 40041)]
    [InlineData("""[{"name":"ask","description":"x","options":[{"type":3,"name":"a","description":"x"},{"type":3,"name":"b","description":"x","required":true}]}]""", 50035)]
    [InlineData("""[{"name":"Ask on","type":3,"description":"none allowed"}]""", 50035)]
    [InlineData("""[{"name":"ask","description":"x","options":[{"type":3,"name":"a","description":"x","autocomplete":true,"choices":[{"name":"x","value":"x"}]}]}]""", 50035)]
    public async Task Refuses_commands_that_break_a_rule(string body, int code) =>
        Assert.Equal(code, await CodeAsync(HttpMethod.Put, $"applications/{_discord.Options.ApplicationId}/commands", body));

    [Fact]
    public async Task Takes_two_hundred_new_commands_a_day()
    {
        var path = $"applications/{_discord.Options.ApplicationId}/commands";
        Assert.Equal(0, await CodeAsync(HttpMethod.Put, path, Commands("a", 100)));
        Assert.Equal(0, await CodeAsync(HttpMethod.Put, path, Commands("a", 100)));
        Assert.Equal(0, await CodeAsync(HttpMethod.Put, path, Commands("b", 100)));

        Assert.Equal(30034, await CodeAsync(HttpMethod.Put, path, Commands("c", 1)));
        Assert.Equal(30032, await CodeAsync(HttpMethod.Put, path, Commands("d", 101)));

        static string Commands(string prefix, int count) =>
            new JsonArray([.. Enumerable.Range(0, count).Select(n => new JsonObject { ["name"] = $"{prefix}{n}", ["description"] = "x" })]).ToJsonString();
    }

    [Fact]
    public async Task Refuses_the_sixth_message_in_a_channel_and_the_fifty_first_call_of_a_second()
    {
        var path = $"channels/{_discord.Options.ChannelId}/messages";
        for (var call = 0; call < 5; call++)
        {
            Assert.Equal(0, await CodeAsync(HttpMethod.Post, path, """{"content":"x"}"""));
        }

        using var sixth = await SendAsync(HttpMethod.Post, path, """{"content":"x"}""");
        Assert.Equal((429, "0"), ((int)sixth.StatusCode, Assert.Single(sixth.Headers.GetValues("X-RateLimit-Remaining"))));
        var calls = 6;
        HttpResponseMessage last;
        while ((last = await SendAsync(HttpMethod.Get, "users/@me", null)).IsSuccessStatusCode)
        {
            last.Dispose();
            calls++;
        }

        Assert.Equal((50, "global"), (calls, Assert.Single(last.Headers.GetValues("X-RateLimit-Scope"))));
        last.Dispose();
    }

    [Fact]
    public async Task Checks_bodies_against_discords_own_description_where_it_can_be_found()
    {
        Assert.Equal(OpenApiDocument.Find() is not null, _discord.Rest.ChecksAgainstDescription);
        var faults = OpenApiDocument.Find()?.Check("POST", "/channels/{channel_id}/messages", JsonNode.Parse("""{"content":7,"embeds":[{"color":"red"}]}""")!);

        if (_discord.Rest.ChecksAgainstDescription)
        {
            Assert.Equal(2, faults!.Count);
        }

        Assert.Equal(50035, await CodeAsync(HttpMethod.Post, $"channels/{_discord.Options.ChannelId}/threads", """{"name":""}"""));
    }

    private static string CallbackOf(FakeInteraction known) => $"interactions/{known.Id}/{known.Token}/callback";

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? body)
    {
        using var request = new HttpRequestMessage(method, new Uri($"{_discord.ApiBaseUrl}/v10/{path}"))
        {
            Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"),
        };
        return await _http.SendAsync(request, Cancellation);
    }

    /// <returns>Discord's error code, 0 when the call was carried out.</returns>
    private async Task<int> CodeAsync(HttpMethod method, string path, string body)
    {
        using var response = await SendAsync(method, path, body);
        return response.IsSuccessStatusCode ? 0 : JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!["code"]!.GetValue<int>();
    }
}
