using System.Collections.Concurrent;
using System.Text.Json;
using Bot.Discord.Interactions;
using Bot.Discord.Model;
using Bot.Discord.Rest;
using Bot.Testing.Discord.Rest;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Discord.Tests.Interactions;

public sealed class InteractionWorkerTests
{
    private static readonly InteractionSentences Sentences = new();

    /// <summary>Another process was first.</summary>
    private static readonly OthersRecord Taken = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Handles_an_interaction_once_however_often_it_is_delivered()
    {
        var ran = 0;
        await using var bot = await WorkerFixture.StartAsync(new InteractionHandlers().Command("ask", (call, cancellationToken) =>
        {
            Interlocked.Increment(ref ran);
            return call.ReplyAsync(Text("answer"), cancellationToken);
        }));

        var known = bot.Interact(bot.Command("ask"));
        Parallel.For(0, 20, _ => bot.Deliver(known));
        await bot.FinishAsync();

        Assert.Equal((1, 1), (ran, known.CallbackAttempts));
    }

    [Fact]
    public async Task Leaves_alone_what_another_process_has_claimed_and_acknowledged()
    {
        await using var bot = await WorkerFixture.StartAsync(Answering("answer"), Impatient, Taken);
        var known = bot.Discord.Rest.Register(bot.Command("ask"));
        await bot.Rest.RespondAsync(Read(known), InteractionCallback.Defer(), Cancellation);

        bot.Deliver(known);
        await bot.FinishAsync();

        Assert.Equal(("", 1), (known.Content, known.CallbackAttempts));
    }

    [Fact]
    public async Task Answers_what_another_process_has_claimed_and_did_not_live_to_acknowledge()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(56));
        await using var bot = await WorkerFixture.StartAsync(Answering("answer"), record: Taken, time: time);
        var asked = new ConcurrentQueue<DateTimeOffset>();
        bot.Discord.Rest.Fault = _ =>
        {
            asked.Enqueue(time.GetUtcNow());
            return null;
        };

        var known = bot.Interact(bot.Command("ask"));
        while (!known.Answered.IsCompleted)
        {
            time.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Delay(5, Cancellation);
        }

        Assert.Equal("answer", known.Content);
        Assert.True(asked.Min() >= time.Start + new InteractionWorkerOptions().FirstAnswerTime, "Discord was asked before a living process could have answered.");
    }

    [Fact]
    public async Task Leaves_alone_what_another_process_has_claimed_when_discord_cannot_be_asked()
    {
        await using var bot = await WorkerFixture.StartAsync(Answering("answer"), Impatient, Taken);
        bot.Discord.Rest.Fault = request => request.Method == "GET" ? FakeFault.CutBefore : null;

        var known = bot.Interact(bot.Command("ask"));
        await bot.FinishAsync();

        Assert.Equal(0, known.CallbackAttempts);
    }

    [Fact]
    public async Task Acknowledging_waits_for_the_first_answer_and_not_for_the_last()
    {
        var (announce, answer) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var bot = await WorkerFixture.StartAsync(new InteractionHandlers().Command("ask", async (call, cancellationToken) =>
        {
            await announce.Task.WaitAsync(cancellationToken);
            await call.DeferAsync(ephemeral: false, cancellationToken);
            await answer.Task.WaitAsync(cancellationToken);
            await call.ReplyAsync(Text("answer"), cancellationToken);
        }));
        var known = bot.Discord.Rest.Register(bot.Command("ask"));

        var acknowledging = bot.Worker.TryAcknowledgeAsync(Read(known));
        await Task.Delay(50, Cancellation);
        Assert.False(acknowledging.IsCompleted);
        announce.SetResult();
        Assert.True(await acknowledging.WaitAsync(Cancellation));

        Assert.Equal((true, false), (known.Acknowledged.IsCompleted, known.Answered.IsCompleted));
        answer.SetResult();
    }

    [Fact]
    public async Task Acknowledging_ends_for_what_gets_no_answer_here()
    {
        await using var bot = await WorkerFixture.StartAsync(Answering("answer"), Impatient, Taken);
        var known = bot.Discord.Rest.Register(bot.Command("ask"));
        await bot.Rest.RespondAsync(Read(known), InteractionCallback.Defer(), Cancellation);

        Assert.True(await bot.Worker.TryAcknowledgeAsync(Read(known)).WaitAsync(Cancellation));
        await bot.FinishAsync();
        Assert.False(await bot.Worker.TryAcknowledgeAsync(Read(known)).WaitAsync(Cancellation));
    }

    [Fact]
    public async Task Says_nothing_when_another_process_has_answered()
    {
        await using var bot = await WorkerFixture.StartAsync(Answering("answer"));
        var known = bot.Discord.Rest.Register(bot.Command("ask"));
        using var other = new DiscordRest(new DiscordOptions { ApiBaseUrl = bot.Discord.ApiBaseUrl }, new DiscordRestOptions(), TimeProvider.System, new Microsoft.Extensions.Logging.Abstractions.NullLogger<DiscordRest>());
        await other.RespondAsync(
            Read(known), InteractionCallback.Reply(Text("first")), Cancellation);

        bot.Deliver(known);
        await bot.FinishAsync();

        Assert.Equal(("first", 0), (known.Content, known.FollowUps.Count));
    }

    [Fact]
    public async Task Tells_those_who_come_on_top_that_it_is_busy()
    {
        var started = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        await using var bot = await WorkerFixture.StartAsync(
            new InteractionHandlers().Command("ask", async (call, cancellationToken) =>
            {
                started.SetResult();
                await go.Task.WaitAsync(cancellationToken);
                await call.ReplyAsync(Text("answer"), cancellationToken);
            }),
            new InteractionWorkerOptions { MostAtOnce = 1 });
        var first = bot.Interact(bot.Command("ask"));
        await started.Task.WaitAsync(Cancellation);

        var second = bot.Interact(bot.Command("ask"));
        await second.Answered.WaitAsync(Cancellation);
        go.SetResult();
        await bot.FinishAsync();

        Assert.Equal(("answer", Sentences.Busy), (first.Content, second.Content));
    }

    [Fact]
    public async Task Lets_handlers_finish_before_it_stops()
    {
        var started = new TaskCompletionSource();
        var go = new TaskCompletionSource();
        await using var bot = await WorkerFixture.StartAsync(new InteractionHandlers().Command("ask", async (call, cancellationToken) =>
        {
            started.SetResult();
            await go.Task.WaitAsync(cancellationToken);
            await call.ReplyAsync(Text("answer"), cancellationToken);
        }));
        var known = bot.Interact(bot.Command("ask"));
        await started.Task.WaitAsync(Cancellation);

        var stopping = bot.Worker.StopAsync(Cancellation);
        Assert.False(bot.Deliver(bot.Discord.Rest.Register(bot.Command("ask"))));
        Assert.False(stopping.IsCompleted);
        go.SetResult();
        await stopping;

        Assert.Equal("answer", known.Content);
        Assert.Equal(0, bot.Worker.InFlight);
    }

    [Fact]
    public async Task Tells_the_people_of_handlers_that_do_not_finish_in_time()
    {
        var started = new TaskCompletionSource();
        await using var bot = await WorkerFixture.StartAsync(
            new InteractionHandlers().Command("ask", async (call, cancellationToken) =>
            {
                await call.DeferAsync(ephemeral: false, cancellationToken);
                started.SetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            }),
            new InteractionWorkerOptions { DrainTime = TimeSpan.FromMilliseconds(50) });
        var known = bot.Interact(bot.Command("ask"));
        await started.Task.WaitAsync(Cancellation);

        await bot.FinishAsync();

        Assert.Equal(Sentences.Restarting, known.Content);
    }

    [Fact]
    public async Task Starts_what_came_over_the_gateway_before_it_was_told_to_stop()
    {
        await using var bot = await WorkerFixture.StartAsync(Answering("answer"));
        var channel = System.Threading.Channels.Channel.CreateUnbounded<Interaction>();
        var known = Enumerable.Range(0, 10).Select(_ => bot.Discord.Rest.Register(bot.Command("ask"))).ToList();
        foreach (var interaction in known)
        {
            await channel.Writer.WriteAsync(Read(interaction), Cancellation);
        }

        await bot.Worker.ConsumeAsync(channel.Reader, new CancellationToken(canceled: true));
        await bot.FinishAsync();

        Assert.All(known, interaction => Assert.Equal("answer", interaction.Content));
    }

    private static InteractionWorkerOptions Impatient => new() { FirstAnswerTime = TimeSpan.FromMilliseconds(20) };

    private static Interaction Read(FakeInteraction known) => known.Payload.Deserialize(DiscordJson.Default.Interaction)!;

    private static OutgoingMessage Text(string text) => new() { Content = text };

    private static InteractionHandlers Answering(string text) =>
        new InteractionHandlers().Command("ask", (call, cancellationToken) => call.ReplyAsync(Text(text), cancellationToken));

    /// <summary>A record in which another process is always first.</summary>
    private sealed class OthersRecord : IInteractionRecord
    {
        public ValueTask<bool> TryClaimAsync(Interaction interaction, CancellationToken cancellationToken) => new(false);

        public Task TakeAsync(Snowflake interaction, CancellationToken cancellationToken) => Task.CompletedTask;

        public ValueTask<bool> IsOursAsync(Snowflake interaction, CancellationToken cancellationToken) => new(true);

        public Task EndAsync(Snowflake interaction, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
