using System.Text.Json;
using Bot.Articles;
using Bot.Testing.Models;

namespace Bot.Tests.Cli;

public sealed class ModelTests : IDisposable
{
    private const string Question = "When was NATO formed?";

    private readonly CommandLineRun _bot = new();

    public void Dispose() => _bot.Dispose();

    [Fact]
    public async Task With_a_model_the_answer_is_written_and_every_citation_is_verbatim()
    {
        await using var model = await FakeModel.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

        var outcome = await AskAsync(model);

        using var json = JsonDocument.Parse(outcome.Output);
        Assert.Equal("model", json.RootElement.GetProperty("mode").GetString());
        AssertVerbatim(json.RootElement);
    }

    [Fact]
    public async Task An_invented_quotation_never_reaches_the_reader()
    {
        await using var model = await FakeModel.StartAsync(FakeBehaviours.InventsQuotes, TestContext.Current.CancellationToken);

        var outcome = await AskAsync(model);

        using var json = JsonDocument.Parse(outcome.Output);
        AssertVerbatim(json.RootElement);
    }

    [Fact]
    public async Task A_model_that_cannot_be_reached_leaves_the_extractive_answer()
    {
        var outcome = await _bot.RunAsync(
            "ask", Question, "--format", "json", "--Model:Endpoint=http://127.0.0.1:9/v1", "--Model:Name=none", "--Model:Retries=0");

        using var json = JsonDocument.Parse(outcome.Output);
        Assert.Equal(0, outcome.Code);
        Assert.Equal("extractive", json.RootElement.GetProperty("mode").GetString());
        Assert.Contains("1949", json.RootElement.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    private Task<Outcome> AskAsync(FakeModel model) =>
        _bot.RunAsync("ask", Question, "--format", "json", $"--Model:Endpoint={model.Endpoint}", $"--Model:Name={FakeModel.ModelName}");

    private static void AssertVerbatim(JsonElement answer)
    {
        var article = BuiltInArticle.Read();
        Assert.All(answer.GetProperty("citations").EnumerateArray().Concat(answer.GetProperty("nearest").EnumerateArray()), citation => Assert.Equal(
            article.Paragraph(citation.GetProperty("paragraph").GetInt32())!.Text[citation.GetProperty("start").GetInt32()..citation.GetProperty("end").GetInt32()],
            citation.GetProperty("quote").GetString()));
    }
}
