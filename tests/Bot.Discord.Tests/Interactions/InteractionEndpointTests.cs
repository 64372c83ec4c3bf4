using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Bot.Discord.Interactions;
using Bot.Discord.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NSec.Cryptography;

namespace Bot.Discord.Tests.Interactions;

public sealed class InteractionEndpointTests : IAsyncLifetime
{
    private const string Timestamp = "1790000000";
    private const string Command = """{"id":"1200","application_id":"1","type":2,"token":"t","data":{"id":"5","name":"ask","type":1}}""";

    private readonly Key _key = Key.Create(SignatureAlgorithm.Ed25519);
    private readonly ConcurrentQueue<Interaction> _started = new();
    private readonly WebApplication _app;
    private readonly HttpClient _http = new(new SocketsHttpHandler());
    private readonly TaskCompletionSource _acknowledged = new();
    private bool _isFull;

    public InteractionEndpointTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddRoutingCore();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        var publicKey = Convert.ToHexStringLower(_key.PublicKey.Export(KeyBlobFormat.RawPublicKey));
        _app.MapDiscordInteractions("/interactions", new RequestSignature(publicKey), async interaction =>
        {
            _started.Enqueue(interaction);
            await _acknowledged.Task;
            return !_isFull;
        });
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _app.StartAsync(Cancellation);
        _http.BaseAddress = new Uri(_app.Urls.First());
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _key.Dispose();
        await _app.DisposeAsync();
    }

    [Theory]
    [InlineData("""{"type":1}""")]
    [InlineData("""{"id":"1200","application_id":"1","token":"t","type":1,"version":1,"entitlements":[]}""")]
    public async Task Answers_a_ping(string ping)
    {
        using var response = await PostAsync(ping);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("""{"type":1}""", await response.Content.ReadAsStringAsync(Cancellation));
        Assert.Empty(_started);
    }

    [Fact]
    public async Task Accepts_an_interaction_only_when_it_has_its_first_answer()
    {
        var posting = PostAsync(Command);
        while (_started.IsEmpty)
        {
            await Task.Delay(5, Cancellation);
        }

        await Task.Delay(50, Cancellation);
        Assert.False(posting.IsCompleted);
        _acknowledged.SetResult();
        using var response = await posting;

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
    }

    [Fact]
    public async Task Hands_over_the_same_interaction_that_the_gateway_would()
    {
        _acknowledged.SetResult();

        using var response = await PostAsync(Command);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal((new Snowflake(1200), "ask"), (Assert.Single(_started).Id, _started.First().Data?.Name));
    }

    [Theory]
    [InlineData("forged")]
    [InlineData("other body")]
    [InlineData("other time")]
    [InlineData("no signature")]
    [InlineData("no time")]
    public async Task Refuses_what_discord_has_not_signed(string fault)
    {
        using var request = Sign(Command);
        request.Content = fault == "other body" ? Json(Command.Replace("1200", "1201", StringComparison.Ordinal)) : request.Content;
        if (fault is "forged" or "no signature")
        {
            request.Headers.Remove("X-Signature-Ed25519");
        }

        if (fault == "forged")
        {
            request.Headers.Add("X-Signature-Ed25519", new string('a', 128));
        }

        if (fault is "other time" or "no time")
        {
            request.Headers.Remove("X-Signature-Timestamp");
        }

        if (fault == "other time")
        {
            request.Headers.Add("X-Signature-Timestamp", "1790000001");
        }

        using var response = await _http.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Empty(_started);
    }

    [Fact]
    public async Task Counts_what_it_refuses()
    {
        var refused = 0;
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Name == "discord.http.refused")
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) => refused += tags[0].Value is 401 ? 1 : 0);
        listener.Start();
        using var request = Sign(Command);
        request.Headers.Remove("X-Signature-Ed25519");

        using var response = await _http.SendAsync(request, Cancellation);

        Assert.True(refused >= 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("""{"id":{},"type":2,"token":"t"}""")]
    [InlineData("""{"type":2}""")]
    [InlineData("""{"id":"1","type":"two","token":"t"}""")]
    public async Task Refuses_what_is_signed_and_yet_no_interaction(string body)
    {
        using var response = await PostAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(_started);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Refuses_a_body_that_is_too_large(bool tellsItsLength)
    {
        using var request = Sign($$"""{"type":1,"x":"{{new string('x', InteractionEndpoint.LargestBody)}}"}""");
        request.Headers.TransferEncodingChunked = !tellsItsLength;

        using var response = await _http.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task Says_when_it_takes_no_more()
    {
        _isFull = true;
        _acknowledged.SetResult();

        using var response = await PostAsync(Command);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
    }

    [Fact]
    public async Task Takes_nothing_but_posts()
    {
        using var response = await _http.GetAsync(new Uri("/interactions", UriKind.Relative), Cancellation);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    private static ByteArrayContent Json(string body) =>
        new(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

    private HttpRequestMessage Sign(string body)
    {
        var signature = SignatureAlgorithm.Ed25519.Sign(_key, Encoding.UTF8.GetBytes(Timestamp + body));
        return new HttpRequestMessage(HttpMethod.Post, "/interactions")
        {
            Content = Json(body),
            Headers = { { "X-Signature-Ed25519", Convert.ToHexStringLower(signature) }, { "X-Signature-Timestamp", Timestamp } },
        };
    }

    private async Task<HttpResponseMessage> PostAsync(string body)
    {
        using var request = Sign(body);
        return await _http.SendAsync(request, Cancellation);
    }
}
