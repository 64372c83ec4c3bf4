using System.Threading.Channels;

namespace Bot.Discord.Gateway;

/// <summary>The life of one open socket: what is sent on it, one thing after another, and how it is left.</summary>
internal sealed class Connection : IAsyncDisposable
{
    private readonly IdentifyLimiter.IdentifyTurn? _turn;
    private readonly ShardResources _shared;
    private readonly long _epoch;
    private readonly (int Id, int Count) _shard;
    private readonly Channel<GatewayAction> _outbox = Channel.CreateUnbounded<GatewayAction>(new UnboundedChannelOptions { SingleReader = true });
    private readonly CancellationTokenSource _over = new();
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _sending;
    private Task _leaving = Task.CompletedTask;

    public Connection(GatewaySocket socket, IdentifyLimiter.IdentifyTurn? turn, ShardResources shared, int shardId, int shardCount)
    {
        Socket = socket;
        _turn = turn;
        _shared = shared;
        _epoch = shared.Time.GetTimestamp();
        _shard = (shardId, shardCount);
        _sending = SendLoopAsync();
    }

    public GatewaySocket Socket { get; }

    public SendBudget Budget { get; } = new();

    /// <summary>True once this side has decided to go.</summary>
    public bool IsLeft { get; private set; }

    public void Send(GatewayAction action) => _ = _outbox.Writer.TryWrite(action);

    public async Task SendAsync(ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        try
        {
            await Socket.SendAsync(payload, cancellationToken);
        }
        catch (Exception gone) when (GatewaySocket.IsConnectionFault(gone) && !cancellationToken.IsCancellationRequested)
        {
            // Whoever reads from the socket finds out and reconnects.
            Socket.Abort();
        }
    }

    public void Leave(string reason)
    {
        if (!IsLeft)
        {
            IsLeft = true;
            _leaving = LeaveAsync(reason);
        }
    }

    /// <summary>Nothing more will be read.</summary>
    public async ValueTask DisposeAsync()
    {
        _ = _drained.TrySetResult();
        await _leaving;
        _ = _outbox.Writer.TryComplete();
        await _over.CancelAsync();
        await _sending;
        Socket.Dispose();
        _over.Dispose();
        if (_turn is not null)
        {
            await _turn.DisposeAsync();
        }
    }

    private async Task LeaveAsync(string reason)
    {
        await Task.Yield();
        using var patience = new CancellationTokenSource(_shared.Options.CloseTimeout, _shared.Time);
        await Socket.CloseAsync(reason, patience.Token);
        await _drained.Task.WaitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Socket.Abort();
    }

    private async Task SendLoopAsync()
    {
        try
        {
            await foreach (var action in _outbox.Reader.ReadAllAsync(_over.Token))
            {
                // Only a server that asks for heartbeats without end can use up the reserve; answering it would end the connection.
                if (Budget.TryTakeReserved(_shared.Time.GetElapsedTime(_epoch)))
                {
                    await SendAsync(await PrepareAsync(action), _over.Token);
                    if (action is GatewayAction.Identify)
                    {
                        await _turn!.DisposeAsync();
                    }
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The connection is over.
        }
    }

    private async ValueTask<ReadOnlyMemory<byte>> PrepareAsync(GatewayAction action)
    {
        var token = _shared.Discord.Token ?? "";
        switch (action)
        {
            case GatewayAction.Heartbeat heartbeat:
                return GatewayPayloads.Heartbeat(heartbeat.Sequence);
            case GatewayAction.Resume resume:
                return GatewayPayloads.Resume(token, resume.SessionId, resume.Sequence);
            case GatewayAction.Identify:
                await _turn!.SpendAsync(_over.Token);
                return GatewayPayloads.Identify(token, _shared.Options.Intents, _shard.Id, _shard.Count);
            default:
                throw new InvalidOperationException($"{action} is nothing to send.");
        }
    }
}
