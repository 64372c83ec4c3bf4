using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Testing.Discord.Rest;
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
        await using var bot = await HostedBot.StartAsync(Token);
        var person = new Person(bot, Token);

        var answer = await person.UseAsync("ask", ("question", Spending));
        Add("answer", "/ask", answer);
        Add("context", null, await person.PressAsync(answer.Original!, "Show context"));
        var lavrov = await person.UseAsync("ask", ("question", "What did Sergey Lavrov say about NATO?"));
        var form = await person.PressAsync(lavrov.Original!, "Follow up");
        _scenes["form"] = new JsonObject { ["modal"] = form.Callback!["data"]!.DeepClone() };
        Add("follow-up", null, await person.SubmitAsync(form, ("question", "And what did he say about Greenland?")));
        Add("not-in-article", "/ask", await person.UseAsync("ask", ("question", "Who won the football world cup in Brazil?")));
        Add("private", "/ask", await person.UseAsync("ask", ("question", "When was NATO formed?"), ("private", true)));
        var summary = await person.UseAsync("summary", ("length", "standard"));
        Add("summary", "/summary", summary);
        Add("wrong-citation", null, await person.PressAsync(Person.LastOf(summary), "👎"));
        Add("quotes", "/quotes", await person.UseAsync("quotes", ("speaker", "Lavrov")));
        Add("check-quote", "Check this quote", await person.UseMenuAsync(
            "Check this quote", "Kallas: “it has become clear that China will remain a major threat for the long term.”"));
        Add("german", "/ask", await new Person(bot, Token) { Locale = "de" }.UseAsync("ask", ("question", "When was NATO formed?")));
        await File.WriteAllTextAsync(file, _scenes.ToJsonString(Indented), Token);
    }

    /// <param name="command">What the person used; null for a button.</param>
    private void Add(string name, string? command, FakeInteraction interaction) => _scenes[name] = new JsonObject
    {
        ["command"] = command,
        ["messages"] = new JsonArray([.. interaction.FollowUps.Prepend(interaction.Original!).Select(message => message.DeepClone())]),
    };
}
