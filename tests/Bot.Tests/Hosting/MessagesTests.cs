using System.Text.Json.Nodes;
using Bot.Testing.Discord;
using Bot.Testing.Discord.Rest;
using Bot.Testing.Models;
using Bot.Testing.Web;

namespace Bot.Tests.Hosting;

/// <summary>What counts as a message to the bot, and what the bot makes of it.</summary>
public sealed class MessagesTests : IAsyncLifetime
{
    private HostedBot _bot = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _bot = await HostedBot.StartAsync(Token);

    public async ValueTask DisposeAsync()
    {
        Assert.Empty(_bot.Discord.Rest.Violations);
        await _bot.DisposeAsync();
    }

    [Theory]
    [InlineData("hello!")]
    [InlineData("")]
    [InlineData("what can you do?")]
    public async Task A_greeting_or_nothing_is_answered_with_what_the_bot_can_do(string text) =>
        Assert.Contains("/summary", FakeMessage.TextOf(await ReplyAsync(Say(text))), StringComparison.Ordinal);

    [Fact]
    public async Task Asked_for_the_gist_it_summarises() =>
        Assert.Contains("\n- ", FakeMessage.TextOf(await ReplyAsync(Say("what's this about?"))), StringComparison.Ordinal);

    [Fact]
    public async Task What_Discord_itself_tells_is_no_question()
    {
        foreach (var type in (int[])[6, 7, 18])
        {
            Say("When was NATO formed?", message => message["type"] = type);
        }

        await ReplyAsync(Say("When was NATO formed?"));
        Assert.Single(_bot.Discord.Rest.Channels.Messages);
    }

    [Fact]
    public async Task The_bots_own_role_stands_for_the_bot_and_no_other_does()
    {
        Say("When was NATO formed?", message => MentionRole(message, 1_600_000_000_000_000_002));
        var answered = Say("When was NATO formed?", message => MentionRole(message, FakePayloads.BotRole.Value));

        Assert.Contains("1949", FakeMessage.TextOf(await ReplyAsync(answered)), StringComparison.Ordinal);
        Assert.Single(_bot.Discord.Rest.Channels.Messages);
    }

    [Fact]
    public async Task Whoever_waits_for_a_reply_sees_the_bot_typing()
    {
        await using var model = await FakeModel.StartAsync(FakeBehaviours.Hangs, Token);
        await using var slow = await HostedBot.StartAsync(Token, more: [new("Model:Endpoint", model.Endpoint.ToString()), new("Model:Name", FakeModel.ModelName)]);
        var said = FakePayloads.Message(slow.Discord, "When was NATO formed?");
        said["mentions"] = new JsonArray(FakePayloads.BotUser(slow.Discord.Options));
        slow.Discord.Say(said);

        await UntilAsync(() => slow.Discord.Rest.Channels.Typing.Contains(slow.Discord.Options.ChannelId.ToString()));
        Assert.Empty(slow.Discord.Rest.Channels.Messages);
    }

    [Fact]
    public async Task A_direct_message_with_a_link_alone_is_offered_to_be_read_for_its_writer_alone()
    {
        await using var web = (await FakeWeb.StartAsync(Token)).Serve(AskAboutTests.Address, AskAboutTests.Page);
        await using var bot = await HostedBot.StartAsync(Token, network: web.Network);
        var direct = bot.Discord.NextId();
        bot.Discord.Rest.Channels.AddDirect(direct);
        var said = FakePayloads.Message(bot.Discord, AskAboutTests.Address);
        said.Remove("guild_id");
        said["channel_id"] = direct.ToString();
        bot.Discord.Say(said);
        await UntilAsync(() => bot.Discord.Rest.Channels.Messages.Count > 0);
        var offer = bot.Discord.Rest.Channels.Messages[0];
        Assert.Contains("I can read", FakeMessage.TextOf(offer), StringComparison.Ordinal);
        Assert.Empty(web.Requests);

        var person = new Person(bot, Token) { IsDirect = direct };
        var read = await person.PressAsync(offer, "Read it");
        await UntilAsync(() => read.Content?.StartsWith("Added:", StringComparison.Ordinal) == true);
        Assert.Contains("1871", (await person.UseAsync("ask", ("question", "When was the mill built?"))).Content, StringComparison.Ordinal);
        Assert.DoesNotContain("1871", (await new Person(bot, Token).UseAsync("ask", ("question", "When was the mill built?"))).Content, StringComparison.Ordinal);
        Assert.DoesNotContain("1871", (await new Person(bot, Token) { IsDirect = direct, Id = 9 }.UseAsync("ask", ("question", "When was the mill built?"))).Content, StringComparison.Ordinal);
        Assert.Empty(bot.Discord.Rest.Violations);
    }

    [Fact]
    public async Task In_a_server_that_the_bot_is_no_member_of_a_persons_own_articles_are_asked()
    {
        await using var web = (await FakeWeb.StartAsync(Token)).Serve(AskAboutTests.Address, AskAboutTests.Page);
        await using var bot = await HostedBot.StartAsync(Token, network: web.Network);
        await bot.AddAsync(bot.Discord.Options.GuildId.Value, "Bridge opens\n\nThe bridge over the Elder was opened on Monday by Mayor Ines Calder.\n", Token);
        var person = new Person(bot, Token) { IsOnlyInstaller = true, Permissions = "2048" };

        var form = await person.UseMenuAsync("Ask about this article", AskAboutTests.Address);
        var answer = await person.SubmitAsync(form, ("question", "When was the mill built?"), ("address", AskAboutTests.Address));

        Assert.Contains("1871", answer.Content, StringComparison.Ordinal);
        Assert.DoesNotContain("Calder", (await person.UseAsync("ask", ("question", "Who opened the bridge over the Elder?"))).Content, StringComparison.Ordinal);
        var forgotten = await person.PressAsync((await person.UseAsync("forget")).Original!, "Delete");
        Assert.StartsWith("Deleted: 3 ", forgotten.Content, StringComparison.Ordinal);
        Assert.DoesNotContain("1871", (await person.UseAsync("ask", ("question", "When was the mill built?"))).Content, StringComparison.Ordinal);
    }

    /// <summary>Says something that mentions the bot.</summary>
    private string Say(string text, Action<JsonObject>? change = null)
    {
        var options = _bot.Discord.Options;
        var message = FakePayloads.Message(_bot.Discord, $"<@{options.ApplicationId}> {text}");
        message["mentions"] = new JsonArray(FakePayloads.BotUser(options));
        change?.Invoke(message);
        _bot.Discord.Say(message);
        return message["id"]!.GetValue<string>();
    }

    private static void MentionRole(JsonObject message, ulong role)
    {
        var id = role.ToString(System.Globalization.CultureInfo.InvariantCulture);
        message["content"] = $"<@&{id}> When was NATO formed?";
        message["mentions"] = new JsonArray();
        message["mention_roles"] = new JsonArray(id);
    }

    private async Task<JsonObject> ReplyAsync(string id)
    {
        JsonObject? reply = null;
        await UntilAsync(() => (reply = _bot.Discord.Rest.Channels.Messages.FirstOrDefault(message => message["message_reference"]?["message_id"]?.GetValue<string>() == id)) is not null);
        return reply!;
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (!condition())
        {
            await Task.Delay(20, patience.Token);
        }
    }
}
