using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Reflection;
using Bot.Articles;
using Bot.Articles.Fetching;
using Bot.Configuration;
using Bot.Hosting;
using Bot.Testing.Discord;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Operations;

public sealed class HealthTests : IAsyncLifetime
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("bot-health-");
    private readonly HttpClient _http = new();
    private FakeDiscord _discord = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _discord = await FakeDiscord.StartAsync(cancellationToken: Token);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _discord.DisposeAsync();
        _data.Delete(recursive: true);
    }

    [Fact]
    public async Task Over_http_it_is_ready_when_database_and_index_are()
    {
        await using var app = await StartAsync("Http");

        var (status, text) = await GetAsync(app, "/health/ready");

        Assert.Equal((HttpStatusCode.OK, "database: Healthy\nindex: Healthy\ngateway: Healthy\n"), (status, text));
    }

    [Fact]
    public async Task Over_http_a_database_that_fails_makes_it_not_ready_and_is_named_while_it_lives_on()
    {
        await using var app = await StartAsync("Http", services => services.AddSingleton(DispatchProxy.Create<IArticleLibrary, BrokenLibrary>()));

        var (status, text) = await GetAsync(app, "/health/ready");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "database: Unhealthy\nindex: Unhealthy\ngateway: Healthy\n"), (status, text));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(app, "/health/live")).Status);
    }

    [Fact]
    public async Task Over_the_gateway_it_is_not_ready_while_discord_is_out_of_reach()
    {
        await using var app = await StartAsync("Gateway", api: "http://127.0.0.1:1/api");

        var (status, text) = await GetAsync(app, "/health/ready");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.EndsWith("gateway: Unhealthy\n", text, StringComparison.Ordinal);
    }

    private async Task<WebApplication> StartAsync(string mode, Action<IServiceCollection>? adjust = null, string? api = null)
    {
        var app = DiscordHost.Build(
            SettingSources.Read(
            [
                new("BOT_DATA", _data.FullName),
                new("Discord:Token", _discord.Options.Token),
                new("Discord:ApiBaseUrl", api ?? _discord.ApiBaseUrl.ToString()),
                new("Discord:Mode", mode),
                new("Discord:PublicKey", _discord.PublicKey),
                new("Logging:LogLevel:Default", "None"),
                new("urls", "http://127.0.0.1:0"),
            ]),
            Network.Real,
            adjust);
        await app.OpenAsync(Token);
        await app.StartAsync(Token);
        return app;
    }

    private async Task<(HttpStatusCode Status, string Text)> GetAsync(WebApplication app, string path)
    {
        using var response = await _http.GetAsync(new Uri(new Uri(app.Urls.Single()), path), Token);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Token));
    }

    [SuppressMessage("Performance", "CA1852", Justification = "DispatchProxy derives from it.")]
    private class BrokenLibrary : DispatchProxy
    {
        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => throw new IOException("The database is gone.");
    }
}
