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

    [Theory]
    [InlineData(null)]
    [InlineData("-# It is being written …")]
    public async Task Whoever_waits_long_is_told_once_what_for_and_then_gets_the_answer(string? line)
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(56));
        var release = new TaskCompletionSource();
        await using var bot = await WorkerFixture.StartAsync(Slow(release.Task, line), time: time);
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

        Assert.Equal((line ?? Sentences.Working, "the answer"), (first, waiting.Content));
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
    public async Task What_is_claimed_is_on_record_until_it_is_answered_and_suggestions_never_are()
    {
        var record = new Record();
        await using var bot = await WorkerFixture.StartAsync(
            Slow(Task.CompletedTask)
                .Command("quick", (call, cancellationToken) => call.ReplyAsync(new OutgoingMessage { Content = "at once" }, cancellationToken))
                .Autocomplete("slow", "word", (_, _, _) => Task.FromResult<IReadOnlyList<CommandChoice>>([])),
            record: record);
        var slow = bot.Interact(bot.Command("slow"));
        var quick = bot.Interact(bot.Command("quick"));
        var typed = bot.Command("slow", new System.Text.Json.Nodes.JsonObject { ["name"] = "word", ["type"] = 3, ["value"] = "a", ["focused"] = true });
        typed["type"] = (int)InteractionType.ApplicationCommandAutocomplete;
        bot.Interact(typed);
        await bot.FinishAsync();

        string[] both = [slow.Id, quick.Id];
        Assert.Equal(both.Order(), record.Claimed.Select(id => id.ToString()).Order());
        Assert.Equal(both.Order(), record.Ended.Select(id => id.ToString()).Order());
    }

    [Fact]
    public async Task An_answer_that_another_process_gives_is_not_given_here()
    {
        await using var bot = await WorkerFixture.StartAsync(Slow(Task.CompletedTask), record: new Record { Owns = () => false });
        var lost = bot.Interact(bot.Command("slow"));
        await bot.FinishAsync();

        Assert.Equal(("", 0), (lost.Content, Edits(bot)));
    }

    [Fact]
    public async Task What_another_process_claimed_and_did_not_acknowledge_becomes_this_ones()
    {
        var record = new Record { Claims = _ => false };
        await using var bot = await WorkerFixture.StartAsync(Slow(Task.CompletedTask), Impatient, record);
        var left = bot.Interact(bot.Command("slow"));
        var announced = bot.Discord.Rest.Register(bot.Command("slow"));
        await bot.Rest.RespondAsync(announced.Payload.Deserialize(DiscordJson.Default.Interaction)!, InteractionCallback.Defer(), Cancellation);
        bot.Deliver(announced);
        await bot.FinishAsync();

        Assert.Equal("the answer", left.Content);
        Assert.Equal([left.Id], record.Taken.Select(id => id.ToString()));
        Assert.Equal([left.Id], record.Ended.Select(id => id.ToString()));
    }

    [Fact]
    public async Task What_another_process_claimed_is_left_alone_once_Discord_takes_no_first_answer_any_more()
    {
        var options = Impatient;
        options.TakeOverTime = TimeSpan.Zero;
        await using var bot = await WorkerFixture.StartAsync(Slow(Task.CompletedTask), options, new Record { Claims = _ => false });
        var late = bot.Interact(bot.Command("slow"));
        await bot.FinishAsync();

        Assert.Equal(0, late.CallbackAttempts);
        Assert.Empty(bot.Discord.Rest.Channels.Messages);
    }

    [Fact]
    public async Task Who_takes_over_and_is_too_late_posts_nothing_beside_the_other_process()
    {
        await using var bot = await WorkerFixture.StartAsync(Slow(Task.CompletedTask), Impatient, new Record { Claims = _ => false });
        var late = bot.Discord.Rest.Register(bot.Command("slow"));
        late.IsForgotten = true;
        bot.Deliver(late);
        await bot.FinishAsync();

        Assert.Equal(1, late.CallbackAttempts);
        Assert.Empty(bot.Discord.Rest.Channels.Messages);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_record_that_does_not_answer_is_asked_again_until_it_does(bool hangs)
    {
        var asked = 0;
        var record = new Record
        {
            Claims = _ => Interlocked.Increment(ref asked) < 3 ? hangs ? null : throw new InvalidOperationException("database down") : true,
        };
        await using var bot = await WorkerFixture.StartAsync(Slow(Task.CompletedTask), Impatient, record);
        var waiting = bot.Interact(bot.Command("slow"));
        await bot.FinishAsync();

        Assert.Equal((3, "the answer"), (asked, waiting.Content));
    }

    [Fact]
    public async Task A_record_that_never_answers_keeps_this_process_silent_rather_than_answering_twice()
    {
        var options = Impatient;
        options.Deadline = TimeSpan.FromMilliseconds(1);
        await using var bot = await WorkerFixture.StartAsync(Slow(Task.CompletedTask), options, new Record { Claims = _ => throw new InvalidOperationException("database down") });
        var unanswered = bot.Interact(bot.Command("slow"));
        await bot.FinishAsync();

        Assert.Equal(0, unanswered.CallbackAttempts);
        Assert.Empty(bot.Discord.Rest.Channels.Messages);
        Assert.Contains(bot.Logged, line => line.StartsWith("Error", StringComparison.Ordinal) && line.Contains("left alone", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_answer_waits_until_the_record_says_that_it_is_still_this_processs_to_give()
    {
        var asked = 0;
        var record = new Record { Owns = () => Interlocked.Increment(ref asked) < 3 ? throw new InvalidOperationException("database down") : true };
        await using var bot = await WorkerFixture.StartAsync(Slow(Task.CompletedTask), Impatient, record);
        var waiting = bot.Interact(bot.Command("slow"));
        await bot.FinishAsync();

        Assert.Equal((3, "the answer"), (asked, waiting.Content));
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

    private static InteractionHandlers Slow(Task until, string? line = null) => new InteractionHandlers().Command("slow", async (call, cancellationToken) =>
    {
        await call.DeferAsync(ephemeral: false, cancellationToken);
        if (line is not null)
        {
            call.WaitsFor(line);
        }

        await until.WaitAsync(cancellationToken);
        await call.ReplyAsync(new OutgoingMessage { Content = "the answer" }, cancellationToken);
    });

    private static int Edits(WorkerFixture bot) => bot.Discord.Rest.Requests.Count(request => request.Method == "PATCH");

    private static InteractionWorkerOptions Impatient => new()
    {
        FirstAnswerTime = TimeSpan.FromMilliseconds(20),
        RecordTimeout = TimeSpan.FromMilliseconds(50),
        RecordPause = TimeSpan.FromMilliseconds(5),
    };

    private sealed class Record : IInteractionRecord
    {
        public ConcurrentQueue<Snowflake> Claimed { get; } = [];

        public ConcurrentQueue<Snowflake> Taken { get; } = [];

        public ConcurrentQueue<Snowflake> Ended { get; } = [];

        /// <summary>Null for an answer that never comes.</summary>
        public Func<Snowflake, bool?> Claims { get; init; } = _ => true;

        public Func<bool> Owns { get; init; } = () => true;

        public async ValueTask<bool> TryClaimAsync(Interaction interaction, CancellationToken cancellationToken)
        {
            if (Claims(interaction.Id) is not { } claimed)
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
                return false;
            }

            if (claimed)
            {
                Claimed.Enqueue(interaction.Id);
            }

            return claimed;
        }

        public Task TakeAsync(Snowflake interaction, CancellationToken cancellationToken) => Note(Taken, interaction);

        public ValueTask<bool> IsOursAsync(Snowflake interaction, CancellationToken cancellationToken) => new(Owns());

        public Task EndAsync(Snowflake interaction, CancellationToken cancellationToken) => Note(Ended, interaction);

        private static Task Note(ConcurrentQueue<Snowflake> what, Snowflake interaction)
        {
            what.Enqueue(interaction);
            return Task.CompletedTask;
        }
    }
}
