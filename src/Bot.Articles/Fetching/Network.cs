using System.Net;
using System.Net.Sockets;

namespace Bot.Articles.Fetching;

/// <summary>How names become addresses and addresses become connections. Whatever stands in for it, what it is asked to connect to has been judged before.</summary>
/// <remarks>Only code can replace a part, no configuration: tests lead a public address to their own server here, below the guard instead of around it.</remarks>
public sealed record Network
{
    /// <summary>The machine's own resolver and sockets.</summary>
    public static Network Real { get; } = new();

    /// <summary>Every address of a name, in the order in which to try them.</summary>
    public Func<string, CancellationToken, Task<IPAddress[]>> ResolveAsync { get; init; } = Dns.GetHostAddressesAsync;

    public Func<IPEndPoint, CancellationToken, Task<Stream>> ConnectAsync { get; init; } = OpenAsync;

    private static async Task<Stream> OpenAsync(IPEndPoint endPoint, CancellationToken cancellationToken)
    {
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(endPoint, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
