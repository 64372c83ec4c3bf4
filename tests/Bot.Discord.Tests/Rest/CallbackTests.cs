using Bot.Discord.Rest;
using Bot.Testing.Discord;
using Bot.Testing.Discord.Rest;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Discord.Tests.Rest;

public sealed class CallbackTests
{
    private static readonly DiscordRestOptions Impatient = new() { CallbackTimeout = TimeSpan.FromMilliseconds(300) };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Recognises_its_own_answer_after_the_confirmation_was_lost()
    {
        await using var bot = await RestFixture.StartAsync(Impatient);
        var (interaction, known) = bot.Interact();
        FailCallbacks(bot, 1, FakeFault.SilentAfter);

        var outcome = await bot.Rest.RespondAsync(interaction, InteractionCallback.Defer(), Cancellation);

        Assert.Equal(CallbackOutcome.Accepted, outcome);
        Assert.Equal(2, known.CallbackAttempts);
    }

    [Fact]
    public async Task Sends_again_what_never_arrived()
    {
        await using var bot = await RestFixture.StartAsync(Impatient);
        var (interaction, known) = bot.Interact();
        FailCallbacks(bot, 2, FakeFault.CutBefore);

        var outcome = await bot.Rest.RespondAsync(interaction, InteractionCallback.Defer(), Cancellation);

        Assert.Equal((CallbackOutcome.Accepted, 1), (outcome, known.CallbackAttempts));
    }

    [Fact]
    public async Task Asks_for_the_reply_when_no_confirmation_ever_comes()
    {
        await using var bot = await RestFixture.StartAsync(Impatient);
        var (interaction, known) = bot.Interact();
        FailCallbacks(bot, int.MaxValue, FakeFault.CutAfter);

        var outcome = await bot.Rest.RespondAsync(interaction, InteractionCallback.Defer(), Cancellation);

        Assert.Equal(CallbackOutcome.Accepted, outcome);
        Assert.NotNull(known.Original);
        Assert.Equal("GET", bot.Discord.Rest.Requests.Last().Method);
    }

    [Fact]
    public async Task Says_that_it_does_not_know_when_discord_is_down()
    {
        await using var bot = await RestFixture.StartAsync(Impatient);
        var (interaction, _) = bot.Interact();
        bot.Discord.Rest.Fault = _ => FakeFault.CutBefore;

        Assert.Equal(CallbackOutcome.Unknown, await bot.Rest.RespondAsync(interaction, InteractionCallback.Defer(), Cancellation));
    }

    [Fact]
    public async Task Tells_that_somebody_else_was_first()
    {
        await using var bot = await RestFixture.StartAsync();
        var (interaction, _) = bot.Interact();
        await bot.Rest.RespondAsync(interaction, InteractionCallback.Defer(), Cancellation);

        Assert.Equal(CallbackOutcome.AnsweredElsewhere, await bot.Rest.RespondAsync(interaction, InteractionCallback.Defer(), Cancellation));
    }

    [Fact]
    public async Task Tells_that_three_seconds_are_over()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var bot = await RestFixture.StartAsync(server: new FakeDiscordOptions { Time = time });
        var (interaction, _) = bot.Interact();
        time.Advance(TimeSpan.FromSeconds(4));

        Assert.Equal(CallbackOutcome.Expired, await bot.Rest.RespondAsync(interaction, InteractionCallback.Defer(), Cancellation));
    }

    [Fact]
    public async Task Waits_out_a_short_refusal()
    {
        await using var bot = await RestFixture.StartAsync();
        var (interaction, _) = bot.Interact();
        FailCallbacks(bot, 1, FakeFault.With(FakeAnswer.RateLimited(0.05)));

        Assert.Equal(CallbackOutcome.Accepted, await bot.Rest.RespondAsync(interaction, InteractionCallback.Defer(), Cancellation));
    }

    [Fact]
    public async Task Is_not_held_up_by_the_limits_of_other_calls()
    {
        await using var bot = await RestFixture.StartAsync();
        var (interaction, _) = bot.Interact();
        var limited = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bot.Discord.Rest.Fault = request =>
        {
            if (request.Method != "GET")
            {
                return null;
            }

            limited.TrySetResult();
            return FakeFault.With(FakeAnswer.RateLimited(30, "global"));
        };
        using var end = new CancellationTokenSource();
        var held = bot.Rest.GetCurrentUserAsync(end.Token);
        await limited.Task.WaitAsync(Cancellation);

        Assert.Equal(CallbackOutcome.Accepted, await bot.Rest.RespondAsync(interaction, InteractionCallback.Defer(), Cancellation));
        await bot.Rest.EditOriginalAsync(interaction, new OutgoingMessage { Content = "answer" }, Cancellation);

        Assert.False(held.IsCompleted);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => held);
    }

    private static void FailCallbacks(RestFixture bot, int times, FakeFault fault)
    {
        var left = times;
        bot.Discord.Rest.Fault = request =>
            request.Template.EndsWith("/callback", StringComparison.Ordinal) && Interlocked.Decrement(ref left) >= 0 ? fault : null;
    }
}
