using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Answers.Generation;
using Bot.Answers.Summaries;
using Bot.Articles;
using Bot.Testing.Models;

namespace Bot.Answers.Tests.Generation;

/// <summary>What each prompt becomes on the wire, compared with files: a change to a prompt is a change somebody reads.</summary>
public sealed class PromptRequestTests
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Article Article = ArticleReader.FromParagraphs(
        "Harbour bridge approved",
        ["The council of Dunmore approved a new bridge on Tuesday.", "“It will cost 40 million euros,” mayor Ida Berg said.\nWork <begins> in May & \"ends\" in 2029."]) with
    {
        Quotations = [new Quotation(2, 1, 30, "It will cost 40 million euros,"[..29], ["Ida Berg"], "mayor", "mayor Ida Berg said", Certainty.Sure)],
        Speakers = [],
    };

    [Fact]
    public async Task Answer()
    {
        await using var bot = await ModelUnderTest.StartAsync();
        await AskAsync(bot);
        AssertGolden(bot, "answer");
    }

    [Fact]
    public async Task Repair()
    {
        await using var bot = await ModelUnderTest.StartAsync(FakeBehaviours.Quotes("The bridge costs 90 million euros.", 2, "It will cost 40 million euros"));
        await AskAsync(bot);
        AssertGolden(bot, "repair");
    }

    [Fact]
    public async Task Summary()
    {
        await using var bot = await ModelUnderTest.StartAsync();
        await bot.Summarizer.SummarizeAsync(Article, SummaryLength.Brief, "the bridge", GuildId.Everyone, TestContext.Current.CancellationToken);
        AssertGolden(bot, "summary");
    }

    [Fact]
    public async Task Rewrite()
    {
        await using var bot = await ModelUnderTest.StartAsync(_ => FakeReply.Words("What will the bridge cost?"));
        await bot.Rewriter.ReadAsync(
            new Question("And what will it cost?", GuildId.Everyone), [new ConversationTurn("Was the bridge approved?", ["The council approved a new bridge on Tuesday."])], TestContext.Current.CancellationToken);
        AssertGolden(bot, "rewrite");
    }

    [Fact]
    public async Task Judge()
    {
        await using var bot = await ModelUnderTest.StartAsync(null, ("Model:Judge", "true"));
        await AskAsync(bot);
        AssertGolden(bot, "judge");
    }

    private static Task<ModelAnswer> AskAsync(ModelUnderTest bot) => bot.Answerer.AnswerAsync(
        new Question("What will the \"bridge\" cost?", GuildId.Everyone),
        Bot.Answers.Extraction.Passages.EvidencePassage.Of(Article),
        new Answer.NotInArticle([], AnswerMode.Extractive, 0.5),
        isForeign: false,
        TestContext.Current.CancellationToken);

    private static void AssertGolden(ModelUnderTest bot, string name)
    {
        var actual = bot.Model.Requests.Last().Body;
        var file = Path.Combine(AppContext.BaseDirectory, "Generation", "Golden", $"{name}.json");
        var same = File.Exists(file) && JsonNode.DeepEquals(JsonNode.Parse(File.ReadAllText(file)), actual);
        if (!same)
        {
            var made = Path.Combine(AppContext.BaseDirectory, $"{name}.actual.json");
            File.WriteAllText(made, actual.ToJsonString(Readable) + "\n");
            Assert.Fail($"The request of “{name}” differs from Golden/{name}.json. Read {made}; when it is what you mean, put it there.");
        }
    }
}
