using System.Text.Json.Nodes;
using Bot.Discord.Model;
using Bot.Testing.Discord;
using Bot.Testing.Discord.Rest;

namespace Bot.Discord.Tests.DiscordJs;

/// <summary>Proves the fake with a client that nobody here wrote.</summary>
public sealed class DiscordJsTests
{
    [Fact]
    public async Task Discord_js_logs_in_registers_answers_defers_edits_and_resumes()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var discord = await FakeDiscord.StartAsync(cancellationToken: cancellationToken);
        await using var bot = await DiscordJsBot.StartAsync(discord, cancellationToken);

        var ready = await bot.WaitForAsync("ready", cancellationToken);
        Assert.Equal("""["ping","slow"]""", ready["commands"]!.ToJsonString());
        Assert.Equal(2, discord.Rest.Commands.InGuild(discord.Options.GuildId.ToString()).Count);

        var ping = discord.Interact(Ping(discord, "one"));
        Assert.Equal("pong one", await ContentAsync(ping, cancellationToken));

        var slow = discord.Interact(FakePayloads.Command(discord, "slow"));
        Assert.Equal("slow answer", await ContentAsync(slow, cancellationToken));
        Assert.True(slow.IsEphemeral);

        var typed = Ping(discord, "tw");
        typed["type"] = (int)InteractionType.ApplicationCommandAutocomplete;
        typed["data"]!["options"]![0]!["focused"] = true;
        var autocomplete = discord.Interact(typed);
        await autocomplete.Acknowledged.WaitAsync(cancellationToken);
        Assert.Equal("tw!", autocomplete.Callback!["data"]!["choices"]![0]!["name"]!.GetValue<string>());

        // The server asks the client to reconnect; what happens meanwhile is replayed and answered.
        var session = Assert.Single(discord.Gateway.Sessions);
        session.Connection!.Send("""{"op":7,"d":null,"s":null,"t":null}""");
        var during = discord.Interact(Ping(discord, "two"));
        await bot.WaitForAsync("resumed", cancellationToken);
        Assert.Equal("pong two", await ContentAsync(during, cancellationToken));

        session.Connection!.Drop();
        var afterDrop = discord.Interact(Ping(discord, "three"));
        Assert.Equal("pong three", await ContentAsync(afterDrop, cancellationToken));

        Assert.Equal((1, 2), (discord.Gateway.Identifies, discord.Gateway.Resumes));
        Assert.All(discord.Rest.Interactions, interaction => Assert.Equal(1, interaction.CallbackAttempts));
        Assert.Empty(discord.Rest.Violations);
        Assert.DoesNotContain(bot.Said, line => line["event"]!.GetValue<string>() is "failed" or "error");
    }

    private static JsonObject Ping(FakeDiscord discord, string text) =>
        FakePayloads.Command(discord, "ping", new JsonObject { ["name"] = "text", ["type"] = 3, ["value"] = text });

    private static async Task<string?> ContentAsync(FakeInteraction interaction, CancellationToken cancellationToken) =>
        (await interaction.Answered.WaitAsync(TimeSpan.FromSeconds(20), cancellationToken))["content"]!.GetValue<string>();
}
