using System.Text.Json.Nodes;
using Bot.Tests.Hosting;

namespace Bot.Tests.Replies;

/// <summary>A running bot and somebody who types and presses; no reply of it may be invalid or ping anybody.</summary>
public abstract class RepliesFixture : IAsyncLifetime
{
    private protected HostedBot Hosted { get; private set; } = null!;

    private protected Person Asker { get; private set; } = null!;

    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected abstract bool OverHttp { get; }

    public async ValueTask InitializeAsync()
    {
        Hosted = await HostedBot.StartAsync(Token, OverHttp);
        Asker = new Person(Hosted, Token);
    }

    public async ValueTask DisposeAsync()
    {
        Assert.Empty(Hosted.Discord.Rest.Violations);
        Assert.All(
            Hosted.Discord.Rest.Requests.Where(request => request.Body is JsonObject body && (body.ContainsKey("content") || body.ContainsKey("components"))),
            request => Assert.Empty(request.Body!["allowed_mentions"]!["parse"]!.AsArray()));
        await Hosted.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
