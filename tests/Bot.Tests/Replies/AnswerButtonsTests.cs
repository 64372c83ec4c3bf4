using System.Text.Json.Nodes;
using Bot.Articles;
using Bot.Discord.Interactions;
using Bot.Testing.Discord.Rest;
using Bot.Tests.Hosting;

namespace Bot.Tests.Replies;

/// <summary>What the buttons under an answer do, for whom and for how long, the same over the gateway and over HTTP.</summary>
public abstract class AnswerButtonsTests : RepliesFixture
{
    private const string Spending = "How much of their economies will the allies spend on defence by 2035?";

    private const string Sevenfold = "Why will the allies invest 7% of their gross domestic product in defense?";

    [Fact]
    public async Task Context_shows_the_neighbours_to_the_person_alone_with_the_quote_in_bold()
    {
        var answer = await Asker.UseAsync("ask", ("question", Spending));
        var context = await Asker.PressAsync(answer.Original!, "Context");

        var article = BuiltInArticle.Read();
        Assert.True(context.IsEphemeral);
        Assert.Contains("**The allies would spend as much of their economic output", context.Content, StringComparison.Ordinal);
        Assert.Contains(article.Paragraph(9)!.Text[^40..], context.Content, StringComparison.Ordinal);
        Assert.Contains(article.Paragraph(11)!.Text[..40], context.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_follow_up_is_asked_in_a_form_and_understood_from_what_came_before()
    {
        var answer = await Asker.UseAsync("ask", ("question", "What did Sergey Lavrov say about NATO?"));
        var form = await Asker.PressAsync(answer.Original!, "Follow up");
        var followed = await Asker.SubmitAsync(form, ("question", "And what did he say about Greenland?"));

        Assert.Contains("-# Read as: What did Sergey Lavrov say about Greenland?", followed.Content, StringComparison.Ordinal);
        Assert.False(followed.IsEphemeral);

        var again = await Asker.SubmitAsync(await Asker.PressAsync(followed.Original!, "Follow up"), ("question", "And what did he say about Europe?"));
        Assert.Contains("-# Read as: What did Sergey Lavrov say about Europe?", again.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_answer_is_shared_once_and_by_the_asker_only()
    {
        var answer = await Asker.UseAsync("ask", ("question", Spending), ("private", true));
        var before = (JsonObject)answer.Original!.DeepClone();
        var share = await Asker.PressAsync(before, "Share");

        Assert.Equal(["Context", "Follow up", "Good", "Bad"], Person.ButtonsOf(share.Original!));
        await UntilAsync(() => share.FollowUps.Count == 1);
        Assert.Equal(0, share.FollowUps[0]["flags"]!.GetValue<int>() & 64);
        Assert.Contains(Spending, FakeMessage.TextOf(share.FollowUps[0]), StringComparison.Ordinal);
        Assert.EndsWith("-# Shared by Alice", FakeMessage.TextOf(share.FollowUps[0]), StringComparison.Ordinal);

        var again = await Asker.PressAsync(before, "Share");
        Assert.Equal("This answer has been shared already.", again.Content);
        var stranger = await new Person(Hosted, Token) { Id = 1_400_000_000_000_000_999 }.PressAsync(before, "Share");
        Assert.Equal(new InteractionSentences().UnknownButton, stranger.Content);
        Assert.True(again.IsEphemeral && stranger.IsEphemeral);
    }

    [Fact]
    public async Task A_follow_up_to_a_private_answer_stays_private()
    {
        var answer = await Asker.UseAsync("ask", ("question", Spending), ("private", true));
        var followed = await Asker.SubmitAsync(await Asker.PressAsync(answer.Original!, "Follow up"), ("question", "When was NATO formed?"));

        Assert.True(followed.IsEphemeral);
        Assert.Contains("Share", Person.ButtonsOf(followed.Original!));
    }

    [Fact]
    public async Task Opinions_are_taken_and_thanked_for_privately()
    {
        var answer = await Asker.UseAsync("ask", ("question", Spending));

        var good = await Asker.PressAsync(answer.Original!, "👍");
        Assert.StartsWith("Thank you.", good.Content, StringComparison.Ordinal);
        var wrong = await Asker.PressAsync(answer.Original!, "👎");
        Assert.True(good.IsEphemeral && wrong.IsEphemeral);
        Assert.EndsWith("What is wrong?", wrong.Content, StringComparison.Ordinal);
        wrong = await Asker.ChooseAsync(wrong.Original!, "1");

        Assert.StartsWith("Thank you. I have noted it", wrong.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_citations_the_wrong_one_is_asked_for_and_each_ones_context_can_be_seen()
    {
        var summary = await Asker.UseAsync("summary", ("length", "brief"));

        var wrong = await Asker.PressAsync(summary.Original!, "👎");
        Assert.EndsWith("What is wrong?", wrong.Content, StringComparison.Ordinal);
        var chosen = await Asker.ChooseAsync(wrong.Original!, "2");
        Assert.StartsWith("Thank you.", chosen.Content, StringComparison.Ordinal);
        Assert.Empty(chosen.Original!["components"]!.AsArray());

        var first = await Asker.PressAsync(summary.Original!, "Context");
        var second = await Asker.ChooseAsync(first.Original!, "2");
        Assert.Contains("· [1] ¶", first.Content, StringComparison.Ordinal);
        Assert.Contains("· [2] ¶", second.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Buttons_outlive_the_process()
    {
        var answer = await Asker.UseAsync("ask", ("question", Spending));
        var quotes = await Asker.UseAsync("quotes");
        await Hosted.RestartAsync(Token);

        Assert.Contains("**The allies would spend", (await Asker.PressAsync(answer.Original!, "Context")).Content, StringComparison.Ordinal);
        Assert.Contains(" · Page 2 of ", (await Asker.PressAsync(quotes.Original!, "Next")).Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Context")]
    [InlineData("👍")]
    [InlineData("👎")]
    public async Task A_button_whose_answer_is_gone_says_so(string button)
    {
        await Hosted.AddAsync(Hosted.Discord.Options.GuildId.Value, "Bridge opens\n\nThe bridge over the Elder was opened on Monday by Mayor Ines Calder.\n", Token);
        var answer = await Asker.UseAsync("ask", ("question", "Who opened the bridge over the Elder?"));
        await Hosted.RemoveEverythingAsync(Hosted.Discord.Options.GuildId.Value, Token);

        var pressed = await Asker.PressAsync(answer.Original!, button);
        Assert.True(pressed.IsEphemeral);
        Assert.StartsWith("I no longer have this answer", pressed.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contradicted_question_is_so_after_a_restart_too_and_its_passage_can_be_judged()
    {
        var answer = await Asker.UseAsync("ask", ("question", Sevenfold), ("private", true));
        await Hosted.RestartAsync(Token);

        var wrong = await Asker.PressAsync(answer.Original!, "Bad");
        Assert.StartsWith("Thank you. I have noted it", wrong.Content, StringComparison.Ordinal);
        var share = await Asker.PressAsync(answer.Original!, "Share");
        await UntilAsync(() => share.FollowUps.Count == 1);
        Assert.StartsWith($"{answer.Content}\n-# Shared by Alice", FakeMessage.TextOf(share.FollowUps[0]), StringComparison.Ordinal);
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

public sealed class GatewayAnswerButtonsTests : AnswerButtonsTests
{
    private protected override bool OverHttp => false;
}

public sealed class HttpAnswerButtonsTests : AnswerButtonsTests
{
    private protected override bool OverHttp => true;
}
