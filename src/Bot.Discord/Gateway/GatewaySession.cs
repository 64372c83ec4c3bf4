using System.Text.Json;
using Bot.Discord.Model;
using static Bot.Discord.Gateway.GatewayAction;

namespace Bot.Discord.Gateway;

/// <summary>Where a session stands.</summary>
public enum GatewayState
{
    /// <summary>No socket: a <see cref="Connect"/> is under way.</summary>
    Disconnected = 0,
    AwaitingHello = 1,
    Identifying = 2,
    Resuming = 3,
    Ready = 4,
    Stopped = 5,
}

/// <summary>
/// The gateway protocol of one shard as a pure state machine: something happened at a moment → what is to be done. It knows no socket,
/// no clock and no randomness but what it is given; moments are time on any clock that never goes back. Not safe for threads.
/// </summary>
/// <remarks>Longer than other files because the transitions are only understood together.</remarks>
public sealed class GatewaySession(GatewaySessionOptions options, Func<double> random, ResumableSession? saved = null)
{
    private static readonly IReadOnlyList<GatewayAction> Nothing = [];
    private static readonly IReadOnlyList<GatewayAction> JustDeliver = [new Deliver()];

    private string? _sessionId = saved?.Id;
    private long? _sequence = saved?.Sequence;
    private Uri? _address = saved?.Address;

    private TimeSpan _interval;
    private TimeSpan? _nextHeartbeat;
    private TimeSpan _lastHeartbeat;
    private bool _acknowledged;
    private TimeSpan? _deadline;

    // Connections in a row that did not become steady, that no server answered, and that did not bring the session back.
    private int _failures;
    private int _unreachable;
    private int _failedResumes;

    public GatewayState State { get; private set; } = GatewayState.Disconnected;

    /// <summary>When <see cref="Wake"/> wants to be called; null while there is nothing to wait for.</summary>
    public TimeSpan? WakeAt => _deadline is { } deadline && _nextHeartbeat is { } beat ? Min(deadline, beat) : _deadline ?? _nextHeartbeat;

    /// <summary>The session as another connection could continue it; null when there is none.</summary>
    public ResumableSession? Resumable => _sessionId is { } id && _sequence is { } sequence ? new(id, sequence, _address) : null;

    /// <summary>Time between the last heartbeat and its acknowledgement.</summary>
    public TimeSpan? Latency { get; private set; }

    public IReadOnlyList<GatewayAction> Start() => [Connecting(TimeSpan.Zero)];

    /// <summary>The socket that <see cref="Connect"/> asked for is open.</summary>
    public IReadOnlyList<GatewayAction> Opened(TimeSpan now)
    {
        if (State != GatewayState.Disconnected)
        {
            return Nothing;
        }

        State = GatewayState.AwaitingHello;
        _unreachable = 0;
        _deadline = now + options.HelloTimeout;
        return Nothing;
    }

    /// <summary>No socket could be opened. That says nothing about the session, which is kept.</summary>
    public IReadOnlyList<GatewayAction> Unreachable()
    {
        if (State != GatewayState.Disconnected)
        {
            return Nothing;
        }

        _unreachable++;
        return [Connecting(BackOff())];
    }

    /// <summary>The socket ended by itself or by the server.</summary>
    /// <param name="code">Null when it ended without a close frame.</param>
    public IReadOnlyList<GatewayAction> Closed(int? code)
    {
        if (State is GatewayState.Disconnected or GatewayState.Stopped)
        {
            return Nothing;
        }

        switch (GatewayClosure.Judge(code))
        {
            case AfterClose.Stop:
                Forget();
                Leave(GatewayState.Stopped);
                return [new Save(), new Stop(GatewayClosure.Advice(code), code)];
            case AfterClose.Identify:
                Forget();
                break;
            default:
                break;
        }

        var pause = code == GatewayClosure.RateLimited ? options.LongestBackOff / 4 : TimeSpan.Zero;
        return Reconnect(null, pause);
    }

    /// <summary>The server sent something that is no gateway payload.</summary>
    public IReadOnlyList<GatewayAction> Garbled() =>
        State is GatewayState.Disconnected or GatewayState.Stopped ? Nothing : Reconnect("garbled", TimeSpan.Zero);

    /// <summary>The process ends; the session stays resumable.</summary>
    public IReadOnlyList<GatewayAction> Stop()
    {
        if (State == GatewayState.Stopped)
        {
            return Nothing;
        }

        var connected = State != GatewayState.Disconnected;
        Leave(GatewayState.Stopped);
        return connected ? [new Close("stop"), new Save(), new Stop(null, null)] : [new Save(), new Stop(null, null)];
    }

    /// <summary>The moment of <see cref="WakeAt"/> has come.</summary>
    public IReadOnlyList<GatewayAction> Wake(TimeSpan now)
    {
        if (_deadline <= now)
        {
            return Reconnect(State == GatewayState.AwaitingHello ? "no_hello" : "no_ready", TimeSpan.Zero);
        }

        if (_nextHeartbeat is not { } due || due > now)
        {
            return Nothing;
        }

        if (!_acknowledged)
        {
            return Reconnect("no_heartbeat_ack", TimeSpan.Zero);
        }

        _acknowledged = false;
        _lastHeartbeat = now;
        _nextHeartbeat = now + _interval;
        return [new Heartbeat(_sequence), new Save()];
    }

    /// <summary>A payload arrived.</summary>
    /// <exception cref="JsonException">Hello or READY lacks what the protocol needs; <see cref="Garbled"/> is the way on.</exception>
    public IReadOnlyList<GatewayAction> Receive(GatewayFrame frame, TimeSpan now)
    {
        if (State is GatewayState.Disconnected or GatewayState.Stopped)
        {
            return Nothing;
        }

        switch (frame.Opcode)
        {
            case GatewayOpcode.Dispatch:
                return Dispatched(frame, now);
            case GatewayOpcode.Hello:
                return Greeted(frame, now);
            case GatewayOpcode.HeartbeatAck:
                Acknowledge(now);
                return Nothing;
            case GatewayOpcode.Heartbeat:
                // An extra one: it neither moves the regular beat nor waits for an answer of its own.
                return [new Heartbeat(_sequence)];
            case GatewayOpcode.Reconnect:
                return Reconnect("reconnect", TimeSpan.Zero);
            case GatewayOpcode.InvalidSession:
                return Invalidated(resumable: frame.Data.SequenceEqual("true"u8));
            default:
                return Nothing;
        }
    }

    private IReadOnlyList<GatewayAction> Dispatched(GatewayFrame frame, TimeSpan now)
    {
        if (frame.Event.SequenceEqual("READY"u8))
        {
            var ready = JsonSerializer.Deserialize(frame.Data, DiscordJson.Default.Ready) ?? throw new JsonException("READY is empty.");
            _sessionId = ready.SessionId;
            _address = ready.ResumeGatewayUrl;
            _sequence = frame.Sequence ?? 0;
            Settle();
            return [new Save(), .. JustDeliver];
        }

        // A late or repeated event must not take the sequence back: resuming from there would bring everything behind it again.
        _sequence = frame.Sequence is { } sequence ? Math.Max(sequence, _sequence ?? 0) : _sequence;
        if (State == GatewayState.Resuming)
        {
            if (frame.Event.SequenceEqual("RESUMED"u8))
            {
                Settle();
            }
            else
            {
                _deadline = now + options.ReadyTimeout;
            }
        }

        return JustDeliver;
    }

    private IReadOnlyList<GatewayAction> Greeted(GatewayFrame frame, TimeSpan now)
    {
        _interval = ReadInterval(frame.Data);
        _nextHeartbeat = now + (_interval * random());
        _acknowledged = true;
        if (State != GatewayState.AwaitingHello)
        {
            return Nothing;
        }

        _deadline = now + options.ReadyTimeout;
        if (Resumable is { } session)
        {
            State = GatewayState.Resuming;
            return [new Resume(session.Id, session.Sequence)];
        }

        _sequence = null;
        State = GatewayState.Identifying;
        return [new Identify()];
    }

    private void Acknowledge(TimeSpan now)
    {
        if (!_acknowledged)
        {
            Latency = now - _lastHeartbeat;
        }

        _acknowledged = true;
        if (State == GatewayState.Ready)
        {
            _failures = 0;
        }
    }

    private List<GatewayAction> Invalidated(bool resumable)
    {
        var shortest = options.ShortestInvalidSessionPause;
        var pause = shortest + ((options.LongestInvalidSessionPause - shortest) * random());
        if (resumable)
        {
            return Reconnect("invalid_session_resumable", pause);
        }

        Forget();
        return Reconnect("invalid_session", pause);
    }

    private void Settle()
    {
        State = GatewayState.Ready;
        _deadline = null;
        _failedResumes = 0;
    }

    /// <param name="reason">Why this side closes; null when the socket is gone already.</param>
    private List<GatewayAction> Reconnect(string? reason, TimeSpan atLeast)
    {
        var resumeFailed = State == GatewayState.Resuming || (State == GatewayState.AwaitingHello && _sessionId is not null);
        if (resumeFailed && ++_failedResumes >= options.FailedResumesBeforeIdentify)
        {
            Forget();
        }

        Leave(GatewayState.Disconnected);
        List<GatewayAction> actions = reason is null ? [] : [new Close(reason)];
        var wait = BackOff();
        return [.. actions, new Save(), Connecting(wait > atLeast ? wait : atLeast)];
    }

    private void Leave(GatewayState state)
    {
        State = state;
        _deadline = null;
        _nextHeartbeat = null;
        _acknowledged = true;
    }

    private void Forget()
    {
        _sessionId = null;
        _sequence = null;
        _address = null;
        _failedResumes = 0;
    }

    private Connect Connecting(TimeSpan after)
    {
        var resumes = Resumable is not null;

        // When the session's own address does not answer, every third attempt asks for another one.
        var address = resumes && _unreachable % 3 != 2 ? _address : null;
        return new Connect(after, address, resumes);
    }

    /// <summary>At most half the shortest time after a steady connection; then doubling, of which half is drawn by lot.</summary>
    private TimeSpan BackOff()
    {
        var doublings = Math.Min(_failures++, 30);
        if (doublings == 0)
        {
            return options.ShortestBackOff / 2 * random();
        }

        var ceiling = Min(options.ShortestBackOff * Math.Pow(2, doublings - 1), options.LongestBackOff);
        return (ceiling / 2) + (ceiling / 2 * random());
    }

    private static TimeSpan ReadInterval(ReadOnlySpan<byte> data)
    {
        var reader = new Utf8JsonReader(data);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("Hello carries no object.");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals("heartbeat_interval"u8);
            _ = reader.Read();
            if (found && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var milliseconds) && milliseconds > 0)
            {
                return TimeSpan.FromMilliseconds(milliseconds);
            }

            reader.Skip();
        }

        throw new JsonException("Hello names no heartbeat interval.");
    }

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
