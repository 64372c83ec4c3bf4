using System.Net.WebSockets;

namespace Bot.Discord.Gateway;

/// <summary>One WebSocket to the gateway: addresses, compression, size limit, and faults that all look alike.</summary>
internal sealed class GatewaySocket : IDisposable
{
    private const string UserAgent = "DiscordBot (https://discord.com/developers/docs, 1.0)";

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly PayloadBuffer _message;
    private readonly PayloadDecoder _decoder;
    private readonly TransportCompression _compression;

    public GatewaySocket(TransportCompression compression, int largestPayload)
    {
        _compression = compression;
        _message = new PayloadBuffer(largestPayload);
        _decoder = PayloadDecoder.For(compression, largestPayload);

        // The gateway has heartbeats of its own.
        _socket.Options.KeepAliveInterval = Timeout.InfiniteTimeSpan;
        _socket.Options.SetRequestHeader("User-Agent", UserAgent);
    }

    /// <summary>The code of the server's close frame, once <see cref="ReceiveAsync"/> returned null; null when there was none.</summary>
    public int? CloseCode => (int?)_socket.CloseStatus;

    /// <summary>True for the ways a connection fails to open or to go on. A socket that was aborted meanwhile says so with the last two.</summary>
    public static bool IsConnectionFault(Exception exception) =>
        exception is WebSocketException or HttpRequestException or IOException or System.Net.Sockets.SocketException
            or OperationCanceledException or ObjectDisposedException or InvalidOperationException;

    /// <summary>What broke, for the log: the kind of the innermost fault and its message.</summary>
    public static string Cause(Exception fault) => $"{fault.GetBaseException().GetType().Name}: {fault.GetBaseException().Message}";

    /// <summary>Why <see cref="ReceiveAsync"/> returned null without a close frame; null before.</summary>
    public string? LossCause { get; private set; }

    public Task ConnectAsync(Uri address, CancellationToken cancellationToken) => _socket.ConnectAsync(Complete(address), cancellationToken);

    /// <summary>The next payload, valid until the next call; null when the connection is over.</summary>
    /// <exception cref="GarbledPayloadException">What came is too large or cannot be unpacked.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> ReceiveAsync()
    {
        while (true)
        {
            _message.Clear();
            ValueWebSocketReceiveResult result;
            try
            {
                do
                {
                    result = await _socket.ReceiveAsync(_message.Free(), CancellationToken.None);
                    _message.Advance(result.Count);
                }
                while (!result.EndOfMessage);
            }
            catch (WebSocketException broken) when (broken.WebSocketErrorCode == WebSocketError.Faulted
                || broken.InnerException is System.Text.DecoderFallbackException)
            {
                throw new GarbledPayloadException("broken_frame", broken);
            }
            catch (Exception gone) when (IsConnectionFault(gone))
            {
                LossCause = Cause(gone);
                return null;
            }

            if (result.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            // A server that does not compress although it was asked to sends text; that is as good.
            var payload = result.MessageType == WebSocketMessageType.Text ? _message.Written : _decoder.Decode(_message.Written);
            if (payload.Length > 0)
            {
                return payload;
            }

            if (result.MessageType == WebSocketMessageType.Text)
            {
                throw new GarbledPayloadException("empty");
            }
        }
    }

    public async Task SendAsync(ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        await _sending.WaitAsync(cancellationToken);
        try
        {
            await _socket.SendAsync(payload, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        }
        finally
        {
            _ = _sending.Release();
        }
    }

    /// <summary>Says goodbye with a code that keeps the session, as far as the other side still listens.</summary>
    public async Task CloseAsync(string reason, CancellationToken cancellationToken)
    {
        try
        {
            await _sending.WaitAsync(cancellationToken);
            await _socket.CloseOutputAsync((WebSocketCloseStatus)GatewayClosure.KeepsSession, reason, cancellationToken);
            _ = _sending.Release();
        }
        catch (Exception gone) when (IsConnectionFault(gone))
        {
            _socket.Abort();
        }
    }

    /// <summary>Ends the connection at once; a pending <see cref="ReceiveAsync"/> returns null.</summary>
    public void Abort() => _socket.Abort();

    public void Dispose()
    {
        _socket.Dispose();
        _sending.Dispose();
        _decoder.Dispose();
        _message.Dispose();
    }

    private Uri Complete(Uri address)
    {
        var compress = _compression switch
        {
            TransportCompression.ZlibStream => "&compress=zlib-stream",
            TransportCompression.ZstdStream => "&compress=zstd-stream",
            _ => "",
        };
        var given = address.Query.Length > 1 ? address.Query[1..] + "&" : "";
        var scheme = address.Scheme switch
        {
            "http" => "ws",
            "https" => "wss",
            var other => other,
        };
        return new UriBuilder(address) { Scheme = scheme, Query = $"{given}v={DiscordOptions.ApiVersion}&encoding=json{compress}" }.Uri;
    }
}
