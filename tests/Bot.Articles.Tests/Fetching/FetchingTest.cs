using System.Net;
using Bot.Articles.Fetching;
using Bot.Articles.Parsing;
using Bot.Testing.Web;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Articles.Tests.Fetching;

/// <summary>A fetcher on a web of the test's own, with a clock that the test moves.</summary>
public abstract class FetchingTest : IAsyncLifetime
{
    public const string Story =
        "<!doctype html><html lang=en><head><title>Mill burns down</title></head><body><article><h1>Mill burns down</h1>" +
        "<p>A fire destroyed the old mill at Arden on Monday night. Nobody was hurt, the fire brigade said.</p>" +
        "<p>“We saw the flames from the church,” said Rosa Feld, who lives across the river.</p></article></body></html>";

    private FakeWeb? _web;
    private ArticleFetcher? _fetcher;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected FakeWeb Web => _web!;

    protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 5, 4, 8, 0, 0, TimeSpan.Zero));

    protected FetchLimits Limits { get; } = new();

    protected ReadingLimits Reading { get; } = new();

    protected ArticleFetcher Fetcher => _fetcher ??= new(Limits, Reading, Web.Network, Time);

    public async ValueTask InitializeAsync() => _web = await FakeWeb.StartAsync(Cancellation);

    public async ValueTask DisposeAsync()
    {
        _fetcher?.Dispose();
        await Web.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected Task<SourceDocument> FetchAsync(string address) => Fetcher.FetchAsync(address, Cancellation);

    /// <summary>What was in the way of an address: its kind, then subject and number where it has them.</summary>
    protected async Task<string> RefusalAsync(string address)
    {
        return (await Assert.ThrowsAsync<ArticleException>(() => FetchAsync(address))).Fault.ToString();
    }

    protected static IPAddress Ip(string address) => IPAddress.Parse(address);
}
