using System.Text;
using Bot.Discord.Gateway;
using CsCheck;
using static Bot.Discord.Gateway.GatewayAction;

namespace Bot.Discord.Tests.Gateway;

/// <summary>Whatever happens in whatever order, the protocol's rules hold.</summary>
public sealed class GatewaySessionTests
{
    private static readonly GatewaySessionOptions Options = new();

    private static readonly int[] CloseCodes = [0, 1000, 1001, 1006, 4000, 4003, 4007, 4008, 4009, 4099];

    private static readonly Gen<Happening> Happenings = Gen.OneOf(
        Gen.Const(new Happening(Kind.Opened)),
        Gen.Const(new Happening(Kind.Opened)),
        Gen.Int[100, 60_000].Select(interval => new Happening(Kind.Hello, interval)),
        Gen.Int[100, 60_000].Select(interval => new Happening(Kind.Hello, interval)),
        Gen.Const(new Happening(Kind.Ready)),
        Gen.Const(new Happening(Kind.Resumed)),
        Gen.Int[1, 50].Select(step => new Happening(Kind.Event, step)),
        Gen.Int[-50, 0].Select(step => new Happening(Kind.Event, step)),
        Gen.Const(new Happening(Kind.Ack)),
        Gen.Const(new Happening(Kind.Ack)),
        Gen.Const(new Happening(Kind.HeartbeatRequest)),
        Gen.Const(new Happening(Kind.Reconnect)),
        Gen.Int[0, 1].Select(resumable => new Happening(Kind.InvalidSession, resumable)),
        Gen.OneOf(CloseCodes.Select(code => Gen.Const(code)).ToArray()).Select(code => new Happening(Kind.Closed, code)),
        Gen.Const(new Happening(Kind.Unreachable)),
        Gen.Const(new Happening(Kind.Garbled)),
        Gen.Int[1, 70_000].Select(milliseconds => new Happening(Kind.TimePasses, milliseconds)));

    private enum Kind
    {
        Opened, Hello, Ready, Resumed, Event, Ack, HeartbeatRequest, Reconnect, InvalidSession, Closed, Unreachable, Garbled, TimePasses,
    }

    [Fact]
    public void Every_rule_holds_in_every_order_of_events() => Happenings.Array[0, 120].Sample(
        happenings =>
        {
            var model = new Model();
            foreach (var happening in happenings)
            {
                model.Apply(happening);
            }

            model.ReachesReadyWithAGoodServer();
        },
        iter: 3000);

    [Fact]
    public void Back_off_grows_to_its_cap_and_never_gives_up() => Gen.Double[0, 1].Select(Gen.Int[1, 400]).Sample((luck, attempts) =>
    {
        var session = new GatewaySession(Options, () => luck);
        _ = session.Start();
        var waits = Enumerable.Range(0, attempts).Select(_ => session.Unreachable().OfType<Connect>().Single().After).ToList();

        Assert.True(waits[0] <= Options.ShortestBackOff);
        Assert.All(waits, wait => Assert.InRange(wait, TimeSpan.Zero, Options.LongestBackOff));
        Assert.All(waits.Skip(10), wait => Assert.True(wait >= Options.LongestBackOff / 2));
    });

    [Fact]
    public void The_first_heartbeat_is_drawn_from_the_whole_interval() => Gen.Double[0, 0.999].Select(Gen.Int[1000, 60_000]).Sample((luck, interval) =>
    {
        var session = new GatewaySession(Options with { ReadyTimeout = TimeSpan.FromHours(1) }, () => luck);
        _ = session.Start();
        _ = session.Opened(TimeSpan.Zero);
        _ = session.Receive(Frame($$"""{"op":10,"d":{"heartbeat_interval":{{interval}} } }"""), TimeSpan.Zero);

        Assert.Equal(TimeSpan.FromMilliseconds(interval) * luck, session.WakeAt);
        Assert.Contains(new Heartbeat(null), session.Wake(session.WakeAt!.Value));
        Assert.Equal(interval * (1 + luck), session.WakeAt!.Value.TotalMilliseconds, tolerance: 0.01);
    });

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 5)]
    public void Waits_one_to_five_seconds_after_an_invalid_session(double luck, int seconds)
    {
        var session = new GatewaySession(Options, () => luck);
        _ = session.Start();
        _ = session.Opened(TimeSpan.Zero);

        var connect = session.Receive(Frame("""{"op":9,"d":false}"""), TimeSpan.Zero).OfType<Connect>().Single();

        Assert.Equal(TimeSpan.FromSeconds(seconds), connect.After);
    }

    [Fact]
    public void An_address_that_does_not_answer_is_given_up_every_third_time_but_the_session_is_not()
    {
        var address = new Uri("wss://resume.example");
        var session = new GatewaySession(Options, () => 0.5, new ResumableSession("kept", 7, address));

        var connects = session.Start().Concat(Enumerable.Range(0, 8).SelectMany(_ => session.Unreachable())).OfType<Connect>().ToList();

        Assert.All(connects, connect => Assert.True(connect.Resumes));
        Assert.Equal([address, address, null, address, address, null, address, address, null], connects.Select(connect => connect.Address));
    }

    private static GatewayFrame Frame(string json) => GatewayFrame.Parse(Encoding.UTF8.GetBytes(json));

    private readonly record struct Happening(Kind Kind, int Number = 0);

    /// <summary>Knows, from the outside only, what a correct client may do.</summary>
    private sealed class Model
    {
        private readonly GatewaySession _session = new(Options, () => 0.5);
        private TimeSpan _now;
        private int _sessions;
        private string? _id;
        private long? _sequence;
        private int _failedResumes;
        private bool _resuming;
        private bool _greeted;
        private bool _awaitsAck;
        private bool _stopped;

        public Model() => Check(_session.Start(), new Happening(Kind.Unreachable));

        public void Apply(Happening happening)
        {
            if (happening.Kind == Kind.TimePasses)
            {
                Pass(TimeSpan.FromMilliseconds(happening.Number));
                return;
            }

            var connected = Connected;
            switch (happening.Kind)
            {
                case Kind.Opened when connected:
                    return;
                case Kind.Ready when connected && _greeted && !_resuming:
                    _id = $"s{++_sessions}";
                    _sequence = 1;
                    break;
                case Kind.Ready:
                    return;
                case Kind.Event when connected && _greeted && _id is not null:
                    _sequence = Math.Max(_sequence ?? 0, Math.Max(1, (_sequence ?? 0) + happening.Number));
                    break;
                case Kind.Event:
                    return;
                case Kind.Unreachable when connected:
                    return;
                case Kind.Ack:
                    _awaitsAck &= !connected;
                    break;
                default:
                    break;
            }

            var before = _sequence;
            Check(Feed(happening, before), happening);
        }

        public void ReachesReadyWithAGoodServer()
        {
            for (var step = 0; step < 50 && !_stopped && _session.State != GatewayState.Ready; step++)
            {
                Apply(_session.State switch
                {
                    GatewayState.Disconnected => new Happening(Kind.Opened),
                    GatewayState.AwaitingHello => new Happening(Kind.Hello, 41_250),
                    GatewayState.Identifying => new Happening(Kind.Ready),
                    _ => new Happening(Kind.Resumed),
                });
            }

            Assert.True(_stopped || _session.State == GatewayState.Ready);
        }

        private bool Connected => _session.State is not (GatewayState.Disconnected or GatewayState.Stopped);

        private void Pass(TimeSpan duration)
        {
            var end = _now + duration;
            while (_session.WakeAt is { } wake && wake <= end)
            {
                Assert.True(wake >= _now);
                _now = wake;
                Check(_session.Wake(_now), new Happening(Kind.TimePasses));
            }

            _now = end;
        }

        private IReadOnlyList<GatewayAction> Feed(Happening happening, long? sequence) => happening.Kind switch
        {
            Kind.Opened => _session.Opened(_now),
            Kind.Hello => Receive($$"""{"op":10,"d":{"heartbeat_interval":{{happening.Number}} } }"""),
            Kind.Ready => Receive($$"""{"op":0,"t":"READY","s":1,"d":{"session_id":"{{_id}}","user":{"id":"1"} } }"""),
            Kind.Resumed => Receive("""{"op":0,"t":"RESUMED","s":null,"d":{}}"""),
            Kind.Event => Receive($$"""{"op":0,"t":"TYPING_START","s":{{Math.Max(1, happening.Number > 0 ? sequence!.Value : sequence!.Value + happening.Number)}},"d":{} }"""),
            Kind.Ack => Receive("""{"op":11}"""),
            Kind.HeartbeatRequest => Receive("""{"op":1,"d":null}"""),
            Kind.Reconnect => Receive("""{"op":7,"d":null}"""),
            Kind.InvalidSession => Receive($$"""{"op":9,"d":{{(happening.Number == 1 ? "true" : "false")}} }"""),
            Kind.Closed => _session.Closed(happening.Number == 0 ? null : happening.Number),
            Kind.Unreachable => _session.Unreachable(),
            _ => _session.Garbled(),
        };

        private IReadOnlyList<GatewayAction> Receive(string json) => _session.Receive(Frame(json), _now);

        private void Check(IReadOnlyList<GatewayAction> actions, Happening because)
        {
            // Ended: the connection is over, for whatever reason.
            var ended = actions.OfType<Connect>().Any();
            if (ended && because.Kind != Kind.Unreachable)
            {
                Forget(because);
            }

            foreach (var action in actions)
            {
                switch (action)
                {
                    case Resume resume:
                        Assert.Equal((_id, _sequence), (resume.SessionId, (long?)resume.Sequence));
                        Assert.Equal(Kind.Hello, because.Kind);
                        break;
                    case Identify:
                        Assert.Null(_id);
                        Assert.Equal(Kind.Hello, because.Kind);
                        break;
                    case Heartbeat heartbeat:
                        Assert.Equal(_sequence, heartbeat.Sequence);
                        if (because.Kind == Kind.TimePasses)
                        {
                            Assert.False(_awaitsAck, "A second heartbeat went out before the first was acknowledged.");
                            _awaitsAck = true;
                        }

                        break;
                    case Connect connect:
                        Assert.Equal(_id is not null, connect.Resumes);
                        Assert.InRange(connect.After, TimeSpan.Zero, Options.LongestBackOff);
                        _resuming = connect.Resumes;
                        _greeted = false;
                        _awaitsAck = false;
                        break;
                    case Stop:
                        _stopped = true;
                        break;
                    default:
                        break;
                }
            }

            Assert.True(actions.OfType<Close>().Any() is false || ended, "A connection was left and none was wished for.");
            Assert.Equal(Connected, _session.WakeAt is not null);
            Assert.True(!Connected || _session.State == GatewayState.Ready || _session.WakeAt <= _now + Options.ReadyTimeout, "A handshake may hang for ever.");
            Settle(because);
        }

        private void Settle(Happening because)
        {
            if (!Connected)
            {
                return;
            }

            if (because.Kind == Kind.Hello)
            {
                _greeted = true;
                _awaitsAck = false;
            }

            if (because.Kind == Kind.Ready || (because.Kind == Kind.Resumed && _greeted && _resuming))
            {
                _resuming = false;
                _failedResumes = 0;
            }
        }

        private void Forget(Happening because)
        {
            var invalid = because is { Kind: Kind.InvalidSession, Number: 0 } or { Kind: Kind.Closed, Number: 4003 or 4007 or 4009 };
            if (invalid || (_resuming && ++_failedResumes >= Options.FailedResumesBeforeIdentify))
            {
                _id = null;
                _sequence = null;
                _failedResumes = 0;
            }
        }
    }
}
