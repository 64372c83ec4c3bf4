using Bot.Discord.Gateway;
using Bot.Testing.Discord;

namespace Bot.Discord.Tests.Gateway;

/// <summary>Every way a connection goes wrong, and what a server sees the client do about it. The table is written to <c>.artifacts/fault-matrix.md</c>.</summary>
public sealed class FaultMatrixTests(FaultTable table)
{
    private const string Resumes = "RESUME on the resume address";
    private const string Identifies = "IDENTIFY on the base address";

    private static readonly Dictionary<string, Fault> Established = new()
    {
        ["op 7 reconnect"] = new(connection => connection.Send("""{"op":7,"d":null}"""), "closes 4000, " + Resumes),
        ["op 9 d=true"] = new(connection => connection.Send("""{"op":9,"d":true}"""), "closes 4000, " + Resumes),
        ["op 9 d=false"] = new(connection => connection.Send("""{"op":9,"d":false}"""), "closes 4000, " + Identifies),
        ["TCP drop when ready"] = new(connection => connection.Drop(), Resumes),
        ["TCP drop mid-frame"] = new(connection => connection.DropMidFrame(), Resumes),
        ["half-open socket"] = new(connection => connection.Freeze(), "closes 4000, " + Resumes, HeartbeatMilliseconds: 100),
        ["close 1000"] = new(connection => connection.Close(1000), Resumes),
        ["close 1001"] = new(connection => connection.Close(1001), Resumes),
        ["close 1011"] = new(connection => connection.Close(1011), Resumes),
        ["close 4000 unknown error"] = new(connection => connection.Close(4000), Resumes),
        ["close 4001 unknown opcode"] = new(connection => connection.Close(4001), Resumes),
        ["close 4002 decode error"] = new(connection => connection.Close(4002), Resumes),
        ["close 4003 not authenticated"] = new(connection => connection.Close(4003), Identifies),
        ["close 4005 already authenticated"] = new(connection => connection.Close(4005), Resumes),
        ["close 4006 undocumented"] = new(connection => connection.Close(4006), Resumes),
        ["close 4007 invalid seq"] = new(connection => connection.Close(4007), Identifies),
        ["close 4008 rate limited"] = new(connection => connection.Close(4008), Resumes),
        ["close 4009 session timed out"] = new(connection => connection.Close(4009), Identifies),
    };

    public static TheoryData<string> EstablishedFaults => [.. Established.Keys];

    [Theory]
    [MemberData(nameof(EstablishedFaults))]
    public async Task A_ready_connection_that_fails_is_replaced(string name)
    {
        var fault = Established[name];
        await using var rig = await GatewayRig.StartAsync(gateway => gateway.HeartbeatInterval = fault.Heartbeat);
        var connection = await rig.ReadyAsync();
        _ = await rig.AskAsync("before");

        fault.Inject(connection);
        var seen = await NextStartAsync(rig, connection);
        var lost = await LostAsync(rig);

        table.Add(name, $"{seen} | {lost.Missing} | {lost.Twice}");
        Assert.Equal((fault.Expected, 0, 0), (seen, lost.Missing, lost.Twice));
    }

    [Theory]
    [InlineData(4004, "token")]
    [InlineData(4010, "shard")]
    [InlineData(4011, "shards")]
    [InlineData(4012, "update")]
    [InlineData(4013, "intents")]
    [InlineData(4014, "intents")]
    public async Task A_fatal_code_stops_with_advice(int code, string about)
    {
        await using var rig = await GatewayRig.StartAsync(gateway => gateway.RefusesIdentifyWith = code);

        var stopped = await Assert.ThrowsAsync<GatewayStoppedException>(() => rig.Running.WaitAsync(GatewayRig.Patience));

        Assert.Equal(code, stopped.CloseCode);
        Assert.Contains(about, stopped.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(1, rig.Discord.Gateway.Identifies);
        table.Add($"close {code} (fatal)", $"stops, says: {stopped.Message} | - | -");
    }

    [Fact]
    public async Task A_heartbeat_that_the_server_asks_for_comes_at_once()
    {
        await using var rig = await GatewayRig.StartAsync();
        var connection = await rig.ReadyAsync();

        connection.Send("""{"op":1,"d":null}""");

        var heartbeat = await connection.ReceiveAsync(GatewayOpcode.Heartbeat, GatewayRig.Patience);
        Assert.Equal(connection.Session!.Sequence, heartbeat.GetProperty("d").GetInt64());
        var lost = await LostAsync(rig);
        Assert.Equal((0, 0), (lost.Missing, lost.Twice));
        table.Add("op 1 from the server", "answers with op 1 and its sequence at once, stays connected | 0 | 0");
    }

    [Theory]
    [InlineData("TCP drop before Hello")]
    [InlineData("TCP drop after Hello")]
    [InlineData("no Hello")]
    [InlineData("no READY")]
    public async Task A_connection_that_never_becomes_ready_is_replaced(string name)
    {
        await using var rig = await GatewayRig.StartAsync(
            gateway =>
            {
                gateway.SendsHello = !name.EndsWith("Hello", StringComparison.Ordinal) || name.Contains("after", StringComparison.Ordinal);
                gateway.AnswersIdentify = false;
            },
            options => options.Session = options.Session with { HelloTimeout = TimeSpan.FromMilliseconds(300), ReadyTimeout = TimeSpan.FromMilliseconds(300) });
        var connection = await rig.Discord.Gateway.NextConnectionAsync(GatewayRig.Patience);
        if (name is "TCP drop after Hello" or "no READY")
        {
            _ = await connection.ReceiveAsync(GatewayOpcode.Identify, GatewayRig.Patience);
        }

        rig.Discord.Gateway.SendsHello = true;
        rig.Discord.Gateway.AnswersIdentify = true;
        if (name.StartsWith("TCP", StringComparison.Ordinal))
        {
            connection.Drop();
        }

        var seen = await NextStartAsync(rig, connection);
        var lost = await LostAsync(rig);

        var expected = name.StartsWith("TCP", StringComparison.Ordinal) ? Identifies : "closes 4000, " + Identifies;
        table.Add(name, $"{seen} | {lost.Missing} | {lost.Twice}");
        Assert.Equal((expected, 0, 0), (seen, lost.Missing, lost.Twice));
    }

    [Fact]
    public async Task A_connection_without_acknowledgements_is_replaced()
    {
        await using var rig = await GatewayRig.StartAsync(gateway => gateway.HeartbeatInterval = TimeSpan.FromMilliseconds(100));
        var connection = await rig.ReadyAsync();

        rig.Discord.Gateway.AcknowledgesHeartbeats = false;
        var seen = await NextStartAsync(rig, connection);
        rig.Discord.Gateway.AcknowledgesHeartbeats = true;
        var lost = await LostAsync(rig);

        table.Add("no heartbeat ACK", $"{seen} | {lost.Missing} | {lost.Twice}");
        Assert.Equal(("closes 4000, " + Resumes, 0, 0), (seen, lost.Missing, lost.Twice));
        Assert.True(rig.Metrics["disconnections no_heartbeat_ack"] >= 1);
    }

    [Fact]
    public async Task Resumes_that_nobody_answers_end_in_a_new_session()
    {
        await using var rig = await GatewayRig.StartAsync(
            client: options => options.Session = options.Session with { ReadyTimeout = TimeSpan.FromMilliseconds(300) });
        var connection = await rig.ReadyAsync();
        rig.Discord.Gateway.AnswersResume = false;

        connection.Drop();
        _ = await rig.Readies.ReadAsync(GatewayRig.Patience);

        Assert.Equal(rig.Shared.Options.Session.FailedResumesBeforeIdentify, rig.Discord.Gateway.Resumes);
        var lost = await LostAsync(rig);
        Assert.Equal((0, 0), (lost.Missing, lost.Twice));
        table.Add("no RESUMED", $"RESUME {rig.Discord.Gateway.Resumes} times, then {Identifies} | 0 | 0");
    }

    [Fact]
    public async Task Duplicated_and_replayed_events_do_not_take_the_sequence_back()
    {
        await using var rig = await GatewayRig.StartAsync();
        var connection = await rig.ReadyAsync();
        var first = await rig.AskAsync("first");
        var early = connection.Session!.Sequence;
        _ = await rig.AskAsync("second");
        connection.Session.SendAgain(early);
        var again = await rig.Interactions.ReadAsync(GatewayRig.Patience);
        var last = connection.Session.Sequence;
        connection.Drop();

        var next = await rig.Discord.Gateway.NextConnectionAsync(GatewayRig.Patience);
        var resume = await next.ReceiveAsync(GatewayOpcode.Resume, GatewayRig.Patience);

        Assert.Equal(first.Id, again.Id);
        Assert.Equal(last, resume.GetProperty("d").GetProperty("seq").GetInt64());
        table.Add("duplicate events", "hands both on with the same id (the claim on the id decides), resumes from the highest sequence | 0 | by claim");
    }

    [Fact]
    public async Task A_second_ready_on_one_connection_is_harmless()
    {
        await using var rig = await GatewayRig.StartAsync();
        var connection = await rig.ReadyAsync();

        connection.Session!.Dispatch("READY", $$"""
            {"v":10,"user":{"id":"1"},"guilds":[],"session_id":"{{connection.Session.Id}}","resume_gateway_url":"{{rig.Discord.ApiBaseUrl.ToString().Replace("http", "ws", StringComparison.Ordinal)}}"}
            """);
        _ = await rig.Readies.ReadAsync(GatewayRig.Patience);

        var lost = await LostAsync(rig);
        Assert.Equal((0, 0), (lost.Missing, lost.Twice));
        Assert.Equal(GatewayState.Ready, rig.Client.State);
        table.Add("READY twice", "stays connected, takes the newer session | 0 | 0");
    }

    [Fact]
    public async Task Rest_being_down_only_delays_the_start()
    {
        await using var rig = await GatewayRig.StartAsync(gateway => gateway.IsDown = true);
        while (rig.Metrics["connections failed"] < 3)
        {
            await Task.Delay(5, GatewayRig.Patience);
        }

        rig.Discord.Gateway.IsDown = false;

        _ = await rig.ReadyAsync();
        Assert.Equal(1, rig.Discord.Gateway.Identifies);
        table.Add("gateway and /gateway/bot answer 503", "tries again with growing pauses, spends no IDENTIFY | 0 | 0");
    }

    /// <summary>How the client closed the old connection and what it began the next one with.</summary>
    private static async Task<string> NextStartAsync(GatewayRig rig, FakeGatewayConnection old)
    {
        var next = await rig.Discord.Gateway.NextConnectionAsync(GatewayRig.Patience);
        var start = await next.FirstAsync(GatewayRig.Patience, GatewayOpcode.Identify, GatewayOpcode.Resume);
        var code = await old.ClosedByClient.WaitAsync(GatewayRig.Patience);
        var how = start.GetProperty("op").GetInt32() == (int)GatewayOpcode.Resume ? "RESUME" : "IDENTIFY";
        var where = next.Path == FakeGateway.ResumePath ? "resume" : "base";
        return $"{(code == GatewayClosure.KeepsSession && !old.WasClosedByServer ? "closes 4000, " : "")}{how} on the {where} address";
    }

    /// <summary>Sends twenty interactions and counts those that did not arrive, and those that arrived again.</summary>
    private static async Task<(int Missing, int Twice)> LostAsync(GatewayRig rig)
    {
        while (rig.Client.State != GatewayState.Ready || rig.Discord.Gateway.Sessions.All(session => session.Connection is null))
        {
            await Task.Delay(5, GatewayRig.Patience);
        }

        while (rig.Interactions.TryRead(out _))
        {
        }

        for (var n = 0; n < 20; n++)
        {
            rig.Discord.Gateway.Dispatch("INTERACTION_CREATE", FakePayloads.Command(rig.Discord, $"command-{n}"));
        }

        var names = new List<string>();
        while (names.LastOrDefault() != "command-19")
        {
            names.Add((await rig.Interactions.ReadAsync(GatewayRig.Patience)).Data!.Name!);
        }

        return (20 - names.Distinct().Count(), names.Count - names.Distinct().Count());
    }

    private sealed record Fault(Action<FakeGatewayConnection> Inject, string Expected, int HeartbeatMilliseconds = 41_250)
    {
        public TimeSpan Heartbeat => TimeSpan.FromMilliseconds(HeartbeatMilliseconds);
    }
}
