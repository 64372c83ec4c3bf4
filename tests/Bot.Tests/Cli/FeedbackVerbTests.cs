using System.Text.Json;
using Bot.Articles;
using Bot.Tests.Hosting;

namespace Bot.Tests.Cli;

public sealed class FeedbackVerbTests : IAsyncLifetime
{
    private HostedBot _bot = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _bot = await HostedBot.StartAsync(Token);

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task What_people_thought_comes_out_as_evaluation_cases()
    {
        var person = new Person(_bot, Token);
        var good = await person.UseAsync("ask", ("question", "When was NATO formed?"));
        await person.PressAsync(good.Original!, "👍");
        var wrong = await person.UseAsync("ask", ("question", "How much of their economies will the allies spend on defence by 2035?"));
        var pressed = await person.PressAsync(wrong.Original!, "👎");
        if (Person.ButtonsOf(pressed.Original!).Count == 0 && pressed.Original!["components"]!.AsArray().Count > 0)
        {
            await person.ChooseAsync(pressed.Original!, "1");
        }

        var cases = await ExportAsync();
        Assert.Equal(2, cases.Count);
        Assert.True(cases[0].GetProperty("answerable").GetBoolean());
        Assert.Equal("When was NATO formed?", cases[0].GetProperty("question").GetString());
        var article = BuiltInArticle.Read();
        Assert.Equal(article.Paragraphs.Select(paragraph => paragraph.Text), cases[0].GetProperty("paragraphs").EnumerateArray().Select(text => text.GetString()!));
        Assert.Contains("1949", article.Paragraphs[cases[0].GetProperty("gold_paragraphs")[0].GetInt32()].Text, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, cases[1].GetProperty("answerable").ValueKind);
        Assert.Equal("wrong", cases[1].GetProperty("judged").GetString());
        Assert.Equal(9, cases[1].GetProperty("wrong")[0].GetProperty("paragraph").GetInt32());
    }

    [Fact]
    public async Task A_contradicted_question_comes_out_with_the_passage_that_contradicts_it()
    {
        var person = new Person(_bot, Token);
        var answer = await person.UseAsync("ask", ("question", "Why will the allies invest 7% of their gross domestic product in defense?"));
        await person.PressAsync(answer.Original!, "👎");

        var judged = Assert.Single(await ExportAsync());
        Assert.Equal(8, judged.GetProperty("wrong")[0].GetProperty("paragraph").GetInt32());
        var given = judged.GetProperty("given");
        Assert.True(given.GetProperty("abstained").GetBoolean() && given.GetProperty("premise_correction").GetBoolean());
        Assert.Contains("5%", given.GetProperty("citations")[0].GetProperty("quote").GetString(), StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<JsonElement>> ExportAsync()
    {
        using var output = new StringWriter();
        var terminal = new Bot.Cli.Terminal(new Spectre.Console.Testing.TestConsole(), output, TextWriter.Null, TextReader.Null, IsInteractive: false);
        Assert.Equal(0, await BotCommandLine.RunAsync(["feedback", "export"], terminal, Token, _bot.Settings));
        return [.. output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }
}
