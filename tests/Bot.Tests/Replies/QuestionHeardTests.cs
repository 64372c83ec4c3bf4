using Bot.Tests.Hosting;

namespace Bot.Tests.Replies;

/// <summary>What is made of what a person writes, the same over the gateway and over HTTP.</summary>
public abstract class QuestionHeardTests : RepliesFixture
{
    [Fact]
    public async Task What_the_article_does_not_say_comes_with_questions_that_it_answers()
    {
        var refused = await Asker.UseAsync("ask", ("question", "Who won the football world cup in Brazil?"));
        var offered = Person.ButtonsOf(refused.Original!).Take(2).ToList();
        Assert.All(offered, question => Assert.EndsWith("?", question, StringComparison.Ordinal));
        Assert.DoesNotContain("> ", refused.Content, StringComparison.Ordinal);

        var answer = await Asker.PressAsync(refused.Original!, offered[0]);
        Assert.Contains($"❝ {offered[0]}", answer.Content, StringComparison.Ordinal);
        Assert.Contains("✓ word for word", answer.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_one_article_does_not_say_all_can_be_asked()
    {
        await Hosted.AddAsync(Hosted.Discord.Options.GuildId.Value, "Bridge opens\n\nThe bridge over the Elder was opened on Monday by Mayor Ines Calder.\n", Token);
        var refused = await Asker.UseAsync("ask", ("question", "Who opened the bridge over the Elder?"), ("article", "European allies"));
        Assert.Contains("**Not in this article.**", refused.Content, StringComparison.Ordinal);

        var answer = await Asker.PressAsync(refused.Original!, "Ask all articles");
        Assert.Contains("Ines Calder", answer.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hi there!")]
    [InlineData("who are you?")]
    public async Task A_greeting_is_answered_with_what_the_bot_can_do_to_the_person_alone(string greeting)
    {
        var told = await Asker.UseAsync("ask", ("question", greeting));

        Assert.True(told.IsEphemeral);
        Assert.Contains("</ask:", told.Content, StringComparison.Ordinal);
        Assert.Contains("**Check this quote**", told.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asked_what_an_article_is_about_it_summarises()
    {
        var overview = await Asker.UseAsync("ask", ("question", "tl;dr"));

        Assert.Contains("\n- ", overview.Content, StringComparison.Ordinal);
        Assert.Contains("✓ word for word", overview.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stands_around_a_question_changes_nothing()
    {
        var bare = await Asker.UseAsync("ask", ("question", "When was NATO formed?"));
        var decorated = await Asker.UseAsync("ask", ("question", "hey bot, <:pepe:123456789012345678> When was **NATO** formed? thanks! https://example.com/x"));

        Assert.Equal(bare.Content, decorated.Content);
    }

    [Theory]
    [InlineData("🙂", "Your question is empty.")]
    [InlineData("long", "Your question is too long")]
    public async Task What_is_wrong_with_a_question_is_told_alone(string question, string told)
    {
        var refused = await Asker.UseAsync("ask", ("question", question == "long" ? new string('x', 1001) : question));

        Assert.True(refused.IsEphemeral);
        Assert.StartsWith(told, refused.Content, StringComparison.Ordinal);
    }
}

public sealed class GatewayQuestionHeardTests : QuestionHeardTests
{
    private protected override bool OverHttp => false;
}

public sealed class HttpQuestionHeardTests : QuestionHeardTests
{
    private protected override bool OverHttp => true;
}
