using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Bot.Articles.Fetching;

/// <summary>Connections that lead to the public internet and nowhere else.</summary>
internal static class GuardedConnections
{
    private const int MostAddressesTried = 4;
    private const int MaxHeaderKilobytes = 64;

    /// <summary>
    /// No cookies, credentials, redirects or proxy, the environment's included: a proxy would resolve names out of our sight. No trace headers either,
    /// and certificates are judged by what the server sends, since fetching a missing one asks whatever address the certificate names.
    /// </summary>
    public static SocketsHttpHandler Handler(FetchLimits limits, Network network) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        Credentials = null,
        PreAuthenticate = false,
        ActivityHeadersPropagator = null,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate | DecompressionMethods.Brotli,
        ConnectTimeout = limits.ConnectTimeout,
        MaxResponseHeadersLength = MaxHeaderKilobytes,
        ResponseHeaderEncodingSelector = static (_, _) => Encoding.UTF8,
        MaxResponseDrainSize = 0,
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(5),
        SslOptions = new SslClientAuthenticationOptions
        {
            CertificateChainPolicy = new X509ChainPolicy { DisableCertificateDownloads = true, RevocationMode = X509RevocationMode.NoCheck },
        },
        ConnectCallback = async (context, cancellationToken) =>
            await ConnectAsync(network, context.DnsEndPoint, cancellationToken).ConfigureAwait(false),
    };

    /// <summary>A name with one address that is not public is refused whole; the connection goes to an address that was judged, never to the name again.</summary>
    private static async Task<Stream> ConnectAsync(Network network, DnsEndPoint target, CancellationToken cancellationToken)
    {
        var addresses = IPAddress.TryParse(target.Host, out var literal)
            ? [literal]
            : await network.ResolveAsync(target.Host, cancellationToken).ConfigureAwait(false);
        if (addresses.Length == 0)
        {
            throw new SocketException((int)SocketError.HostNotFound);
        }

        if (!Array.TrueForAll(addresses, PublicAddress.Is))
        {
            throw WebAddress.NotPublic();
        }

        for (var i = 0; ; i++)
        {
            try
            {
                return await network.ConnectAsync(new IPEndPoint(addresses[i], target.Port), cancellationToken).ConfigureAwait(false);
            }
            catch (SocketException) when (i + 1 < Math.Min(addresses.Length, MostAddressesTried))
            {
                // The name's next address.
            }
        }
    }
}
