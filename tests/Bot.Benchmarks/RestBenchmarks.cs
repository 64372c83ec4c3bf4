using System.Net;
using BenchmarkDotNet.Attributes;
using Bot.Discord;
using Bot.Discord.Model;
using Bot.Discord.Rest;
using Bot.Discord.Rest.RateLimiting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Benchmarks;

/// <summary>What this project adds to a call: limits alone, and a whole deferral and edit over a handler that answers at once. The naive client beside it builds
/// the same two requests with reflection-based JSON and no limits.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class RestBenchmarks : IDisposable
{
    private static readonly DiscordRoute Route = new(HttpMethod.Post, "channels/{channel}/messages", "channels/1/messages", "1");
    private static readonly OutgoingMessage Answer = new() { Content = new string('x', 1500) };
    private static readonly Interaction Asked = new() { Id = new(1_500_000_000_000_000_000), ApplicationId = new(1), Type = InteractionType.ApplicationCommand, Token = new string('t', 200) };

    private readonly RateLimits _limits = new(TimeProvider.System, globalPerSecond: 1_000_000);
    private readonly HttpMessageInvoker _naive = new(new InstantHandler());
    private DiscordRest _rest = null!;

    [GlobalSetup]
    public void Setup() => _rest = new DiscordRest(
        new InstantHandler(), new DiscordOptions { Token = "token" }, new DiscordRestOptions { GlobalPerSecond = 1_000_000 }, TimeProvider.System, () => 0.5, NullLogger<DiscordRest>.Instance);

    [Benchmark]
    public async Task LimitsAsync()
    {
        var permit = await _limits.AcquireAsync(Route, CancellationToken.None);
        _limits.Release(Route, permit, new RateLimitHeaders(true, "bucket", 1_000_000, 999_999, TimeSpan.FromSeconds(1)));
    }

    [Benchmark]
    public async Task DeferAndEditAsync()
    {
        await _rest.RespondAsync(Asked, InteractionCallback.Defer(), CancellationToken.None);
        await _rest.EditOriginalAsync(Asked, Answer, CancellationToken.None);
    }

    [Benchmark(Baseline = true)]
    public async Task NaiveDeferAndEditAsync()
    {
        await SendNaivelyAsync(HttpMethod.Post, $"https://discord.com/api/v10/interactions/{Asked.Id}/{Asked.Token}/callback", new { type = 5 });
        await SendNaivelyAsync(
            HttpMethod.Patch,
            $"https://discord.com/api/v10/webhooks/{Asked.ApplicationId}/{Asked.Token}/messages/@original",
            new { content = Answer.Content, allowed_mentions = new { parse = Array.Empty<string>() } });
    }

    [GlobalCleanup]
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        _rest?.Dispose();
        _naive.Dispose();
    }

    private async Task SendNaivelyAsync(HttpMethod method, string address, object body)
    {
        using var request = new HttpRequestMessage(method, address) { Content = new StringContent(System.Text.Json.JsonSerializer.Serialize(body)) };
        using var response = await _naive.SendAsync(request, CancellationToken.None);
        _ = await response.Content.ReadAsStringAsync();
    }

    private sealed class InstantHandler : HttpMessageHandler
    {
        private static readonly byte[] Message = """{"id":"1","channel_id":"2","content":"x","timestamp":"2026-11-22T00:00:00+00:00"}"""u8.ToArray();

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(
            request.Method == HttpMethod.Post
                ? new HttpResponseMessage(HttpStatusCode.NoContent)
                : new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(Message) });
    }
}
