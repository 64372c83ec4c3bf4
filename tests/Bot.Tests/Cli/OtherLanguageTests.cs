using Bot.Testing.Models;

namespace Bot.Tests.Cli;

/// <summary>Questions in another language than the articles.</summary>
public sealed class OtherLanguageTests : IDisposable
{
    private const string German = "Wann wurde die NATO gegründet?";
    private const string Bridge = "New bridge opens\n\nThe bridge over the Elder was opened on Monday by Mayor Ines Calder.\n\nIt cost 14 million euros.\n";

    private readonly CommandLineRun _bot = new();

    public void Dispose() => _bot.Dispose();

    [Theory]
    [InlineData(German, "auf Englisch")]
    [InlineData("Quand le pont a-t-il été ouvert ?", "en anglais")]
    [InlineData("¿Cuándo se inauguró el puente?", "en inglés")]
    public async Task Without_a_model_the_reader_is_told_in_his_language_that_the_articles_are_English(string question, string told)
    {
        var outcome = await _bot.RunAsync("ask", question);

        Assert.Equal(0, outcome.Code);
        Assert.Contains(told, outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("The article does not say", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("When did Muñoz leave the club?")]
    [InlineData("who left Zürich")]
    public async Task A_name_with_letters_of_another_language_makes_no_question_foreign(string question)
    {
        var article = _bot.File("club.txt", "Goalkeeper leaves\n\nJosé Muñoz left the Zürich club on Monday after eleven years.\n\nA new coach comes in May.\n");

        var outcome = await _bot.RunAsync("ask", question, "--article", article);

        Assert.Contains("José Muñoz left the Zürich club", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("[1] paragraph 1", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("does not say", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_about_one_article_reaches_the_model_as_it_is()
    {
        await using var model = await FakeModel.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

        var outcome = await _bot.RunAsync(["ask", German, .. Settings(model)]);

        Assert.Contains(" [1]", outcome.Output, StringComparison.Ordinal);
        Assert.Contains(German, Assert.Single(model.Requests).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Over_several_articles_the_model_first_puts_the_question_into_their_language()
    {
        await _bot.RunAsync("article", "add", _bot.File("bridge.txt", Bridge));
        await using var model = await FakeModel.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        model.Then(_ => FakeReply.Words("Who opened the bridge over the Elder?"));

        var outcome = await _bot.RunAsync(["ask", "Wer hat die Brücke über den Elder eröffnet?", .. Settings(model)]);

        Assert.Contains("Ines Calder", outcome.Output, StringComparison.Ordinal);
        Assert.Contains(" [1]", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(2, model.Requests.Count);
        Assert.Contains("Write it in English.", model.Requests.First().Text, StringComparison.Ordinal);
    }

    private static string[] Settings(FakeModel model) => [$"--Model:Endpoint={model.Endpoint}", $"--Model:Name={FakeModel.ModelName}", "--Model:Retries=0"];
}
