using Bot.Discord.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Testing.Discord;

/// <summary>A Discord on loopback: real sockets, real HTTP, and the rules Discord enforces. One bot, any number of its processes.</summary>
public sealed partial class FakeDiscord : IAsyncDisposable
{
    private readonly WebApplication _app;
    private long _ids;

    private FakeDiscord(FakeDiscordOptions options, WebApplication app)
    {
        Options = options;
        _app = app;
        Gateway = new FakeGateway(this);
    }

    public FakeDiscordOptions Options { get; }

    /// <summary>The socket half: sessions, connections, and the switches that make it misbehave.</summary>
    public FakeGateway Gateway { get; }

    /// <summary>What <c>Discord:ApiBaseUrl</c> must be set to.</summary>
    public Uri ApiBaseUrl { get; private set; } = new("http://unset.invalid");

    public static async Task<FakeDiscord> StartAsync(FakeDiscordOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new FakeDiscordOptions();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddRoutingCore();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, options.Port));
        var app = builder.Build();
        var fake = new FakeDiscord(options, app);

        var api = app.MapGroup($"/api/v{Bot.Discord.DiscordOptions.ApiVersion}");
        fake.Gateway.Map(app, api);
        fake.MapRest(api);
        await app.StartAsync(cancellationToken);

        var address = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First();
        fake.ApiBaseUrl = new Uri($"{address}/api");
        return fake;
    }

    /// <summary>A fresh id of this moment, greater than every one before.</summary>
    public Snowflake NextId()
    {
        var now = (long)Snowflake.At(Options.Time.GetUtcNow()).Value;
        long last, next;
        do
        {
            last = Interlocked.Read(ref _ids);
            next = Math.Max(now, last + 1);
        }
        while (Interlocked.CompareExchange(ref _ids, next, last) != last);

        return new Snowflake((ulong)next);
    }

    public async ValueTask DisposeAsync()
    {
        Gateway.DropEverything();
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(500), TimeProvider.System);
        await _app.StopAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _app.DisposeAsync();
    }

    /// <summary>True when the request carries the bot's token as the REST API wants it.</summary>
    internal bool IsAuthorized(HttpRequest request) => request.Headers.Authorization == $"Bot {Options.Token}";

    /// <summary>Adds the REST routes; <paramref name="api"/> stands for <c>/api/v10</c>.</summary>
    partial void MapRest(RouteGroupBuilder api);
}
