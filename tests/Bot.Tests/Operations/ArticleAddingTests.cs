using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Bot.Articles.Fetching;
using Bot.Discord.Model;
using Bot.Testing.Discord.Rest;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Operations;

public sealed class ArticleAddingTests : IAsyncLifetime
{
    private const string Bridge =
        "New bridge opens\n\nThe bridge over the Elder was opened on Monday by Mayor Ines Calder.\n\n“It will outlast us all,” Calder said.\n\nIt cost 14 million euros.\n";

    private WebApplication _web = null!;
    private WatchedBot _bot = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Member Manager => new Member(_bot.Discord, Token).AsManager();

    public async ValueTask InitializeAsync()
    {
        // Discord's store of attachments, reached through the guard like anything else in the web.
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _web = builder.Build();
        _web.MapGet("/attachments/1/2/bridge.txt", () => Results.Text(Bridge));
        _web.MapGet("/attachments/1/2/corrected.txt", () => Results.Text(Bridge.Replace("14 million", "15 million", StringComparison.Ordinal)));
        _web.MapGet("/attachments/1/2/empty.txt", () => Results.Text(""));
        await _web.StartAsync(Token);
        var port = new Uri(_web.Urls.First()).Port;
        _bot = await WatchedBot.StartAsync(new Network
        {
            ResolveAsync = (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("162.159.130.233")]),
            ConnectAsync = async (_, cancellationToken) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            },
        }, Token);
    }

    public async ValueTask DisposeAsync()
    {
        Assert.Empty(_bot.Discord.Rest.Violations);
        await _bot.DisposeAsync();
        await _web.DisposeAsync();
    }

    [Fact]
    public async Task An_attachment_is_read_shown_as_understood_and_asked_about()
    {
        var added = await AttachAsync(Manager, "http://cdn.discordapp.com/attachments/1/2/bridge.txt?ex=1&hm=2");
        var again = await AttachAsync(Manager, "http://cdn.discordapp.com/attachments/1/2/bridge.txt?ex=3&hm=4");
        var answer = await Manager.UseAsync("ask", ("question", "How much did the bridge cost?"));

        Assert.Contains("Added:\n**New bridge opens**", added.Content, StringComparison.Ordinal);
        Assert.Contains("3 paragraphs, 1 quote, 1 speaker", added.Content, StringComparison.Ordinal);
        Assert.Contains("I have this article already", again.Content, StringComparison.Ordinal);
        Assert.Contains("14 million euros", answer.Content!.Replace("**", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("discordapp", answer.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_file_corrected_is_a_version_and_a_near_copy_is_told()
    {
        await AttachAsync(Manager, "http://cdn.discordapp.com/attachments/1/2/bridge.txt");
        var corrected = await AttachAsync(Manager, "http://cdn.discordapp.com/attachments/1/2/corrected.txt");
        var answer = await Manager.UseAsync("ask", ("question", "How much did the bridge cost?"));
        var copy = await Manager.SubmitAsync(
            await Manager.UseAsync("article add"), ("headline", "Mayor opens bridge"), ("text", Bridge.Replace("New bridge opens\n\n", "", StringComparison.Ordinal).Replace("14", "16", StringComparison.Ordinal)));

        Assert.Contains("Added as version 2", corrected.Content, StringComparison.Ordinal);
        Assert.Contains("15 million euros", answer.Content!.Replace("**", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("14 million", answer.Content, StringComparison.Ordinal);
        Assert.Contains("near copy of", copy.Content, StringComparison.Ordinal);
        Assert.Contains("“New bridge opens”", copy.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_adds_is_held_to_the_same_limits_as_whoever_asks()
    {
        await Manager.UseAsync("settings", ("person", 1));
        await AttachAsync(Manager, "http://cdn.discordapp.com/attachments/1/2/bridge.txt");
        var refused = await AttachAsync(Manager, "http://cdn.discordapp.com/attachments/1/2/corrected.txt");

        Assert.Contains("as much as you may", refused.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://cdn.discordapp.com.evil.example/attachments/1/2/bridge.txt")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://cdn.discordapp.com/attachments/1/2/empty.txt")]
    [InlineData("http://cdn.discordapp.com/attachments/1/2/gone.txt")]
    public async Task What_is_no_attachment_of_Discords_or_no_article_is_refused(string url)
    {
        var refused = await AttachAsync(Manager, url);

        Assert.DoesNotContain("Added", refused.Content, StringComparison.Ordinal);
        Assert.DoesNotContain("went wrong", refused.Content, StringComparison.Ordinal);
        Assert.Single(await Manager.TypeAsync("ask", "article", ""));
    }

    [Fact]
    public async Task Text_can_be_pasted_into_a_form()
    {
        var opened = await Manager.UseAsync("article add");
        var added = await Manager.SubmitAsync(opened, ("headline", "Storm closes airport"), ("text", "The airport was closed on Friday because of a storm.\n\nIt will open again on Sunday."));
        var answer = await Manager.UseAsync("ask", ("question", "When will the airport open again?"));

        Assert.Equal(9, opened.Callback!["type"]!.GetValue<int>());
        Assert.Contains("**Storm closes airport**", added.Content, StringComparison.Ordinal);
        Assert.Contains("on Sunday", answer.Content!.Replace("**", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_add_is_told_so_and_a_form_opened_before_is_refused_after()
    {
        var opened = await Manager.UseAsync("article add");
        var reader = new Member(_bot.Discord, Token);

        var refused = await reader.UseAsync("article add");
        var late = await reader.SubmitAsync(opened, ("text", "The airport was closed on Friday because of a storm."));

        Assert.Contains("You may not add", refused.Content, StringComparison.Ordinal);
        Assert.Contains("You may not add", late.Content, StringComparison.Ordinal);
    }

    private static Task<FakeInteraction> AttachAsync(Member member, string url)
    {
        var payload = member.Payload(InteractionType.ApplicationCommand);
        payload["data"] = new JsonObject
        {
            ["id"] = "1500000000000000001",
            ["name"] = "article",
            ["type"] = 1,
            ["options"] = new JsonArray(new JsonObject
            {
                ["name"] = "add",
                ["type"] = 1,
                ["options"] = new JsonArray(new JsonObject { ["name"] = "file", ["type"] = 11, ["value"] = "88" }),
            }),
            ["resolved"] = new JsonObject
            {
                ["attachments"] = new JsonObject
                {
                    ["88"] = new JsonObject { ["id"] = "88", ["filename"] = "bridge.txt", ["size"] = 200, ["content_type"] = "text/plain; charset=utf-8", ["url"] = url, ["proxy_url"] = url },
                },
            },
        };
        return member.SendAsync(payload);
    }
}
