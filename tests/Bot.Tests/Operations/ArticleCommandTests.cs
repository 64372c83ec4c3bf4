namespace Bot.Tests.Operations;

public sealed class ArticleCommandTests : OperationsFixture
{
    [Fact]
    public async Task A_channel_keeps_to_its_article_and_a_thread_to_its_channels()
    {
        await Bot.AddAsync(Guild, Bridge, Token);
        var channel = Manager with { Channel = 1_300_000_000_000_000_050 };
        var thread = Reader with { Channel = 1_300_000_000_000_000_051, Parent = 1_300_000_000_000_000_050 };

        var used = await channel.UseAsync("article use", ("article", "bridge"));
        var elsewhere = await Reader.UseAsync("ask", ("question", "When was NATO formed?"));
        var inChannel = await channel.UseAsync("ask", ("question", "When was NATO formed?"));
        var inThread = await thread.UseAsync("ask", ("question", "How much did the bridge cost?"));

        Assert.Contains("**New bridge opens**", used.Content, StringComparison.Ordinal);
        Assert.False(used.IsEphemeral);
        Assert.Contains("1949", elsewhere.Content, StringComparison.Ordinal);
        Assert.DoesNotContain("1949", inChannel.Content, StringComparison.Ordinal);
        Assert.Contains("14 million euros", inThread.Content!.Replace("**", "", StringComparison.Ordinal), StringComparison.Ordinal);

        await channel.UseAsync("article use");
        Assert.Contains("1949", (await channel.UseAsync("ask", ("question", "When was NATO formed?"))).Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_is_shown_as_it_was_understood()
    {
        var shown = await Reader.UseAsync("article show");

        Assert.True(shown.IsEphemeral);
        Assert.Contains("34 paragraphs", shown.Content, StringComparison.Ordinal);
        Assert.Contains("Sergey Lavrov", shown.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removing_asks_once_more_and_says_what_is_gone()
    {
        await Bot.AddAsync(Guild, Bridge, Token);
        await Manager.UseAsync("article use", ("article", "bridge"));

        var kept = await Manager.PressAsync(await Manager.UseAsync("article remove", ("article", "bridge")), "Keep");
        var still = await Reader.UseAsync("ask", ("question", "How much did the bridge cost?"));
        var removed = await Manager.PressAsync(await Manager.UseAsync("article remove", ("article", "bridge")), "Remove");
        var gone = await Reader.UseAsync("ask", ("question", "How much did the bridge cost?"));

        Assert.Contains("Nothing was removed", kept.Content, StringComparison.Ordinal);
        Assert.Contains("14 million euros", still.Content!.Replace("**", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("Removed **New bridge opens**: 3 paragraphs, 1 quotes.", removed.Content, StringComparison.Ordinal);
        Assert.Empty(removed.Original!["components"]!.AsArray());
        Assert.DoesNotContain("14 million euros", gone.Content!.Replace("**", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_removes_who_may_not_or_may_no_longer()
    {
        await Bot.AddAsync(Guild, Bridge, Token);
        var question = await Manager.UseAsync("article remove", ("article", "bridge"));

        var reader = await Reader.UseAsync("article remove", ("article", "bridge"));
        var degraded = await (Reader with { Id = Manager.Id }).PressAsync(question, "Remove");
        var forged = await (Manager with { Id = 5 }).PressAsync(question, "Remove");
        var builtIn = await Manager.UseAsync("article remove", ("article", "European allies"));

        Assert.Contains("You may not", reader.Content, StringComparison.Ordinal);
        Assert.Contains("You may not", degraded.Content, StringComparison.Ordinal);
        Assert.Contains("not meant for you", forged.Content, StringComparison.Ordinal);
        Assert.Contains("not this server's own", builtIn.Content, StringComparison.Ordinal);
        Assert.Contains("14 million euros", (await Reader.UseAsync("ask", ("question", "How much did the bridge cost?"))).Content!.Replace("**", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
