using System.Collections.Concurrent;
using System.Text.Json;
using Bot.Discord.Interactions;
using Bot.Discord.Model;
using Bot.Discord.Rest;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Discord.Tests.Interactions;

public sealed class AnnouncementTests
{
    private static readonly InteractionSentences Sentences = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_waits_long_is_told_once_and_then_gets_the_answer()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(56));
        var release = new TaskCompletionSource();
        await using var bot = await WorkerFixture.StartAsync(Slow(release.Task), time: time);
        var waiting = bot.Interact(bot.Command("slow"));
        await waiting.Acknowledged.WaitAsync(Cancellation);

        while (!waiting.Answered.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(5, Cancellation);
        }

        var first = waiting.Content;
        time.Advance(TimeSpan.FromMinutes(1));
        release.SetResult();
        await bot.FinishAsync();

        Assert.Equal((Sentences.Working, "the answer"), (first, waiting.Content));
        Assert.Equal(2, Edits(bot));
    }

    [Fact]
    public async Task A_quick_answer_is_the_only_edit()
    {
        await using var bot = await WorkerFixture.StartAsync(Slow(Task.CompletedTask));
        var quick = bot.Interact(bot.Command("slow"));
        await bot.FinishAsync();

        Assert.Equal(("the answer", 1), (quick.Content, Edits(bot)));
    }

    [Fact]
    public async Task Only_announced_answers_are_on_record_and_only_until_they_are_given()
    {
        var record = new Record();
        await using var bot = await WorkerFixture.StartAsync(
            Slow(Task.CompletedTask).Command("quick", (call, cancellationToken) => call.ReplyAsync(new OutgoingMessage { Content = "at once" }, cancellationToken)),
            unfinished: record);
        var slow = bot.Interact(bot.Command("slow"));
        bot.Interact(bot.Command("quick"));
        await bot.FinishAsync();

        Assert.Equal([slow.Id], record.Begun.Select(id => id.ToString()));
        Assert.Equal([slow.Id], record.Ended.Select(id => id.ToString()));
    }

    [Fact]
    public async Task An_answer_that_another_process_gives_is_not_given_here()
    {
        await using var bot = await WorkerFixture.StartAsync(Slow(Task.CompletedTask), unfinished: new Record { Ours = false });
        var lost = bot.Interact(bot.Command("slow"));
        await bot.FinishAsync();

        Assert.Equal(("", 0), (lost.Content, Edits(bot)));
    }

    [Fact]
    public async Task What_another_process_has_on_record_and_did_not_announce_becomes_this_ones_when_it_does()
    {
        var record = new Record { AnothersAlready = true };
        await using var bot = await WorkerFixture.StartAsync(Slow(Task.CompletedTask), unfinished: record);
        var left = bot.Interact(bot.Command("slow"));
        var announced = bot.Discord.Rest.Register(bot.Command("slow"));
        await bot.Rest.RespondAsync(announced.Payload.Deserialize(DiscordJson.Default.Interaction)!, InteractionCallback.Defer(), Cancellation);
        bot.Deliver(announced);
        await bot.FinishAsync();

        Assert.Equal("the answer", left.Content);
        Assert.Equal([left.Id], record.Taken.Select(id => id.ToString()));
    }

    [Fact]
    public async Task A_record_that_is_broken_keeps_nobody_from_an_answer()
    {
        await using var bot = await WorkerFixture.StartAsync(Slow(Task.CompletedTask), unfinished: new Record { Broken = true });
        var asked = bot.Interact(bot.Command("slow"));
        await bot.FinishAsync();

        Assert.Equal("the answer", asked.Content);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_a_dead_process_announced_is_answered_or_apologised_for(bool giveUp)
    {
        await using var heir = await WorkerFixture.StartAsync(Slow(Task.CompletedTask));
        var left = heir.Discord.Rest.Register(heir.Command("slow"));
        var interaction = left.Payload.Deserialize(DiscordJson.Default.Interaction)!;
        await heir.Rest.RespondAsync(interaction, InteractionCallback.Defer(), Cancellation);

        Assert.True(heir.Worker.TryResume(interaction, ephemeral: false, giveUp));
        await heir.FinishAsync();

        Assert.Equal(giveUp ? Sentences.Failed : "the answer", left.Content);
        Assert.Equal(1, left.CallbackAttempts);
    }

    [Fact]
    public async Task The_second_page_of_a_private_answer_is_private_too()
    {
        await using var bot = await WorkerFixture.StartAsync(new InteractionHandlers().Command("pages", async (call, cancellationToken) =>
        {
            await call.DeferAsync(ephemeral: true, cancellationToken);
            await call.ReplyAsync(new OutgoingMessage { Content = "one" }, cancellationToken);
            await call.ReplyAsync(new OutgoingMessage { Content = "two" }, cancellationToken);
        }));
        var asked = bot.Interact(bot.Command("pages"));
        await bot.FinishAsync();

        Assert.Equal((int)MessageFlags.Ephemeral, Assert.Single(asked.FollowUps)["flags"]!.GetValue<int>());
    }

    private static InteractionHandlers Slow(Task until) => new InteractionHandlers().Command("slow", async (call, cancellationToken) =>
    {
        await call.DeferAsync(ephemeral: false, cancellationToken);
        await until.WaitAsync(cancellationToken);
        await call.ReplyAsync(new OutgoingMessage { Content = "the answer" }, cancellationToken);
    });

    private static int Edits(WorkerFixture bot) => bot.Discord.Rest.Requests.Count(request => request.Method == "PATCH");

    private sealed class Record : IUnfinishedInteractions
    {
        public ConcurrentQueue<Snowflake> Begun { get; } = [];

        public ConcurrentQueue<Snowflake> Ended { get; } = [];

        public bool Ours { get; init; } = true;

        public bool Broken { get; init; }

        public bool AnothersAlready { get; init; }

        public ConcurrentQueue<Snowflake> Taken { get; } = [];

        public async Task<bool> BeginAsync(Interaction interaction, bool ephemeral, CancellationToken cancellationToken)
        {
            await DoAsync(() => Begun.Enqueue(interaction.Id));
            return !AnothersAlready;
        }

        public Task TakeAsync(Snowflake interaction, CancellationToken cancellationToken) => DoAsync(() => Taken.Enqueue(interaction));

        public ValueTask<bool> IsOursAsync(Snowflake interaction, CancellationToken cancellationToken) =>
            Broken ? throw new InvalidOperationException("broken") : new(Ours);

        public Task EndAsync(Snowflake interaction, CancellationToken cancellationToken) => DoAsync(() => Ended.Enqueue(interaction));

        private Task DoAsync(Action act)
        {
            if (Broken)
            {
                return Task.FromException(new InvalidOperationException("broken"));
            }

            act();
            return Task.CompletedTask;
        }
    }
}
