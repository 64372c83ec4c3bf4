using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Bot.Discord.Gateway;
using Microsoft.AspNetCore.Http;

namespace Bot.Testing.Discord;

/// <summary>One socket as the server sees it. Plays by the rules until a test tells it not to.</summary>
public sealed class FakeGatewayConnection : IAsyncDisposable
{
    private const int LargestClientPayload = 4096;
    private const int SendsPerMinute = 120;

    private readonly FakeGateway _gateway;
    private readonly Stream _stream;
    private readonly HttpContext _context;
    private readonly WebSocket _socket;
    private readonly Channel<Func<Task>> _outbox = Channel.CreateUnbounded<Func<Task>>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Channel<JsonElement> _received = Channel.CreateUnbounded<JsonElement>();
    private readonly TaskCompletionSource<int?> _closedByClient = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Queue<DateTimeOffset> _sends = new();
    private readonly FakeCompressor? _compressor;
    private readonly CancellationTokenSource _gone = new();
    private readonly bool _sendsHello;
    private volatile bool _frozen;

    public FakeGatewayConnection(FakeGateway gateway, Stream stream, HttpContext context)
    {
        _gateway = gateway;
        _stream = stream;
        _context = context;
        _socket = WebSocket.CreateFromStream(stream, new WebSocketCreationOptions { IsServer = true });
        Path = context.Request.Path;
        Query = context.Request.Query;
        _compressor = FakeCompressor.For(Query["compress"].ToString());
        (_sendsHello, AnswersIdentify) = (gateway.SendsHello, gateway.AnswersIdentify);
    }

    public string Path { get; }

    public IQueryCollection Query { get; }

    public FakeSession? Session { get; set; }

    /// <summary>As the gateway was told when the connection was made: a test that has seen it may prepare the next one.</summary>
    public bool AnswersIdentify { get; }

    /// <summary>The client's close code, or null when it let the connection fall.</summary>
    public Task<int?> ClosedByClient => _closedByClient.Task;

    /// <summary>True when the first close frame was the server's.</summary>
    public bool WasClosedByServer { get; private set; }

    /// <summary>Waits for the next payload with that opcode, passing over others.</summary>
    public Task<JsonElement> ReceiveAsync(GatewayOpcode opcode, CancellationToken cancellationToken) => FirstAsync(cancellationToken, opcode);

    /// <summary>Waits for the next payload with one of these opcodes, passing over others.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1068", Justification = "The opcodes read better as a list.")]
    public async Task<JsonElement> FirstAsync(CancellationToken cancellationToken, params GatewayOpcode[] opcodes)
    {
        while (true)
        {
            var payload = await _received.Reader.ReadAsync(cancellationToken);
            if (opcodes.Contains((GatewayOpcode)payload.GetProperty("op").GetInt32()))
            {
                return payload;
            }
        }
    }

    /// <summary>Sends a payload as Discord would: compressed if the client asked for that.</summary>
    public void Send(string payload) => Enqueue(() =>
    {
        var bytes = Encoding.UTF8.GetBytes(payload);
        return _compressor is null ? WriteAsync(bytes, WebSocketMessageType.Text) : WriteAsync(_compressor.Compress(bytes), WebSocketMessageType.Binary);
    });

    /// <summary>Sends these bytes as one message, whatever they are.</summary>
    public void SendRaw(ReadOnlyMemory<byte> bytes, WebSocketMessageType type) => Enqueue(() => WriteAsync(bytes, type));

    /// <summary>Sends these bytes through the connection's compressor.</summary>
    public void SendCompressed(ReadOnlyMemory<byte> bytes) =>
        Enqueue(() => WriteAsync(_compressor!.Compress(bytes.Span), WebSocketMessageType.Binary));

    public void Close(int code, string reason = "")
    {
        WasClosedByServer = true;
        SendClose(code, reason);
    }

    /// <summary>Begins a frame of 1,000 bytes, sends a tenth of it and cuts the connection.</summary>
    public void DropMidFrame() => Enqueue(async () =>
    {
        byte[] head = [0x81, 126, 0x03, 0xE8, .. Encoding.ASCII.GetBytes("""{"op":0,"s":99,"t":"MESSAGE_CREATE","d":{"id":"1","content":"half of a""")];
        await _stream.WriteAsync(head, _gone.Token);
        await _stream.FlushAsync(_gone.Token);
        Drop();
    });

    /// <summary>Cuts the TCP connection.</summary>
    public void Drop()
    {
        Session?.Detach(this);
        try
        {
            _gone.Cancel();
            _context.Abort();
        }
        catch (ObjectDisposedException)
        {
            // It ended by itself just now.
        }
    }

    /// <summary>Half-open from here: nothing is read, nothing is sent, and the client is told nothing.</summary>
    public void Freeze()
    {
        _frozen = true;
        Session?.Detach(this);
    }

    internal async Task RunAsync()
    {
        var writer = WriteLoopAsync();
        if (Query["v"] != "10" || Query["encoding"] != "json")
        {
            Close(4012, "Invalid API version.");
        }
        else if (_sendsHello)
        {
            var interval = ((long)_gateway.HeartbeatInterval.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
            Send($$"""{"t":null,"s":null,"op":10,"d":{"_trace":["fake"],"heartbeat_interval":{{interval}}} }""");
        }

        await ReadLoopAsync();
        _ = _outbox.Writer.TryComplete();
        await writer;
        _ = _closedByClient.TrySetResult(null);
    }

    public async ValueTask DisposeAsync()
    {
        await _gone.CancelAsync();
        _socket.Dispose();
        await _stream.DisposeAsync();
        _gone.Dispose();
        _compressor?.Dispose();
    }

    private void SendClose(int code, string reason) => Enqueue(() =>
        _socket.State is WebSocketState.Open or WebSocketState.CloseReceived
            ? _socket.CloseOutputAsync((WebSocketCloseStatus)code, reason, _gone.Token)
            : Task.CompletedTask);

    private void Enqueue(Func<Task> write)
    {
        if (!_frozen)
        {
            _ = _outbox.Writer.TryWrite(write);
        }
    }

    private async Task WriteLoopAsync()
    {
        try
        {
            await foreach (var write in _outbox.Reader.ReadAllAsync(_gone.Token))
            {
                if (!_frozen)
                {
                    await write();
                }
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException or IOException or ObjectDisposedException)
        {
            _ = _outbox.Writer.TryComplete();
        }
    }

    private Task WriteAsync(ReadOnlyMemory<byte> bytes, WebSocketMessageType type) =>
        _socket.SendAsync(bytes, type, endOfMessage: true, _gone.Token).AsTask();

    private async Task ReadLoopAsync()
    {
        var buffer = new byte[LargestClientPayload * 2];
        try
        {
            while (true)
            {
                var length = 0;
                ValueWebSocketReceiveResult result;
                do
                {
                    result = await _socket.ReceiveAsync(buffer.AsMemory(length), _gone.Token);
                    length += result.Count;
                }
                while (!result.EndOfMessage && length < buffer.Length);

                if (result.MessageType == WebSocketMessageType.Close)
                {
                    _ = _closedByClient.TrySetResult((int?)_socket.CloseStatus);
                    Session?.Detach(this);
                    if (_socket.CloseStatus is WebSocketCloseStatus.NormalClosure or WebSocketCloseStatus.EndpointUnavailable && Session is not null)
                    {
                        Session.IsAlive = false;
                    }

                    SendClose((int)(_socket.CloseStatus ?? WebSocketCloseStatus.NormalClosure), "");
                    return;
                }

                if (!_frozen)
                {
                    Judge(buffer.AsSpan(0, length));
                }
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException or IOException or ObjectDisposedException)
        {
            _ = _closedByClient.TrySetResult(null);
        }
    }

    private void Judge(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > LargestClientPayload)
        {
            Close(4002, "Payload too large.");
            return;
        }

        var now = _gateway.Time.GetUtcNow();
        while (_sends.TryPeek(out var oldest) && now - oldest > TimeSpan.FromMinutes(1))
        {
            _ = _sends.Dequeue();
        }

        _sends.Enqueue(now);
        if (_sends.Count > SendsPerMinute)
        {
            Close(4008, "You are being rate limited.");
            return;
        }

        JsonElement payload;
        try
        {
            payload = JsonElement.Parse(bytes);
        }
        catch (JsonException)
        {
            Close(4002, "Error while decoding payload.");
            return;
        }

        Answer(payload);
        _ = _received.Writer.TryWrite(payload);
    }

    private void Answer(JsonElement payload)
    {
        switch ((GatewayOpcode)payload.GetProperty("op").GetInt32())
        {
            case GatewayOpcode.Heartbeat when _gateway.AcknowledgesHeartbeats:
                Send("""{"t":null,"s":null,"op":11,"d":null}""");
                break;
            case GatewayOpcode.Heartbeat:
                break;
            case GatewayOpcode.Identify or GatewayOpcode.Resume when Session is not null:
                Close(4005, "Already authenticated.");
                break;
            case GatewayOpcode.Identify:
                _gateway.Identify(this, payload.GetProperty("d"));
                break;
            case GatewayOpcode.Resume:
                _gateway.Resume(this, payload.GetProperty("d"));
                break;
            case GatewayOpcode.PresenceUpdate or GatewayOpcode.RequestGuildMembers when Session is null:
                Close(4003, "Not authenticated.");
                break;
            case GatewayOpcode.PresenceUpdate or GatewayOpcode.RequestGuildMembers:
                break;
            default:
                Close(4001, "Unknown opcode.");
                break;
        }
    }
}
