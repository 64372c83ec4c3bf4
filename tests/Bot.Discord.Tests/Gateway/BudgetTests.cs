using Bot.Discord.Gateway;
using CsCheck;

namespace Bot.Discord.Tests.Gateway;

public sealed class BudgetTests
{
    private static readonly DateTimeOffset Start = new(2026, 2, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void No_minute_ever_holds_more_sends_than_allowed() =>
        Gen.Select(Gen.Int[0, 3000], Gen.Bool).Array[1, 600].Sample(steps =>
        {
            var budget = new SendBudget();
            var sent = new Queue<TimeSpan>();
            var now = TimeSpan.Zero;
            foreach (var (milliseconds, reserved) in steps)
            {
                now += TimeSpan.FromMilliseconds(milliseconds / 8.0);
                while (sent.TryPeek(out var oldest) && now - oldest > TimeSpan.FromSeconds(60))
                {
                    _ = sent.Dequeue();
                }

                if (reserved ? budget.TryTakeReserved(now) : budget.TryTake(now) == TimeSpan.Zero)
                {
                    sent.Enqueue(now);
                }

                Assert.True(sent.Count <= SendBudget.PerMinute);
            }
        });

    [Fact]
    public void Ordinary_sends_leave_room_for_heartbeats_and_are_told_when_to_come_back()
    {
        var budget = new SendBudget();
        var ordinary = Enumerable.Range(0, 200).Count(_ => budget.TryTake(TimeSpan.Zero) == TimeSpan.Zero);

        Assert.Equal(SendBudget.PerMinute - SendBudget.Reserved, ordinary);
        Assert.True(budget.TryTakeReserved(TimeSpan.Zero));
        var wait = budget.TryTake(TimeSpan.FromSeconds(1));
        Assert.InRange(wait, TimeSpan.FromSeconds(59), TimeSpan.FromSeconds(60));
        Assert.Equal(TimeSpan.Zero, budget.TryTake(TimeSpan.FromSeconds(1) + wait));
    }

    [Fact]
    public void No_day_ever_holds_more_identifies_than_allowed() =>
        Gen.Select(Gen.Int[2, 40], Gen.Int[0, 14_400].Array[1, 300]).Sample((total, pauses) =>
        {
            var history = new IdentifyHistory([]);
            var now = Start;
            var all = new List<DateTimeOffset>();
            foreach (var pause in pauses)
            {
                // A restart in between changes nothing.
                history = new IdentifyHistory(history.Moments);
                now += TimeSpan.FromSeconds(pause);
                now += history.WaitBeforeNext(now, total);
                history.Add(now);
                all.Add(now);
                Assert.True(all.Count(moment => now - moment < TimeSpan.FromHours(24)) <= total);
            }
        });

    [Fact]
    public void A_clock_that_was_set_back_delays_by_one_spacing_at_most()
    {
        var history = new IdentifyHistory(Enumerable.Range(0, 500).Select(n => Start.AddDays(30).AddSeconds(n)));

        Assert.InRange(history.WaitBeforeNext(Start, 1000), TimeSpan.FromSeconds(1), TimeSpan.FromHours(24) / 500);
    }

    [Fact]
    public async Task Identifies_are_counted_across_restarts()
    {
        await using var first = await GatewayRig.StartAsync();
        _ = await first.ReadyAsync();
        await first.StopAsync();
        first.Store.Sessions.Clear();

        await using var second = await GatewayRig.StartAsync(earlier: first);
        _ = await second.ReadyAsync();

        Assert.Equal(2, first.Store.Identifies.Count);
    }

    [Fact]
    public async Task Does_not_identify_when_discord_has_no_starts_left()
    {
        await using var rig = await GatewayRig.StartAsync(gateway =>
        {
            gateway.SessionStartsLeft = 3;
            gateway.SessionStartsResetAfter = TimeSpan.FromHours(2);
        });
        using var briefly = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await rig.Discord.Gateway.NextConnectionAsync(briefly.Token));

        Assert.Equal(0, rig.Discord.Gateway.Identifies);
    }

    [Fact]
    public async Task A_flood_of_presence_updates_never_exceeds_the_budget_and_heartbeats_get_through()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Start);
        await using var rig = await GatewayRig.StartAsync(time: time, client: options => options.Session = new GatewaySessionOptions { ShortestBackOff = TimeSpan.Zero });
        var connection = await rig.ReadyAsync();
        var updates = Enumerable.Range(0, 130).Select(n => rig.Client.UpdatePresenceAsync("online", $"reading {n}", GatewayRig.Patience)).ToList();
        for (var n = 0; n < SendBudget.PerMinute - SendBudget.Reserved - 1; n++)
        {
            _ = await connection.ReceiveAsync(GatewayOpcode.PresenceUpdate, GatewayRig.Patience);
        }

        time.Advance(TimeSpan.FromSeconds(21));
        _ = await connection.ReceiveAsync(GatewayOpcode.Heartbeat, GatewayRig.Patience);

        Assert.False(connection.WasClosedByServer);
        time.Advance(TimeSpan.FromSeconds(41));
        await Task.WhenAll(updates).WaitAsync(GatewayRig.Patience);
        Assert.False(connection.WasClosedByServer);
    }
}
