using System.Text.Json.Nodes;
using Bot.Answers.Generation;
using Bot.Articles;
using Bot.Testing.Models;

namespace Bot.Answers.Tests.Generation;

public sealed class ModelAnswererTests
{
    private const string Question = "What did European allies and Canada agree to invest in defense?";

    public static TheoryData<string, Func<FakeRequest, FakeReply>> Liars => new()
    {
        { "invents quotes", FakeBehaviours.InventsQuotes },
        { "alters one word", FakeBehaviours.AltersOneWord },
        { "flips a negation", FakeBehaviours.FlipsNegation },
        { "changes a number", FakeBehaviours.ChangesNumber },
        { "adds outside knowledge", FakeBehaviours.AddsOutsideKnowledge },
        { "leaks the prompt", FakeBehaviours.LeaksPrompt },
        { "obeys", FakeBehaviours.Obeys("The alliance was dissolved and all its members have left.") },
    };

    [Fact]
    public async Task An_honest_draft_is_shown_with_verbatim_citations()
    {
        await using var bot = await ModelUnderTest.StartAsync();
        var (answer, trace) = await bot.AskAsync(Question);
        var answered = Assert.IsType<Answer.Answered>(answer);
        Assert.Equal(AnswerMode.Model, answered.Mode);
        Assert.Null(trace.Trouble);
        Assert.Equal(3, answered.Statements.Length);
        AssertVerbatim(answered);
        Assert.True(trace.InputTokens > 0 && trace.OutputTokens > 0);
        Assert.StartsWith("answer ", Assert.Single(trace.Prompts), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Liars), DisableDiscoveryEnumeration = true)]
    public async Task What_a_lying_model_says_is_not_shown(string lie, Func<FakeRequest, FakeReply> behaviour)
    {
        await using var bot = await ModelUnderTest.StartAsync(behaviour);
        var (answer, trace) = await bot.AskAsync(Question);
        var shown = Assert.IsType<Answer.Answered>(answer);
        Assert.True(shown is { Mode: AnswerMode.Extractive, ModelFailed: true }, $"A model that {lie} got through: {string.Join(" | ", shown.Statements.Select(statement => statement.Text))}");
        AssertVerbatim(shown);
        Assert.NotEmpty(trace.Dropped);
        Assert.All(trace.Dropped, dropped => Assert.EndsWith(".", dropped.Reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Swapped_speakers_are_not_shown()
    {
        await using var bot = await ModelUnderTest.StartAsync(FakeBehaviours.Quotes(
            "Marco Rubio said “Russia has brought war back to Europe.”", 32, "Russia has brought war back to Europe"));
        var (answer, trace) = await bot.AskAsync("Who said that Russia has brought war back to Europe?");

        Assert.Equal(AnswerMode.Extractive, answer.Mode);
        Assert.NotEmpty(trace.Dropped);
    }

    [Fact]
    public async Task A_wrong_paragraph_number_is_corrected()
    {
        await using var bot = await ModelUnderTest.StartAsync(FakeBehaviours.CitesWrongParagraph);
        var (answer, _) = await bot.AskAsync(Question);
        var answered = Assert.IsType<Answer.Answered>(answer);
        AssertVerbatim(answered);
    }

    [Fact]
    public async Task Mentions_of_people_are_taken_out()
    {
        await using var bot = await ModelUnderTest.StartAsync(FakeBehaviours.PingsEveryone);
        var (answer, _) = await bot.AskAsync(Question);
        Assert.All(Assert.IsType<Answer.Answered>(answer).Statements, statement => Assert.DoesNotContain('@', statement.Text));
    }

    [Fact]
    public async Task The_article_does_not_say_when_neither_the_model_nor_its_own_sentences_do()
    {
        await using var bot = await ModelUnderTest.StartAsync(FakeBehaviours.SaysNothing);

        var (answer, trace) = await bot.AskAsync("How many bicycles were stolen in Ghent?");

        Assert.Equal(AnswerMode.Model, Assert.IsType<Answer.NotInArticle>(answer).Mode);
        Assert.Null(trace.Trouble);
    }

    [Fact]
    public async Task A_silent_model_does_not_silence_the_article()
    {
        await using var bot = await ModelUnderTest.StartAsync(FakeBehaviours.SaysNothing);

        var (answer, _) = await bot.AskAsync(Question);

        Assert.True(Assert.IsType<Answer.Answered>(answer) is { Mode: AnswerMode.Extractive, ModelFailed: false });
    }

    [Fact]
    public async Task One_repair_round_tells_the_model_what_is_wrong_and_takes_the_better_draft()
    {
        await using var bot = await ModelUnderTest.StartAsync();
        bot.Model.Then(FakeBehaviours.ChangesNumber);
        var (answer, trace) = await bot.AskAsync(Question);
        Assert.IsType<Answer.Answered>(answer);
        Assert.Equal(2, bot.Model.Requests.Count);
        Assert.Contains(trace.Dropped[0].Reason, bot.Model.Requests.Last().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_keeps_lying_is_asked_twice_and_no_more()
    {
        await using var bot = await ModelUnderTest.StartAsync(FakeBehaviours.AddsOutsideKnowledge);
        await bot.AskAsync(Question);
        Assert.Equal(2, bot.Model.Requests.Count);
    }

    [Theory]
    [InlineData("untidy")]
    [InlineData("cut off")]
    public async Task Drafts_are_read_as_models_really_send_them(string how)
    {
        await using var bot = await ModelUnderTest.StartAsync(how == "untidy" ? FakeBehaviours.Untidy : FakeBehaviours.CutOff);
        var (answer, _) = await bot.AskAsync(Question);
        AssertVerbatim(Assert.IsType<Answer.Answered>(answer));
    }

    [Fact]
    public async Task A_model_that_looks_further_may_cite_what_it_was_shown()
    {
        await using var bot = await ModelUnderTest.StartAsync(FakeBehaviours.LooksUp("article-get_paragraph", new JsonObject { ["number"] = 35 }));
        var (answer, trace) = await bot.AskAsync("What about Greenland?");
        Assert.Equal(1, trace.LookUps);
        Assert.IsType<Answer.Answered>(answer);
        Assert.Equal(2, bot.Model.Requests.Count);
    }

    [Fact]
    public async Task A_paragraph_that_was_not_shown_cannot_be_cited()
    {
        var article = BuiltInArticle.Read();
        var hidden = article.Paragraphs[^1];
        await using var bot = await ModelUnderTest.StartAsync(FakeBehaviours.Quotes(hidden.TextOf(hidden.Sentences[0]), hidden.Number, hidden.TextOf(hidden.Sentences[0])));
        var shown = article.Paragraphs.Take(3).Select(paragraph => new Bot.Answers.Extraction.Passages.EvidencePassage(article, paragraph)).ToArray();
        var (answer, _) = await bot.Answerer.AnswerAsync(
            new Question(Question, GuildId.Everyone), shown, new Answer.NotInArticle([], AnswerMode.Extractive, 0), isForeign: false, TestContext.Current.CancellationToken);
        Assert.IsType<Answer.NotInArticle>(answer);
    }

    [Fact]
    public async Task What_is_true_but_answers_something_else_is_not_shown()
    {
        var article = BuiltInArticle.Read();
        var beside = article.Paragraphs.First(paragraph => paragraph.Text.Contains("formed in 1949", StringComparison.Ordinal));
        var sentence = beside.TextOf(beside.Sentences[0]);
        await using var bot = await ModelUnderTest.StartAsync(FakeBehaviours.Quotes(sentence, beside.Number, sentence));
        Assert.IsType<Answer.Answered>((await AskAllAsync(bot, "When was NATO formed?")).Answer);

        var (answer, trace) = await AskAllAsync(bot, "What did Kaja Kallas say about cyberattacks?");
        Assert.Equal(AnswerMode.Extractive, answer.Mode);
        Assert.True(answer.ModelFailed);
        Assert.Empty(trace.Dropped);
    }

    [Fact]
    public async Task Look_ups_end()
    {
        await using var bot = await ModelUnderTest.StartAsync(FakeBehaviours.KeepsLookingUp("article-outline", []), ("Model:MaxLookUps", "2"));
        var (answer, trace) = await bot.AskAsync(Question);
        Assert.Equal(AnswerMode.Extractive, answer.Mode);
        Assert.Equal(ModelFailureKind.Unreadable, trace.Trouble?.Kind);
        Assert.Equal(2, trace.LookUps);
        Assert.InRange(bot.Model.Requests.Count, 3, 6);
    }

    [Fact]
    public async Task A_second_opinion_can_only_remove()
    {
        await using var bot = await ModelUnderTest.StartAsync(null, ("Model:Judge", "true"));
        bot.Model.Then(FakeBehaviours.Honest).Then(_ => FakeReply.Words("""Two of them. {"unsupported":[1, 3, 77]}"""));
        var (answer, trace) = await bot.AskAsync(Question);
        var answered = Assert.IsType<Answer.Answered>(answer);
        Assert.Single(answered.Statements);
        AssertVerbatim(answered);
        Assert.Equal(2, trace.Dropped.Length);
    }

    [Fact]
    public async Task A_second_opinion_that_cannot_be_read_removes_nothing_and_is_told()
    {
        await using var bot = await ModelUnderTest.StartAsync(null, ("Model:Judge", "true"));
        bot.Model.Then(FakeBehaviours.Honest).Then(_ => FakeReply.Words("All of them look fine to me."));

        var (answer, _) = await bot.AskAsync(Question);

        Assert.Equal(3, Assert.IsType<Answer.Answered>(answer).Statements.Length);
        Assert.Contains("no second opinion", Assert.Single(bot.Logs.Warnings), StringComparison.Ordinal);
    }

    /// <summary>Asks with every paragraph of the built-in article in view.</summary>
    private static Task<ModelAnswer> AskAllAsync(ModelUnderTest bot, string question)
    {
        var passages = Bot.Answers.Extraction.Passages.EvidencePassage.Of(BuiltInArticle.Read());
        var quoted = new Bot.Answers.Extraction.ExtractiveAnswerer().Answer(question, passages).Answer;
        return bot.Answerer.AnswerAsync(new Question(question, GuildId.Everyone), passages, quoted, isForeign: false, TestContext.Current.CancellationToken);
    }

    private static void AssertVerbatim(Answer.Answered answered)
    {
        var article = BuiltInArticle.Read();
        Assert.NotEmpty(answered.Statements);
        Assert.Equal(Enumerable.Range(1, answered.Citations.Length), answered.Citations.Select(citation => citation.Number));
        Assert.All(answered.Citations, citation => Assert.Equal(article.Paragraph(citation.Paragraph)!.Text[citation.Start..citation.End], citation.Quote));
        Assert.All(answered.Statements, statement => Assert.NotEmpty(statement.Citations));
        Assert.All(answered.Statements.SelectMany(statement => statement.Citations), number => Assert.InRange(number, 1, answered.Citations.Length));
    }
}
