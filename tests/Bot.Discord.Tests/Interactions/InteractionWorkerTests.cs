using System.Text.Json.Nodes;
using Bot.Discord.Interactions;
using Bot.Discord.Model;
using Bot.Discord.Rest;
using Bot.Testing.Discord;
using Bot.Testing.Discord.Rest;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Discord.Tests.Interactions;

public sealed class InteractionWorkerTests
{
    private static readonly InteractionSentences Sentences = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Announces_an_answer_and_gives_it()
    {
        await using var bot = await WorkerFixture.StartAsync(new InteractionHandlers().Command(
            "ask",
            options => options.Text("question") ?? "",
            async (call, question, cancellationToken) =>
            {
                await call.DeferAsync(ephemeral: false, cancellationToken);
                await call.ReplyAsync(Text($"answer to {question}"), cancellationToken);
                await call.ReplyAsync(Text("and more"), cancellationToken);
            }));

        var known = bot.Interact(bot.Command("ask", Option("question", 3, "who")));
        await bot.FinishAsync();

        Assert.Equal("answer to who", known.Content);
        Assert.Equal("and more", Assert.Single(known.FollowUps)["content"]!.GetValue<string>());
        Assert.Empty(bot.Discord.Rest.Violations);
    }

    [Fact]
    public async Task Finds_the_handler_of_a_subcommand_in_a_group()
    {
        var source = new TaskCompletionSource<long?>();
        await using var bot = await WorkerFixture.StartAsync(new InteractionHandlers().Command("settings limits user", async (call, cancellationToken) =>
        {
            source.SetResult(call.Options.Integer("count"));
            await call.ReplyAsync(Text("done"), cancellationToken);
        }));

        var inner = Group("user", 1, Option("count", 4, 7));
        bot.Interact(bot.Command("settings", Group("limits", 2, inner)));

        Assert.Equal(7, await source.Task.WaitAsync(Cancellation));
    }

    [Fact]
    public async Task Suggests_and_cuts_off_what_discord_would_not_take()
    {
        await using var bot = await WorkerFixture.StartAsync(new InteractionHandlers().Autocomplete("ask", "article", (_, typed, _) =>
            Task.FromResult<IReadOnlyList<CommandChoice>>([.. Enumerable.Range(0, 30).Select(n => new CommandChoice($"{typed} {n}", JsonValue.Create($"{n}")))])));
        var payload = bot.Command("ask", Option("article", 3, "NATO", focused: true));
        payload["type"] = (int)InteractionType.ApplicationCommandAutocomplete;

        var known = bot.Interact(payload);
        await known.Acknowledged.WaitAsync(Cancellation);

        var choices = (JsonArray)known.Callback!["data"]!["choices"]!;
        Assert.Equal((25, "NATO 0"), (choices.Count, choices[0]!["name"]!.GetValue<string>()));
    }

    [Fact]
    public async Task An_autocomplete_that_fails_suggests_nothing()
    {
        await using var bot = await WorkerFixture.StartAsync(new InteractionHandlers().Autocomplete("ask", "article", (_, _, _) => throw new InvalidOperationException("broken")));
        var payload = bot.Command("ask", Option("article", 3, "NATO", focused: true));
        payload["type"] = (int)InteractionType.ApplicationCommandAutocomplete;

        var known = bot.Interact(payload);
        await known.Acknowledged.WaitAsync(Cancellation);

        Assert.Empty((JsonArray)known.Callback!["data"]!["choices"]!);
    }

    [Fact]
    public async Task Gives_a_message_command_its_message_and_a_user_command_its_user()
    {
        await using var bot = await WorkerFixture.StartAsync(new InteractionHandlers()
            .MessageCommand("Ask about this", (call, message, cancellationToken) => call.ReplyAsync(Text(message.Content), cancellationToken))
            .UserCommand("Quotes", (call, user, cancellationToken) => call.ReplyAsync(Text(user.Username), cancellationToken)));
        var onMessage = Menu(bot, "Ask about this", ApplicationCommandType.Message, new JsonObject
        {
            ["messages"] = new JsonObject { ["42"] = new JsonObject { ["id"] = "42", ["channel_id"] = "1", ["content"] = "the words" } },
        });
        var onUser = Menu(bot, "Quotes", ApplicationCommandType.User, new JsonObject
        {
            ["users"] = new JsonObject { ["42"] = new JsonObject { ["id"] = "42", ["username"] = "kaja" } },
        });

        var first = bot.Interact(onMessage);
        var second = bot.Interact(onUser);
        await bot.FinishAsync();

        Assert.Equal(("the words", "kaja"), (first.Content, second.Content));
    }

    [Fact]
    public async Task Opens_a_form_for_a_button_and_reads_what_was_typed()
    {
        await using var bot = await WorkerFixture.StartAsync(new InteractionHandlers()
            .Component("follow", (call, cancellationToken) => call.ShowModalAsync(
                new ModalForm(WorkerFixture.CustomIds.Create("ask", call.State), "Ask on", [Label("Question", "question")]), cancellationToken))
            .Modal("ask", (call, cancellationToken) => call.ReplyAsync(Text($"{call.State}: {call.Typed("question")}"), cancellationToken)));

        var click = bot.Interact(bot.Click(WorkerFixture.CustomIds.Create("follow", "article 3")));
        await click.Acknowledged.WaitAsync(Cancellation);
        var form = FakePayloads.Interaction(bot.Discord, InteractionType.ModalSubmit);
        form["data"] = new JsonObject
        {
            ["custom_id"] = click.Callback!["data"]!["custom_id"]!.GetValue<string>(),
            ["components"] = new JsonArray(new JsonObject
            {
                ["type"] = 18,
                ["component"] = new JsonObject { ["type"] = 4, ["custom_id"] = "question", ["value"] = "and then?" },
            }),
        };
        var submit = bot.Interact(form);
        await bot.FinishAsync();

        Assert.Equal("article 3: and then?", submit.Content);
        Assert.Empty(bot.Discord.Rest.Violations);
    }

    [Fact]
    public async Task Changes_the_message_a_button_sits_on()
    {
        await using var bot = await WorkerFixture.StartAsync(new InteractionHandlers()
            .Component("now", (call, cancellationToken) => call.UpdateAsync(Text("page 2"), cancellationToken))
            .Component("later", async (call, cancellationToken) =>
            {
                await call.DeferUpdateAsync(cancellationToken);
                await call.UpdateAsync(Text("page 3"), cancellationToken);
            }));

        var now = bot.Interact(bot.Click(WorkerFixture.CustomIds.Create("now", "")));
        var later = bot.Interact(bot.Click(WorkerFixture.CustomIds.Create("later", "")));
        await bot.FinishAsync();

        Assert.Equal(("page 2", "page 3"), (now.Content, later.Content));
        Assert.Equal((7, 6), (now.Callback!["type"]!.GetValue<int>(), later.Callback!["type"]!.GetValue<int>()));
    }

    [Fact]
    public async Task Refuses_a_forged_button_and_one_made_for_somebody_else()
    {
        var ran = 0;
        await using var bot = await WorkerFixture.StartAsync(new InteractionHandlers().Component("delete", (call, cancellationToken) =>
        {
            Interlocked.Increment(ref ran);
            return call.ReplyAsync(Text("deleted"), cancellationToken);
        }));

        var forged = bot.Interact(bot.Click("1.delete.everything.AAAAAAAAAAAAAAAAAAAAAA"));
        var others = bot.Interact(bot.Click(WorkerFixture.CustomIds.Create("delete", "x", onlyFor: new Snowflake(5))));
        await bot.FinishAsync();

        Assert.Equal((Sentences.UnknownButton, Sentences.UnknownButton), (forged.Content, others.Content));
        Assert.True(forged.IsEphemeral);
        Assert.Equal(0, ran);
    }

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
    public async Task Leaves_alone_what_another_process_has_claimed()
    {
        await using var bot = await WorkerFixture.StartAsync(Answering("answer"), claims: new Claims(_ => new ValueTask<bool>(false)));

        var known = bot.Interact(bot.Command("ask"));
        await bot.FinishAsync();

        Assert.Equal(0, known.CallbackAttempts);
    }

    [Fact]
    public async Task Says_nothing_when_another_process_has_answered()
    {
        await using var bot = await WorkerFixture.StartAsync(Answering("answer"));
        var known = bot.Discord.Rest.Register(bot.Command("ask"));
        using var other = new DiscordRest(new DiscordOptions { ApiBaseUrl = bot.Discord.ApiBaseUrl }, new DiscordRestOptions(), TimeProvider.System, new Microsoft.Extensions.Logging.Abstractions.NullLogger<DiscordRest>());
        await other.RespondAsync(
            System.Text.Json.JsonSerializer.Deserialize(known.Payload.ToJsonString(), DiscordJson.Default.Interaction)!, InteractionCallback.Reply(Text("first")), Cancellation);

        bot.Deliver(known);
        await bot.FinishAsync();

        Assert.Equal(("first", 0), (known.Content, known.FollowUps.Count));
    }

    [Fact]
    public async Task A_broken_record_of_claims_costs_nobody_an_answer()
    {
        await using var bot = await WorkerFixture.StartAsync(Answering("answer"), claims: new Claims(_ => throw new InvalidOperationException("database down")));

        var known = bot.Interact(bot.Command("ask"));
        await bot.FinishAsync();

        Assert.Equal("answer", known.Content);
    }

    [Fact]
    public async Task A_record_of_claims_that_hangs_costs_nobody_an_answer()
    {
        var options = new InteractionWorkerOptions { ClaimTimeout = TimeSpan.FromMilliseconds(100) };
        await using var bot = await WorkerFixture.StartAsync(Answering("answer"), options, new Claims(async cancellationToken =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            return true;
        }));

        var known = bot.Interact(bot.Command("ask"));
        await bot.FinishAsync();

        Assert.Equal("answer", known.Content);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Tells_the_person_what_went_wrong(bool deferred)
    {
        var options = new InteractionWorkerOptions { Explain = failure => failure is FormatException ? "That is not a link I can read." : null };
        await using var bot = await WorkerFixture.StartAsync(
            new InteractionHandlers()
                .Command("explained", (call, cancellationToken) => FailAsync(call, new FormatException("secret detail"), cancellationToken))
                .Command("unexplained", (call, cancellationToken) => FailAsync(call, new InvalidOperationException("secret detail"), cancellationToken)),
            options);

        var explained = bot.Interact(bot.Command("explained"));
        var unexplained = bot.Interact(bot.Command("unexplained"));
        await bot.FinishAsync();

        Assert.Equal(("That is not a link I can read.", Sentences.Failed), (explained.Content, unexplained.Content));
        Assert.Equal(!deferred, explained.IsEphemeral);

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
        var options = new InteractionWorkerOptions { Explain = _ => "private failure" };
        await using var bot = await WorkerFixture.StartAsync(
            new InteractionHandlers().Command("ask", async (call, cancellationToken) =>
            {
                await call.DeferAsync(ephemeral: true, cancellationToken);
                known.IsForgotten = true;
                if (fails)
                {
                    throw new InvalidOperationException("broken");
                }

                await call.ReplyAsync(Text("private answer"), cancellationToken);
            }),
            options);
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

    private static OutgoingMessage Text(string text) => new() { Content = text };

    private static InteractionHandlers Answering(string text) =>
        new InteractionHandlers().Command("ask", (call, cancellationToken) => call.ReplyAsync(Text(text), cancellationToken));

    private static JsonObject Option(string name, int type, JsonNode value, bool focused = false) =>
        new() { ["name"] = name, ["type"] = type, ["value"] = value, ["focused"] = focused };

    private static JsonObject Group(string name, int type, JsonNode inner) => new() { ["name"] = name, ["type"] = type, ["options"] = new JsonArray(inner) };

    private static Component Label(string text, string customId) => new()
    {
        Type = ComponentType.Label,
        Label = text,
        Child = new Component { Type = ComponentType.TextInput, CustomId = customId, Style = 1 },
    };

    private static JsonObject Menu(WorkerFixture bot, string name, ApplicationCommandType type, JsonObject resolved)
    {
        var payload = bot.Command(name);
        payload["data"]!["type"] = (int)type;
        payload["data"]!["target_id"] = "42";
        payload["data"]!["resolved"] = resolved;
        return payload;
    }

    private sealed class Claims(Func<CancellationToken, ValueTask<bool>> claim) : IInteractionClaims
    {
        public ValueTask<bool> TryClaimAsync(Snowflake interaction, CancellationToken cancellationToken) => claim(cancellationToken);
    }
}
