using System.Globalization;
using Bot.Discord.Interactions;
using Bot.Discord.Rest;
using Bot.Testing.Discord.Rest;

namespace Bot.Discord.Tests.Interactions;

[CollectionDefinition(DisableParallelization = true)]
public sealed class Alone;

/// <summary>Runs by itself: it measures.</summary>
[Collection<Alone>]
public sealed class LoadTests
{
    private const int Count = 2_000;
    private static readonly TimeSpan Arrival = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(20);

    /// <summary>How long a handler works. 20 s is the figure to show; by default less, so that every run of the tests can afford it.</summary>
    private static readonly string? Seconds = Environment.GetEnvironmentVariable("BOT_LOAD_HANDLER_SECONDS");

    [Fact]
    public async Task Two_thousand_interactions_in_ten_seconds_are_all_announced_in_time_and_answered()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var time = TimeProvider.System;
        var work = TimeSpan.FromSeconds(double.Parse(Seconds ?? "4", CultureInfo.InvariantCulture));
        await using var bot = await WorkerFixture.StartAsync(
            new InteractionHandlers().Command("ask", async (call, stop) =>
            {
                await call.DeferAsync(ephemeral: false, stop);
                await Task.Delay(work, time, stop);
                await call.ReplyAsync(new OutgoingMessage { Content = $"answer to {call.Interaction.Id}" }, stop);
            }),
            new InteractionWorkerOptions { DrainTime = TimeSpan.FromMinutes(2) });
        await WarmUpAsync(bot, cancellationToken);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var peak = before;
        var mostAtOnce = 0;
        var known = new List<FakeInteraction>(Count);

        using var clock = new PeriodicTimer(Tick, time);
        var started = time.GetTimestamp();
        while (known.Count < Count && await clock.WaitForNextTickAsync(cancellationToken))
        {
            var due = Math.Min(Count, (int)(Count * (time.GetElapsedTime(started) / Arrival)));
            while (known.Count < due)
            {
                known.Add(bot.Interact(bot.Command("ask")));
            }

            peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false));
            mostAtOnce = Math.Max(mostAtOnce, bot.Worker.InFlight);
        }

        await Task.WhenAll(known.Select(interaction => interaction.Answered)).WaitAsync(work + TimeSpan.FromSeconds(30), cancellationToken);
        await bot.FinishAsync();

        var waits = known.Select(interaction => interaction.AcknowledgedAfter!.Value).Order().ToList();
        var p99 = waits[(int)(Count * 0.99)];
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{Count} in {Arrival.TotalSeconds:0} s, handler {work.TotalSeconds:0} s, at once {mostAtOnce}: announced p50 {waits[Count / 2].TotalMilliseconds:0.0} ms, "
            + $"p99 {p99.TotalMilliseconds:0.0} ms, most {waits[^1].TotalMilliseconds:0.0} ms; managed memory {before / 1e6:0} MB before, {peak / 1e6:0} MB at most (client and server)");
        Assert.All(known, interaction => Assert.Equal($"answer to {interaction.Id}", interaction.Content));
        Assert.All(known, interaction => Assert.Equal(1, interaction.CallbackAttempts));
        Assert.True(waits[^1] < TimeSpan.FromSeconds(3), $"the last was announced after {waits[^1]}");
        Assert.True(peak - before < 300_000_000, $"{(peak - before) / 1e6:0} MB more at the peak");
        Assert.True(Seconds is null || p99 < TimeSpan.FromMilliseconds(500), $"p99 {p99}");
    }

    private static async Task WarmUpAsync(WorkerFixture bot, CancellationToken cancellationToken)
    {
        var first = Enumerable.Range(0, 20).Select(_ => bot.Interact(bot.Command("ask"))).ToList();
        await Task.WhenAll(first.Select(interaction => interaction.Answered)).WaitAsync(cancellationToken);
    }
}
