using Bot.Discord.Gateway;
using Bot.Discord.Interactions;
using Bot.Discord.Model;
using Bot.Discord.Rest;
using Bot.Discord.Tests.Interactions;
using Bot.Testing.Discord;
using Bot.Testing.Discord.Rest;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Discord.Tests.Gateway;

/// <summary>Interactions while connections fail: none is lost, and a claim on the id leaves none to be answered twice.</summary>
public sealed class LossTests(FaultTable table)
{
    private const int Interactions = 10_000;
    private const int Burst = 50;

    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(300);

    private static readonly (string Name, Action<FakeGatewayConnection> Inject)[] Resumable =
    [
        ("op 1", connection => connection.Send("""{"op":1}""")),
        ("op 7", connection => connection.Send("""{"op":7}""")),
        ("op 9 d=true", connection => connection.Send("""{"op":9,"d":true}""")),
        ("drop", connection => connection.Drop()),
        ("drop mid-frame", connection => connection.DropMidFrame()),
        ("half-open", connection => connection.Freeze()),
        ("malformed", connection => connection.Send("""{"op":0,"s":""")),
        ("wrong type", connection => connection.Send("""{"op":0,"s":0,"t":"INTERACTION_CREATE","d":7}""")),
        ("unknown", connection => connection.Send("""{"op":99,"d":[]}""")),
        ("close 1000", connection => connection.Close(1000)),
        ("close 1001", connection => connection.Close(1001)),
        ("close 4000", connection => connection.Close(4000)),
        ("close 4008", connection => connection.Close(4008)),
        ("duplicate", connection => connection.Session!.SendAgain(connection.Session.Sequence)),
    ];

    private static readonly (string Name, Action<FakeGatewayConnection> Inject)[] Ending =
    [
        ("op 9 d=false", connection => connection.Send("""{"op":9,"d":false}""")),
        ("close 4007", connection => connection.Close(4007)),
        ("close 4009", connection => connection.Close(4009)),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(20260201)]
    public async Task Ten_thousand_interactions_survive_random_faults(int seed)
    {
        var random = new Random(seed);
        await using var first = await GatewayRig.StartAsync(gateway => gateway.HeartbeatInterval = Beat, Patiently);
        _ = await first.ReadyAsync();
        var rigs = new List<GatewayRig> { first };
        var claims = new Dictionary<Snowflake, int>();
        var sent = new HashSet<Snowflake>();
        var faults = 0;
        try
        {
            while (sent.Count < Interactions)
            {
                for (var n = 0; n < Burst; n++)
                {
                    var interaction = FakePayloads.Command(first.Discord, "ask");
                    _ = sent.Add(Snowflake.Parse(interaction["id"]!.GetValue<string>()));
                    first.Discord.Gateway.Dispatch("INTERACTION_CREATE", interaction);
                }

                faults += await DisturbAsync(rigs, random, sent.Count, claims) ? 1 : 0;
            }

            await ReceiveAsync(rigs[^1], sent.Count, claims);
        }
        finally
        {
            foreach (var rig in rigs.Skip(1))
            {
                await rig.DisposeAsync();
            }
        }

        var answered = claims.Count;
        table.Add($"{Interactions:N0} interactions, random faults, seed {seed}", string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{faults} faults, {rigs.Count - 1} restarts, {first.Discord.Gateway.Resumes} resumes, {first.Discord.Gateway.Identifies} identifies, {claims.Values.Sum() - answered} came again and were refused by the claim | {sent.Count - answered} | 0"));
        Assert.True(sent.SetEquals(claims.Keys), $"{sent.Count - answered} interactions were lost.");
        Assert.True(faults > 100);
    }

    [Fact]
    public async Task Everybody_is_answered_once_by_the_whole_client_while_its_connections_fail()
    {
        var random = new Random(7);
        await using var bot = await WorkerFixture.StartAsync(new InteractionHandlers().Command("ask", async (call, cancellationToken) =>
        {
            await call.DeferAsync(ephemeral: false, cancellationToken);
            await call.ReplyAsync(new OutgoingMessage { Content = $"answer to {call.Interaction.Id}" }, cancellationToken);
        }));
        bot.Discord.Gateway.HeartbeatInterval = Beat;
        using var stop = new CancellationTokenSource();
        var rigs = new List<GatewayRig> { await GatewayRig.StartAsync(client: Patiently, discord: bot.Discord) };
        _ = await rigs[0].ReadyAsync();
        var consuming = new List<Task> { bot.Worker.ConsumeAsync(rigs[0].Interactions, stop.Token) };
        var asked = new List<FakeInteraction>();
        var faults = 0;
        while (asked.Count < Interactions)
        {
            for (var n = 0; n < Burst; n++)
            {
                asked.Add(bot.Discord.Interact(bot.Command("ask")));
            }

            if (random.Next(20) == 0)
            {
                await rigs[^1].StopAsync();
                rigs.Add(await GatewayRig.StartAsync(client: Patiently, earlier: rigs[^1]));
                consuming.Add(bot.Worker.ConsumeAsync(rigs[^1].Interactions, stop.Token));
                faults++;
            }
            else if (Current(rigs[^1]) is { } connection)
            {
                Resumable[random.Next(Resumable.Length)].Inject(connection);
                faults++;
            }

            // No more than a few bursts at once: this test is about connections, not about load.
            await asked[Math.Max(0, asked.Count - (4 * Burst))].Answered.WaitAsync(GatewayRig.Patience);
        }

        foreach (var interaction in asked)
        {
            _ = await interaction.Answered.WaitAsync(GatewayRig.Patience);
        }

        await stop.CancelAsync();
        await Task.WhenAll(consuming);
        await bot.FinishAsync();
        foreach (var rig in rigs)
        {
            await rig.DisposeAsync();
        }

        var answers = asked.Select(interaction => (interaction.Content == $"answer to {interaction.Id}" ? 1 : 0) + interaction.FollowUps.Count).ToList();
        table.Add($"{Interactions:N0} interactions through gateway, worker and REST, random faults", string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{faults} faults, {rigs.Count - 1} of them restarts, {bot.Discord.Gateway.Resumes} resumes | {answers.Count(count => count == 0)} | {answers.Count(count => count > 1)}"));
        Assert.All(answers, count => Assert.Equal(1, count));
        Assert.Empty(bot.Discord.Rest.Channels.Messages);
    }

    [Fact]
    public async Task Ten_minutes_without_discord_cost_nothing_but_time()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.Zero));
        await using var rig = await GatewayRig.StartAsync(time: time, client: options => options.Session = new GatewaySessionOptions());
        _ = await rig.ReadyAsync();
        rig.Discord.Gateway.IsDown = true;
        rig.Discord.Gateway.DropEverything();
        rig.Discord.Gateway.Dispatch("INTERACTION_CREATE", FakePayloads.Command(rig.Discord, "during"));

        for (var second = 0; second < 600; second++)
        {
            await Task.Delay(2, GatewayRig.Patience);
            time.Advance(TimeSpan.FromSeconds(1));
        }

        var attempts = rig.Metrics["connections failed"];
        rig.Discord.Gateway.IsDown = false;
        while (rig.Client.State != GatewayState.Ready)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(10, GatewayRig.Patience);
        }

        Assert.Equal("during", (await rig.Interactions.ReadAsync(GatewayRig.Patience)).Data!.Name);
        Assert.InRange(attempts, 5, 30);
        Assert.Equal(1, rig.Discord.Gateway.Identifies);
        table.Add("10-minute outage (fake time)", $"tries {attempts} times with pauses up to 60 s, then RESUME; spends no IDENTIFY | 0 | 0");
    }

    [Fact]
    public async Task A_listener_that_does_not_read_stops_nobody_else()
    {
        await using var rig = await GatewayRig.StartAsync(
            listen: events => events.Listen("TYPING_START", DiscordJson.Default.DictionaryStringJsonElement, capacity: 3));
        var connection = await rig.ReadyAsync();

        for (var n = 0; n < 10; n++)
        {
            connection.Session!.Dispatch("TYPING_START", "{}");
        }

        _ = await rig.AskAsync();
        Assert.Equal(7, rig.Metrics["events dropped"]);
    }

    /// <summary>Three faults in a row may hit a resume, whereupon a session is given up with all it had not sent; that rule has a test of its own.</summary>
    private static void Patiently(GatewayOptions options) => options.Session = options.Session with { FailedResumesBeforeIdentify = 50 };

    /// <summary>Does one thing at random. False when there was no connection to disturb.</summary>
    private static async Task<bool> DisturbAsync(List<GatewayRig> rigs, Random random, int expected, Dictionary<Snowflake, int> claims)
    {
        var rig = rigs[^1];
        var choice = random.Next(100);
        if (choice < 5)
        {
            await rig.StopAsync();
            Claim(rig, claims);
            rigs.Add(await GatewayRig.StartAsync(client: Patiently, earlier: rig));
            return true;
        }

        if (choice < 15)
        {
            // Discord itself forgets what it has not sent when it ends a session, so all must have arrived.
            await ReceiveAsync(rig, expected, claims);
            while (rig.Readies.TryRead(out _))
            {
            }

            if (Current(rig) is not { } doomed)
            {
                return false;
            }

            Ending[random.Next(Ending.Length)].Inject(doomed);
            _ = await rig.Readies.ReadAsync(GatewayRig.Patience);
            return true;
        }

        // The burst just sent may have fallen into the fault before; how long that one takes must not decide how many there are.
        var patience = GatewayRig.Patience;
        FakeGatewayConnection? connection;
        while ((connection = Current(rig)) is null)
        {
            await Task.Delay(5, patience);
        }

        Resumable[random.Next(Resumable.Length)].Inject(connection);
        return true;
    }

    private static FakeGatewayConnection? Current(GatewayRig rig) =>
        rig.Discord.Gateway.Sessions.OrderBy(session => session.Id, StringComparer.Ordinal).Last().Connection;

    private static async Task ReceiveAsync(GatewayRig rig, int expected, Dictionary<Snowflake, int> claims)
    {
        var patience = GatewayRig.Patience;
        Claim(rig, claims);
        while (claims.Count < expected)
        {
            Count(await rig.Interactions.ReadAsync(patience), claims);
        }
    }

    private static void Claim(GatewayRig rig, Dictionary<Snowflake, int> claims)
    {
        while (rig.Interactions.TryRead(out var interaction))
        {
            Count(interaction, claims);
        }
    }

    private static void Count(Interaction interaction, Dictionary<Snowflake, int> claims) =>
        claims[interaction.Id] = claims.GetValueOrDefault(interaction.Id) + 1;
}
