using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Testing.Discord;
using Bot.Testing.Discord.Rest;
using Bot.Testing.Web;
using Bot.Tests.Hosting;

namespace Bot.Tests.Pictures;

/// <summary>Plays each kind of message once and writes down what the bot really sent, for <c>draw</c> to draw. Not a test: runs only when it is asked for.</summary>
public sealed class Scenes
{
    private const string Spending = "How much of their economies will the allies spend on defence by 2035?";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly JsonObject _scenes = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact(Explicit = true)]
    public async Task Plays_every_scene()
    {
        var file = Environment.GetEnvironmentVariable("BOT_SCENES");
        Assert.False(string.IsNullOrEmpty(file), "BOT_SCENES names the file to write; tests/Bot.Tests/Pictures/draw sets it.");
        await using var web = (await FakeWeb.StartAsync(Token)).Serve(AskAboutTests.Address, AskAboutTests.Page);
        await using var bot = await HostedBot.StartAsync(Token, network: web.Network, more: new KeyValuePair<string, string?>("Limits:QuestionsPerMinute", "1000"));
        await PlayAnswersAsync(bot, new Person(bot, Token));
        await PlayArticlesAsync(new Person(bot, Token));
        await File.WriteAllTextAsync(file, _scenes.ToJsonString(Indented), Token);
    }

    private async Task PlayAnswersAsync(HostedBot bot, Person person)
    {
        var answer = await person.UseAsync("ask", ("question", Spending));
        Add("spending", "/ask", answer);
        Add("context", null, await person.PressAsync(answer.Original!, "Context"));
        var lavrov = await person.UseAsync("ask", ("question", "What did Sergey Lavrov say about NATO?"));
        var form = await person.PressAsync(lavrov.Original!, "Follow up");
        AddForm("form", form);
        Add("follow-up", null, await person.SubmitAsync(form, ("question", "And what did he say about Greenland?")));
        Add("help", "/help", await person.UseAsync("help"));
        Add("quotes-all", "/quotes", await person.UseAsync("quotes"));
        Add("forget", "/forget", await person.UseAsync("forget"));
        Add("answer", "/ask", await person.UseAsync("ask", ("question", "When was NATO formed?")));
        Add("refusal", "/ask", await person.UseAsync("ask", ("question", new string('x', 1001))));
        Add("not-in-article", "/ask", await person.UseAsync("ask", ("question", "Who won the football world cup in Brazil?")));
        Add("false-premise", "/ask", await person.UseAsync("ask", ("question", "Why was the North Atlantic Treaty Organization formed in 1959?")));
        Add("private", "/ask", await person.UseAsync("ask", ("question", "When was NATO formed?"), ("private", true)));
        var summary = await person.UseAsync("summary", ("length", "standard"));
        Add("summary", "/summary", summary);
        Add("wrong-citation", null, await person.PressAsync(Person.LastOf(summary), "👎"));
        Add("quotes", "/quotes", await person.UseAsync("quotes", ("speaker", "Lavrov")));
        Add("check-quote", "Check this quote", await person.UseMenuAsync(
            "Check this quote", "Kallas: “it has become clear that China will remain a major threat for the long term.”"));
        await PlayMentionAsync(bot);
        Add("german", "/ask", await new Person(bot, Token) { Locale = "de" }.UseAsync("ask", ("question", "When was NATO formed?")));
        var refused = 0;
        bot.Discord.Rest.Fault = request => request.Method == "PATCH" && Interlocked.Increment(ref refused) <= 2 ? FakeFault.With(FakeAnswer.Error(400, 50035, "Invalid Form Body")) : null;
        Add("retry", "/ask", await person.UseAsync("ask", ("question", "When was NATO formed?")));
    }

    private async Task PlayArticlesAsync(Person person)
    {
        var form = await person.UseMenuAsync("Ask about this article", $"Look at this: {AskAboutTests.Address}");
        AddForm("ask-about-form", form);
        Add("ask-about", "Ask about this article", await person.SubmitAsync(form, ("question", "When was the mill built?"), ("address", AskAboutTests.Address)));
    }

    private async Task PlayMentionAsync(HostedBot bot)
    {
        const string Question = "What did Mark Rutte refuse to speak about?";
        var said = FakePayloads.Message(bot.Discord, $"<@{bot.Discord.Options.ApplicationId}> {Question}");
        said["mentions"] = new JsonArray(FakePayloads.BotUser(bot.Discord.Options));
        bot.Discord.Say(said);
        while (bot.Discord.Rest.Channels.Messages.Count == 0)
        {
            await Task.Delay(20, Token);
        }

        _scenes["mention"] = new JsonObject { ["said"] = Question, ["messages"] = new JsonArray(bot.Discord.Rest.Channels.Messages[0].DeepClone()) };
    }

    private void AddForm(string name, FakeInteraction opened) => _scenes[name] = new JsonObject { ["modal"] = opened.Callback!["data"]!.DeepClone() };

    /// <param name="command">What the person used; null for a button.</param>
    private void Add(string name, string? command, FakeInteraction interaction) => _scenes[name] = new JsonObject
    {
        ["command"] = command,
        ["messages"] = new JsonArray([.. interaction.FollowUps.Prepend(interaction.Original).OfType<JsonObject>().Select(message => message.DeepClone())]),
    };
}
