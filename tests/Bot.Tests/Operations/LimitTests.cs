using Bot.Tests.Hosting;

namespace Bot.Tests.Operations;

public sealed class LimitTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_asks_too_much_is_told_alone_when_to_come_back_and_others_are_not_held_up()
    {
        await using var bot = await HostedBot.StartAsync(Token);
        var manager = new Member(bot.Discord, Token).AsManager() with { Id = 7 };
        await manager.UseAsync("settings", ("person", 2));
        var person = new Member(bot.Discord, Token);
        await person.UseAsync("ask", ("question", "When was NATO formed?"));
        await person.UseAsync("ask", ("question", "When was NATO formed?"));

        var refused = await person.UseAsync("ask", ("question", "When was NATO formed?"));
        var other = await (person with { Id = 8 }).UseAsync("ask", ("question", "When was NATO formed?"));

        Assert.True(refused.IsEphemeral);
        Assert.Matches(@"You have asked as much as you may for now\. You can ask again <t:\d{10}:R>\.", refused.Content);
        Assert.Contains("1949", other.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_has_a_limit_of_its_own_and_another_server_another()
    {
        await using var bot = await HostedBot.StartAsync(Token);
        var manager = new Member(bot.Discord, Token).AsManager() with { Id = 7 };
        await manager.UseAsync("settings", ("server", 1));
        await manager.UseAsync("ask", ("question", "When was NATO formed?"));

        var refused = await (manager with { Id = 8 }).UseAsync("ask", ("question", "When was NATO formed?"));
        var elsewhere = await (manager with { Id = 8, Guild = 99 }).UseAsync("ask", ("question", "When was NATO formed?"));

        Assert.Contains("This server has asked as much as it may", refused.Content, StringComparison.Ordinal);
        Assert.Contains("1949", elsewhere.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_the_bot_has_just_joined_can_ask_at_once()
    {
        await using var bot = await HostedBot.StartAsync(Token);
        var newcomer = new Member(bot.Discord, Token) { Guild = 1_200_000_000_000_123_456 };

        var help = await newcomer.UseAsync("help");
        var examples = Person.ButtonsOf(help.Original!);

        Assert.True(help.IsEphemeral);
        Assert.Equal(2, examples.Count);
        foreach (var example in examples)
        {
            var answer = await newcomer.PressAsync(help, example);
            Assert.True(answer.IsEphemeral);
            Assert.Contains("✓ word for word", answer.Content, StringComparison.Ordinal);
        }
    }
}
