using System.Net;
using Bot.Discord.Interactions;
using Bot.Discord.Rest;
using Bot.Testing.Discord.Rest;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Tests.Interactions;

/// <summary>The whole way over HTTP: a signed request in, a callback out.</summary>
public sealed class HttpInteractionTests
{
    [Fact]
    public async Task Answers_a_signed_request_once_however_often_it_is_sent()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var bot = await WorkerFixture.StartAsync(new InteractionHandlers().Command(
            "ask", (call, stop) => call.ReplyAsync(new OutgoingMessage { Content = "answer" }, stop)));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddRoutingCore();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        await using var app = builder.Build();
        app.MapDiscordInteractions("/interactions", new RequestSignature(bot.Discord.PublicKey), bot.Worker.TryAcknowledgeAsync);
        await app.StartAsync(cancellationToken);
        using var http = new HttpClient(new SocketsHttpHandler());
        var endpoint = new Uri($"{app.Urls.First()}/interactions");
        var payload = bot.Command("ask");

        using var first = await bot.Discord.InteractOverHttpAsync(http, endpoint, payload, cancellationToken);
        using var replayed = await bot.Discord.PostSignedAsync(http, endpoint, payload.ToJsonString(), cancellationToken);
        using var ping = await bot.Discord.PostSignedAsync(http, endpoint, """{"type":1}""", cancellationToken);
        await bot.FinishAsync();

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Accepted, HttpStatusCode.OK), (first.StatusCode, replayed.StatusCode, ping.StatusCode));
        FakeInteraction known = Assert.Single(bot.Discord.Rest.Interactions);
        Assert.Equal(("answer", 1), (known.Content, known.CallbackAttempts));
    }
}
