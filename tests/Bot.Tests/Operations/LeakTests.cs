using System.Text.Json.Nodes;
using Bot.Discord.Model;
using Bot.Testing.Discord.Rest;

namespace Bot.Tests.Operations;

/// <summary>One guild never sees, cites or is offered another's articles, whatever is used.</summary>
public sealed class LeakTests : OperationsFixture
{
    private static readonly string[] Secrets = ["Calder", "Elder", "14 million", "outlast", "New bridge opens"];

    [Fact]
    public async Task No_command_shows_anything_of_another_guilds_article()
    {
        await Bot.AddAsync(OtherGuild, Bridge, Token);
        var id = (await Stranger.TypeAsync("ask", "article", "bridge")).Single().Value;
        Assert.Contains("14 million euros", (await Stranger.UseAsync("ask", ("question", "How much did the bridge cost?"))).Content!.Replace("**", "", StringComparison.Ordinal), StringComparison.Ordinal);
        var removal = await Stranger.UseAsync("article remove", ("article", id));
        var customId = removal.Original!["components"]![0]!["components"]![0]!["custom_id"]!.GetValue<string>();
        await Stranger.UseAsync("article use", ("article", id));

        List<FakeInteraction> seen =
        [
            await Manager.UseAsync("ask", ("question", "Who opened the bridge over the river on Monday?")),
            await Manager.UseAsync("ask", ("question", "What did the mayor say?"), ("article", id)),
            await Manager.UseAsync("ask", ("question", "What did the mayor say?"), ("article", "bridge")),
            await Manager.UseAsync("quotes", ("article", id)),
            await Manager.UseAsync("quotes", ("speaker", "mayor"), ("article", "bridge")),
            await Manager.UseAsync("article list"),
            await Manager.UseAsync("article show", ("article", id)),
            await Manager.UseAsync("article use", ("article", id)),
            await Manager.UseAsync("article remove", ("article", id)),
            await (Manager with { Id = Stranger.Id }).PressAsync(removal.Original, customId),
            await Manager.UseAsync("help"),
            await Manager.UseAsync("settings"),
            .. await InDirectMessagesAsync(id),
        ];

        Assert.All(seen, interaction => Assert.All(Secrets, secret => Assert.DoesNotContain(secret, Everything(interaction).Replace("**", "", StringComparison.Ordinal), StringComparison.Ordinal)));
        Assert.Contains("14 million euros", (await Stranger.UseAsync("ask", ("question", "How much did the bridge cost?"))).Content!.Replace("**", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ask", "article")]
    [InlineData("quotes", "article")]
    [InlineData("quotes", "speaker")]
    [InlineData("article show", "article")]
    [InlineData("article use", "article")]
    [InlineData("article remove", "article")]
    public async Task No_suggestion_names_anything_of_another_guilds_article(string path, string option)
    {
        await Bot.AddAsync(OtherGuild, Bridge, Token);
        await Stranger.TypeAsync(path, option, "");

        foreach (var typed in (string[])["", "b", "bridge", "New bridge opens", "calder", "brigde"])
        {
            Assert.All(await Manager.TypeAsync(path, option, typed), choice => Assert.All(Secrets, secret => Assert.DoesNotContain(secret, choice.Name, StringComparison.Ordinal)));
        }
    }

    private async Task<IReadOnlyList<FakeInteraction>> InDirectMessagesAsync(string id)
    {
        var asked = new List<FakeInteraction>();
        foreach (var question in (string[])["How much did the bridge cost?", "What did the mayor say?"])
        {
            var payload = Manager.Payload(InteractionType.ApplicationCommand);
            payload["user"] = payload["member"]!["user"]!.DeepClone();
            payload.Remove("member");
            payload.Remove("guild_id");
            payload.Remove("guild");
            payload["context"] = 1;
            payload["data"] = new JsonObject
            {
                ["id"] = "1500000000000000001",
                ["name"] = "ask",
                ["type"] = 1,
                ["options"] = new JsonArray(
                    new JsonObject { ["name"] = "question", ["type"] = 3, ["value"] = question },
                    new JsonObject { ["name"] = "article", ["type"] = 3, ["value"] = id }),
            };
            asked.Add(await Manager.SendAsync(payload));
        }

        return asked;
    }

    private static string Everything(FakeInteraction interaction) =>
        string.Join('\n', interaction.FollowUps.Append(interaction.Original).Append(interaction.Callback?["data"] as JsonObject).Select(message => message?.ToJsonString() ?? ""));
}
