using System.Text.Json.Nodes;
using Bot.Discord.Interactions;
using Bot.Discord.Model;
using Bot.Discord.Rest;
using Bot.Testing.Discord;

namespace Bot.Discord.Tests.Interactions;

public sealed class DispatchTests
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

    private static OutgoingMessage Text(string text) => new() { Content = text };

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
}
