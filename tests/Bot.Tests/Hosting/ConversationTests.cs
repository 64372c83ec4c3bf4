using System.Text.Json.Nodes;
using Bot.Discord.Model;
using Bot.Testing.Discord;
using Bot.Testing.Discord.Rest;
using Bot.Testing.Models;

namespace Bot.Tests.Hosting;

/// <summary>Messages to the bot: what they go on from, and what happens when an answer fails.</summary>
public sealed class ConversationTests : IAsyncLifetime
{
    private const string Lavrov = "What did Sergey Lavrov say about NATO?";
    private const string FollowUp = "And what did he say about Greenland?";
    private const string Understood = "-# Read as: What did Sergey Lavrov say about Greenland?";

    private HostedBot _bot = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _bot = await HostedBot.StartAsync(Token);

    public async ValueTask DisposeAsync()
    {
        Assert.Empty(_bot.Discord.Rest.Violations);
        await _bot.DisposeAsync();
    }

    [Fact]
    public async Task A_reply_to_an_answer_goes_on_from_it()
    {
        var answer = await SayAsync(Lavrov);
        var followed = await SayAsync(FollowUp, repliesTo: answer);

        Assert.StartsWith(Understood, Content(followed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mention_among_others_begins_anew()
    {
        await SayAsync(Lavrov);
        var next = await SayAsync(FollowUp);

        Assert.DoesNotContain("Read as", Content(next), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mention_in_a_thread_goes_on_from_the_answer_above_it_and_from_those_in_it()
    {
        var answer = await SayAsync(Lavrov);
        var thread = Snowflake.Parse(answer["id"]!.GetValue<string>());
        _bot.Discord.Rest.Channels.AddThread(thread, _bot.Discord.Options.ChannelId);

        Assert.StartsWith(Understood, Content(await SayAsync(FollowUp, thread)), StringComparison.Ordinal);
        Assert.StartsWith("-# Read as: What did Sergey Lavrov say about Europe?", Content(await SayAsync("And what did he say about Europe?", thread)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_direct_message_goes_on_from_the_one_before()
    {
        var direct = _bot.Discord.NextId();
        _bot.Discord.Rest.Channels.AddDirect(direct);
        await SayAsync(Lavrov, direct, isDirect: true);

        Assert.StartsWith(Understood, Content(await SayAsync(FollowUp, direct, isDirect: true)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Messages_are_answered_in_the_language_their_writer_used_commands_in()
    {
        await new Person(_bot, Token) { Locale = "de" }.UseAsync("help");

        Assert.Contains("wörtlich", Content(await SayAsync("When was NATO formed?")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_answer_can_be_tried_again_with_one_press()
    {
        // As components, and again as plain text.
        var refused = 0;
        _bot.Discord.Rest.Fault = request => request.Method == "PATCH" && Interlocked.Increment(ref refused) <= 2
            ? FakeFault.With(FakeAnswer.Error(400, 50035, "Invalid Form Body"))
            : null;
        var person = new Person(_bot, Token);
        var failed = await person.UseAsync("ask", ("question", "When was NATO formed?"));
        Assert.StartsWith("Something went wrong on my side", failed.Content, StringComparison.Ordinal);
        Assert.Equal(["Try again"], Person.ButtonsOf(failed.Original!));

        var again = await person.PressAsync(failed.Original!, "Try again");
        await again.Answered.WaitAsync(TimeSpan.FromSeconds(30), Token);
        Assert.Contains("1949", again.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_person_did_wrong_is_not_offered_again()
    {
        var failed = await new Person(_bot, Token).UseAsync("ask", ("question", "Who?"), ("article", "zzzzzzzz"));

        Assert.Empty(Person.ButtonsOf(Person.LastOf(failed)));
        Assert.True(failed.IsEphemeral);
    }

    [Fact]
    public async Task When_the_model_is_out_of_reach_the_article_is_quoted_and_that_is_said()
    {
        await using var model = await FakeModel.StartAsync(FakeBehaviours.IsDown, Token);
        await using var bot = await HostedBot.StartAsync(
            Token, more: [new("Model:Endpoint", model.Endpoint.ToString()), new("Model:Name", FakeModel.ModelName), new("Model:Retries", "0")]);

        var answer = await new Person(bot, Token).UseAsync("ask", ("question", "When was NATO formed?"));

        Assert.Contains("1949", answer.Content, StringComparison.Ordinal);
        Assert.EndsWith("-# ⚠ The language model’s answer is of no use, so I quote the article instead.", answer.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_model_writes_has_a_line_with_the_quoted_words_for_each_citation()
    {
        await using var model = await FakeModel.StartAsync(cancellationToken: Token);
        await using var bot = await HostedBot.StartAsync(Token, more: [new("Model:Endpoint", model.Endpoint.ToString()), new("Model:Name", FakeModel.ModelName)]);

        var answer = await new Person(bot, Token).UseAsync("ask", ("question", "When was NATO formed?"));

        var lines = answer.Content!.Split('\n');
        Assert.Contains(lines, line => line.EndsWith("[1]", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("-# [1] “", StringComparison.Ordinal) && line.EndsWith('”'));
        Assert.DoesNotContain("✓", lines[^1], StringComparison.Ordinal);
    }

    private static string Content(JsonObject message) => FakeMessage.TextOf(message);

    /// <summary>Mentions the bot, or writes to it directly, and waits for its reply.</summary>
    private async Task<JsonObject> SayAsync(string text, Snowflake? channel = null, JsonObject? repliesTo = null, bool isDirect = false)
    {
        var options = _bot.Discord.Options;
        var message = FakePayloads.Message(_bot.Discord, isDirect ? text : $"<@{options.ApplicationId}> {text}");
        var id = message["id"]!.GetValue<string>();
        message["channel_id"] = (channel ?? options.ChannelId).ToString();
        JsonNode[] mentioned = isDirect ? [] : [FakePayloads.BotUser(options)];
        message["mentions"] = new JsonArray(mentioned);
        if (isDirect)
        {
            message.Remove("guild_id");
        }

        if (repliesTo is not null)
        {
            message["type"] = 19;
            message["referenced_message"] = repliesTo.DeepClone();
        }

        _bot.Discord.Say(message);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (true)
        {
            if (_bot.Discord.Rest.Channels.Messages.FirstOrDefault(reply => reply["message_reference"]?["message_id"]?.GetValue<string>() == id) is { } found)
            {
                return found;
            }

            await Task.Delay(20, patience.Token);
        }
    }
}
