using Bot.Discord.Interactions;
using Bot.Discord.Model;
using Bot.Discord.Rest;
using Bot.Testing.Discord.Rest;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Discord.Tests.Interactions;

public sealed class FailureTests
{
    private static readonly InteractionSentences Sentences = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Tells_the_person_what_went_wrong(bool deferred)
    {
        await using var bot = await WorkerFixture.StartAsync(
            new InteractionHandlers()
                .Command("explained", (call, cancellationToken) => FailAsync(call, new FormatException("secret detail"), cancellationToken))
                .Command("unexplained", (call, cancellationToken) => FailAsync(call, new InvalidOperationException("secret detail"), cancellationToken)),
            failures: new Explaining());

        var explained = bot.Interact(bot.Command("explained"));
        var unexplained = bot.Interact(bot.Command("unexplained"));
        await bot.FinishAsync();

        Assert.Equal(("That is not a link I can read.", Sentences.Failed), (explained.Content, unexplained.Content));
        Assert.True(explained.IsEphemeral);
        Assert.Equal(!deferred, unexplained.IsEphemeral);
        Assert.Single(bot.Logged, line => line.StartsWith("Error", StringComparison.Ordinal));

        async Task FailAsync(InteractionCall call, Exception failure, CancellationToken cancellationToken)
        {
            if (deferred)
            {
                await call.DeferAsync(ephemeral: false, cancellationToken);
            }

            throw failure;
        }
    }

    [Fact]
    public async Task Tells_the_person_when_a_handler_forgets_to_answer()
    {
        await using var bot = await WorkerFixture.StartAsync(new InteractionHandlers()
            .Command("silent", (_, _) => Task.CompletedTask)
            .Command("announces", (call, cancellationToken) => call.DeferAsync(ephemeral: true, cancellationToken)));

        var silent = bot.Interact(bot.Command("silent"));
        var announces = bot.Interact(bot.Command("announces"));
        var unknown = bot.Interact(bot.Command("gone"));
        await bot.FinishAsync();

        Assert.Equal((Sentences.Failed, Sentences.Failed, Sentences.UnknownCommand), (silent.Content, announces.Content, unknown.Content));
    }

    [Fact]
    public async Task Ends_a_handler_at_the_deadline_and_says_so()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var deferred = new TaskCompletionSource();
        await using var bot = await WorkerFixture.StartAsync(
            new InteractionHandlers().Command("ask", async (call, cancellationToken) =>
            {
                await call.DeferAsync(ephemeral: false, cancellationToken);
                deferred.SetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            }),
            new InteractionWorkerOptions { StatusAfter = Timeout.InfiniteTimeSpan },
            time: time);
        var known = bot.Interact(bot.Command("ask"));
        await deferred.Task.WaitAsync(Cancellation);

        time.Advance(TimeSpan.FromMinutes(14));
        await known.Answered.WaitAsync(Cancellation);

        Assert.Equal(Sentences.TimedOut, known.Content);
    }

    [Fact]
    public async Task Posts_the_answer_to_the_channel_when_discord_has_forgotten_the_interaction()
    {
        FakeInteraction known = null!;
        await using var bot = await WorkerFixture.StartAsync(new InteractionHandlers().Command("ask", async (call, cancellationToken) =>
        {
            await call.DeferAsync(ephemeral: false, cancellationToken);
            known.IsForgotten = true;
            await call.ReplyAsync(Text("late answer"), cancellationToken);
        }));
        known = bot.Discord.Rest.Register(bot.Command("ask"));

        bot.Deliver(known);
        await bot.FinishAsync();

        Assert.Equal("late answer", Assert.Single(bot.Discord.Rest.Channels.Messages)["content"]!.GetValue<string>());
    }

    [Fact]
    public async Task Answers_in_the_channel_what_came_too_late_to_be_announced()
    {
        await using var bot = await WorkerFixture.StartAsync(new InteractionHandlers().Command("ask", async (call, cancellationToken) =>
        {
            await call.DeferAsync(ephemeral: false, cancellationToken);
            await call.ReplyAsync(Text("late answer"), cancellationToken);
        }));
        var known = bot.Discord.Rest.Register(bot.Command("ask"));
        known.IsForgotten = true;

        bot.Deliver(known);
        await bot.FinishAsync();

        Assert.Equal("late answer", Assert.Single(bot.Discord.Rest.Channels.Messages)["content"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Never_posts_a_private_answer_or_failure_to_the_channel(bool fails)
    {
        FakeInteraction known = null!;
        await using var bot = await WorkerFixture.StartAsync(
            new InteractionHandlers().Command("ask", async (call, cancellationToken) =>
            {
                await call.DeferAsync(ephemeral: true, cancellationToken);
                known.IsForgotten = true;
                if (fails)
                {
                    throw new FormatException("broken");
                }

                await call.ReplyAsync(Text("private answer"), cancellationToken);
            }),
            failures: new Explaining());
        known = bot.Discord.Rest.Register(bot.Command("ask"));

        bot.Deliver(known);
        await bot.FinishAsync();

        Assert.Equal(Sentences.Undelivered, Assert.Single(bot.Discord.Rest.Channels.Messages)["content"]!.GetValue<string>());
    }

    [Fact]
    public async Task Lives_on_when_nobody_can_be_told()
    {
        await using var bot = await WorkerFixture.StartAsync(Answering("answer"));
        bot.Discord.Rest.Channels.RefusesWith = DiscordErrorCode.MissingAccess;
        var lost = bot.Discord.Rest.Register(bot.Command("ask"));
        lost.IsForgotten = true;
        bot.Deliver(lost);

        var next = bot.Interact(bot.Command("ask"));
        await bot.FinishAsync();

        Assert.Equal("answer", next.Content);
        Assert.Contains(bot.Logged, line => line.Contains("could not be told", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_an_announcement_cannot_be_taken_back_what_went_wrong_takes_its_place()
    {
        await using var bot = await WorkerFixture.StartAsync(
            new InteractionHandlers().Command("ask", async (call, cancellationToken) =>
            {
                await call.DeferAsync(ephemeral: false, cancellationToken);
                throw new FormatException();
            }),
            failures: new Explaining());
        bot.Discord.Rest.Fault = request => request.Method == "DELETE" ? FakeFault.With(FakeAnswer.Error(403, DiscordErrorCode.MissingPermissions, "no")) : null;
        var asked = bot.Interact(bot.Command("ask"));
        await bot.FinishAsync();

        Assert.Equal(("That is not a link I can read.", 0), (asked.Content, asked.FollowUps.Count));
    }

    [Fact]
    public async Task Offers_what_the_handler_has_to_offer()
    {
        var button = new Component { Type = ComponentType.ActionRow, Components = [new Component { Type = ComponentType.Button, Style = 1, Label = "Again", CustomId = "again" }] };
        await using var bot = await WorkerFixture.StartAsync(new InteractionHandlers().Command(
            "ask", (_, _) => throw new InteractionFailedException([button], new InvalidOperationException("secret detail"))));
        var failed = bot.Interact(bot.Command("ask"));
        await bot.FinishAsync();

        Assert.Equal(Sentences.Failed, failed.Content);
        Assert.Equal("Again", failed.Original!["components"]![0]!["components"]![0]!["label"]!.GetValue<string>());
    }

    private sealed class Explaining : IFailureSentences
    {
        public string? Explain(Exception failure) => failure is FormatException ? "That is not a link I can read." : null;

        public ValueTask<InteractionSentences> OfAsync(Interaction interaction, CancellationToken cancellationToken) => new(Sentences);
    }

    private static OutgoingMessage Text(string text) => new() { Content = text };

    private static InteractionHandlers Answering(string text) =>
        new InteractionHandlers().Command("ask", (call, cancellationToken) => call.ReplyAsync(Text(text), cancellationToken));
}
