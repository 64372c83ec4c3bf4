using System.Text.Json;
using Microsoft.Extensions.Logging;
using static Bot.Discord.Gateway.GatewayAction;

namespace Bot.Discord.Gateway;

/// <summary>One shard: does what its <see cref="GatewaySession"/> says, on real sockets and real time, until it is told to stop.</summary>
/// <remarks>Frames, timers and the end of the process meet under one lock; nothing under it waits. Longer than other files to keep all that takes it in one.</remarks>
public sealed partial class GatewayClient(int shardId, int shardCount, ShardResources shared, ILogger<GatewayClient> logger)
{
    private readonly Lock _gate = new();
    private readonly long _epoch = shared.Time.GetTimestamp();

    private GatewaySession? _session;
    private Connection? _connection;
    private ITimer? _timer;
    private SessionSaver? _saver;
    private TimeSpan? _armedFor;
    private Connect? _next;
    private Stop? _stop;
    private bool _wasReady;
    private long _lastEvent;

    public int ShardId => shardId;

    public GatewayState State => _session?.State ?? GatewayState.Disconnected;

    public TimeSpan? Latency => _session?.Latency;

    /// <summary>Time since the last event of any kind; null before the first.</summary>
    public TimeSpan? SinceLastEvent => Volatile.Read(ref _lastEvent) is not 0 and var moment ? shared.Time.GetElapsedTime(moment) : null;

    private TimeSpan Now => shared.Time.GetElapsedTime(_epoch);

    private string StoreKey => $"{shared.Discord.ApiBaseUrl.Authority} {shardId} of {shardCount} intents {(int)shared.Options.Intents}";

    /// <summary>Connects and stays connected. Returns when cancelled, with the session saved for the next start.</summary>
    /// <exception cref="GatewayStoppedException">An operator has to change something first.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var saved = await shared.Store.LoadSessionAsync(StoreKey, cancellationToken);
        await using var timer = shared.Time.CreateTimer(_ => Ring(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        await using var saver = new SessionSaver(shared.Store, StoreKey, logger);
        _saver = saver;
        _timer = timer;
        _session = new GatewaySession(shared.Options.Session, shared.Random, saved);
        Step(session => session.Start());
        await using var stopping = cancellationToken.Register(() => Step(session => session.Stop()));
        while (_stop is null)
        {
            await ConnectAsync(cancellationToken);
        }

        if (_stop.Advice is { } advice)
        {
            throw new GatewayStoppedException(advice, _stop.CloseCode);
        }
    }

    /// <summary>Shows the bot as online, idle or busy, with a line of text. Waits when too much was sent lately; does nothing while disconnected.</summary>
    public async Task UpdatePresenceAsync(string status, string? activity, CancellationToken cancellationToken)
    {
        var payload = GatewayPayloads.Presence(status, activity);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(payload.Length, GatewayPayloads.Largest);
        while (State == GatewayState.Ready && _connection is { } connection)
        {
            var wait = connection.Budget.TryTake(Now);
            if (wait == TimeSpan.Zero)
            {
                await connection.SendAsync(payload, cancellationToken);
                return;
            }

            await Task.Delay(wait, shared.Time, cancellationToken);
        }
    }

    /// <summary>From the session's wish to connect to the end of that connection.</summary>
    private async Task ConnectAsync(CancellationToken cancellationToken)
    {
        var (after, address, resumes) = _next!;
        var socket = new GatewaySocket(shared.Options.Compression, shared.Options.LargestPayload);
        IdentifyLimiter.IdentifyTurn? turn = null;
        Connection? connection = null;
        try
        {
            await Task.Delay(after, shared.Time, cancellationToken);
            turn = resumes ? null : await shared.Identifies.EnterAsync(shardId, cancellationToken);
            address ??= turn?.Address ?? (await shared.Directory.GetAsync(cancellationToken)).Url;
            using var patience = new CancellationTokenSource(shared.Options.ConnectTimeout, shared.Time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
            await socket.ConnectAsync(address, either.Token);
            connection = new Connection(socket, turn, shared, shardId, shardCount);
        }
        catch (Exception fault) when (GatewaySocket.IsConnectionFault(fault) || fault is JsonException)
        {
            Miss(fault, cancellationToken);
            return;
        }
        finally
        {
            if (connection is null)
            {
                socket.Dispose();
                if (turn is not null)
                {
                    await turn.DisposeAsync();
                }
            }
        }

        shared.Metrics.Connected(succeeded: true);
        Log.Connected(logger, shardId, resumes);
        await using var open = connection;
        lock (_gate)
        {
            _connection = connection;
            Step(session => session.Opened(Now));
            if (_stop is not null)
            {
                connection.Leave("stop");
            }
        }

        await ReadAsync(connection);
        lock (_gate)
        {
            _connection = null;
        }
    }

    private void Miss(Exception fault, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            Step(session => session.Stop());
            return;
        }

        shared.Metrics.Connected(succeeded: false);
        Log.Unreachable(logger, shardId, GatewaySocket.Cause(fault));
        Step(session => session.Unreachable());
    }

    private async Task ReadAsync(Connection connection)
    {
        while (true)
        {
            ReadOnlyMemory<byte>? payload;
            try
            {
                payload = await connection.Socket.ReceiveAsync();
            }
            catch (GarbledPayloadException garbled)
            {
                Refuse(garbled.Reason);
                return;
            }

            if (payload is not { } bytes)
            {
                End(connection);
                return;
            }

            // What still comes after we said goodbye does not count: a resume brings it again.
            if (!connection.IsLeft)
            {
                Handle(bytes.Span);
            }
        }
    }

    private void Handle(ReadOnlySpan<byte> payload)
    {
        try
        {
            var frame = GatewayFrame.Parse(payload);
            lock (_gate)
            {
                var actions = _session!.Receive(frame, Now);
                for (var i = 0; i < actions.Count; i++)
                {
                    if (actions[i] is Deliver)
                    {
                        Publish(frame);
                    }
                    else
                    {
                        Do(actions[i]);
                    }
                }

                if (frame.Opcode == GatewayOpcode.HeartbeatAck && _session.Latency is { } latency)
                {
                    shared.Metrics.Latency(latency);
                }

                Observe();
            }
        }
        catch (JsonException)
        {
            Refuse("malformed");
        }
    }

    private void Publish(GatewayFrame frame)
    {
        Volatile.Write(ref _lastEvent, shared.Time.GetTimestamp());
        var delivery = shared.Events.Publish(frame);
        shared.Metrics.Received(delivery);
        if (delivery is GatewayEvents.Delivery.Dropped or GatewayEvents.Delivery.Malformed)
        {
            Log.NotDelivered(logger, shardId, System.Text.Encoding.UTF8.GetString(frame.Event), delivery == GatewayEvents.Delivery.Dropped);
        }
    }

    private void Refuse(string reason)
    {
        shared.Metrics.Refused(reason);
        Log.Refused(logger, shardId, reason);
        Step(session => session.Garbled());
    }

    private void End(Connection connection)
    {
        if (!connection.IsLeft)
        {
            var code = connection.Socket.CloseCode;
            shared.Metrics.Disconnected(code is null ? "lost" : $"closed_{code}");
            Log.Closed(logger, shardId, code is null ? connection.Socket.LossCause ?? "no close frame" : $"closed by Discord with code {code}");
            Step(session => session.Closed(code));
        }
    }

    private void Step(Func<GatewaySession, IReadOnlyList<GatewayAction>> input)
    {
        lock (_gate)
        {
            foreach (var action in input(_session!))
            {
                Do(action);
            }

            Observe();
        }
    }

    private void Do(GatewayAction action)
    {
        switch (action)
        {
            case Connect connect:
                _next = connect;
                break;
            case Stop stop:
                _stop = stop;
                break;
            case Save:
                _saver!.Save(_session!.Resumable);
                break;
            case Close close:
                shared.Metrics.Disconnected(close.Reason);
                Log.Leaving(logger, shardId, close.Reason);
                _connection?.Leave(close.Reason);
                break;
            default:
                _connection?.Send(action);
                break;
        }
    }

    private void Ring()
    {
        lock (_gate)
        {
            // Timers may ring a moment early; then the session does nothing and the timer is set again.
            _armedFor = null;
            Step(session => session.Wake(Now));
        }
    }

    /// <summary>Sets the timer and the gauge to where the session stands now.</summary>
    private void Observe()
    {
        var ready = _session!.State == GatewayState.Ready;
        if (ready != _wasReady)
        {
            _wasReady = ready;
            shared.Metrics.Ready(ready ? 1 : -1);
        }

        if (_session.WakeAt != _armedFor)
        {
            _armedFor = _session.WakeAt;
            var due = _armedFor is { } moment
                ? TimeSpan.FromMilliseconds(Math.Max(0, Math.Ceiling((moment - Now).TotalMilliseconds)))
                : Timeout.InfiniteTimeSpan;
            _ = _timer!.Change(due, Timeout.InfiniteTimeSpan);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Information, Message = "Shard {Shard} is connected (resuming: {Resumes}).")]
        public static partial void Connected(ILogger logger, int shard, bool resumes);

        [LoggerMessage(EventId = 2, Level = LogLevel.Warning, Message = "Shard {Shard} cannot reach Discord ({Fault}); trying again.")]
        public static partial void Unreachable(ILogger logger, int shard, string fault);

        [LoggerMessage(EventId = 3, Level = LogLevel.Information, Message = "Shard {Shard} lost its connection ({Cause}).")]
        public static partial void Closed(ILogger logger, int shard, string cause);

        [LoggerMessage(EventId = 4, Level = LogLevel.Information, Message = "Shard {Shard} leaves its connection: {Reason}.")]
        public static partial void Leaving(ILogger logger, int shard, string reason);

        [LoggerMessage(EventId = 5, Level = LogLevel.Error, Message = "Shard {Shard} could not hand over {Event} (queue full: {Full}).")]
        public static partial void NotDelivered(ILogger logger, int shard, string @event, bool full);

        [LoggerMessage(EventId = 6, Level = LogLevel.Warning, Message = "Shard {Shard} was sent something unreadable: {Reason}.")]
        public static partial void Refused(ILogger logger, int shard, string reason);
    }
}
