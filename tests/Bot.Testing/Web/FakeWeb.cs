using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using Bot.Articles.Fetching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Testing.Web;

/// <summary>
/// The public web on loopback: every name leads to a public address, every connection that the bot makes to a public address leads here.
/// What the bot would have connected to is written down, so that a test can say that it connected to nothing.
/// Over TLS it shows a certificate that nobody trusts, whose issuer could be fetched from here.
/// </summary>
public sealed class FakeWeb : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, RequestDelegate> _pages = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IPAddress[]> _names = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<IPEndPoint> _connections = new();
    private readonly ConcurrentQueue<FakeWebRequest> _requests = new();
    private readonly ConcurrentQueue<string> _lookups = new();
    private IPEndPoint _plain = new(IPAddress.Loopback, 0);
    private IPEndPoint _tls = new(IPAddress.Loopback, 0);

    private FakeWeb(WebApplication app) => _app = app;

    /// <summary>What a name leads to unless <see cref="Name"/> says otherwise.</summary>
    public static IPAddress PublicAddress { get; } = new([93, 184, 215, 14]);

    /// <summary>Hand this to whatever fetches.</summary>
    public Network Network => new() { ResolveAsync = ResolveAsync, ConnectAsync = ConnectAsync };

    /// <summary>Every address that a connection was asked for, oldest first.</summary>
    public IReadOnlyCollection<IPEndPoint> Connections => _connections;

    /// <summary>Every request that arrived, oldest first.</summary>
    public IReadOnlyCollection<FakeWebRequest> Requests => _requests;

    /// <summary>Every name that was looked up, oldest first.</summary>
    public IReadOnlyCollection<string> Lookups => _lookups;

    /// <summary>Replaces the look-up of names: name and how often it was looked up before → addresses.</summary>
    public Func<string, int, IPAddress[]>? Resolver { get; set; }

    public static async Task<FakeWeb> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        SslStreamCertificateContext? certificate = null;
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Listen(IPAddress.Loopback, 0, tls => tls.UseHttps(new TlsHandshakeCallbackOptions
            {
                OnConnection = _ => ValueTask.FromResult(new SslServerAuthenticationOptions { ServerCertificateContext = certificate }),
            }));
        });
        var app = builder.Build();
        var web = new FakeWeb(app);
        app.Run(web.AnswerAsync);
        await app.StartAsync(cancellationToken);
        var addresses = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses;
        web._plain = new(IPAddress.Loopback, new Uri(addresses.Single(address => address.StartsWith("http:", StringComparison.Ordinal))).Port);
        web._tls = new(IPAddress.Loopback, new Uri(addresses.Single(address => address.StartsWith("https:", StringComparison.Ordinal))).Port);
        certificate = SslStreamCertificateContext.Create(UntrustedCertificate.Issue(new Uri($"http://{web._plain}/issuer.cer")), additionalCertificates: null, offline: true);
        return web;
    }

    /// <param name="url">Without query; what is not served is answered with 404.</param>
    public FakeWeb Serve(string url, string body, string contentType = "text/html; charset=utf-8", int status = 200) =>
        Serve(url, Encoding.UTF8.GetBytes(body), contentType, status);

    public FakeWeb Serve(string url, byte[] body, string contentType, int status = 200) => Serve(url, async context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        await context.Response.Body.WriteAsync(body);
    });

    public FakeWeb Redirect(string url, string location, int status = 302) => Serve(url, context =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Location = location;
        return Task.CompletedTask;
    });

    public FakeWeb Serve(string url, RequestDelegate answer)
    {
        _pages[new Uri(url).GetLeftPart(UriPartial.Path)] = answer;
        return this;
    }

    public FakeWeb Name(string name, params IPAddress[] addresses)
    {
        _names[name] = addresses;
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _app.StopAsync(soon.Token);
        await _app.DisposeAsync();
    }

    private Task<IPAddress[]> ResolveAsync(string name, CancellationToken cancellationToken)
    {
        var before = _lookups.Count(lookup => lookup == name);
        _lookups.Enqueue(name);
        return Task.FromResult(Resolver?.Invoke(name, before) ?? _names.GetValueOrDefault(name) ?? [PublicAddress]);
    }

    private async Task<Stream> ConnectAsync(IPEndPoint endPoint, CancellationToken cancellationToken)
    {
        _connections.Enqueue(endPoint);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(endPoint.Port == 443 ? _tls : _plain, cancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var url = $"{context.Request.Scheme}://{context.Request.Host}{context.Request.Path}";
        _requests.Enqueue(new(url + context.Request.QueryString, context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
        if (_pages.TryGetValue(url, out var answer))
        {
            await answer(context);
            return;
        }

        context.Response.StatusCode = 404;
    }
}

/// <summary>A request as it arrived.</summary>
public sealed record FakeWebRequest(string Url, IReadOnlyDictionary<string, string> Headers);
