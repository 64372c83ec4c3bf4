using System.Text.Json;
using Bot.Discord.Model;
using CsCheck;

namespace Bot.Discord.Tests;

public sealed class ModelTests
{
    [Fact]
    public void Every_id_survives_json_as_value_and_as_key() => Gen.ULong.Sample(value =>
    {
        var id = new Snowflake(value);
        var json = JsonSerializer.Serialize(new Message { Id = id, ChannelId = id }, DiscordJson.Default.Message);

        Assert.Contains($"\"id\":\"{value}\"", json, StringComparison.Ordinal);
        Assert.Equal(id, JsonSerializer.Deserialize(json, DiscordJson.Default.Message)!.Id);
        Assert.Equal(id, Read($$"""{"data":{"resolved":{"users":{"{{value}}":{"id":"{{value}}"} } } } }""").Data!.Resolved!.Users!.Single().Key);
    });

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"-1\"")]
    [InlineData("\"12x\"")]
    [InlineData("\"99999999999999999999\"")]
    [InlineData("1.5")]
    [InlineData("{}")]
    public void What_is_no_id_is_refused(string id) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize($$"""{"id":{{id}},"name":"r"}""", DiscordJson.Default.Guild));

    [Fact]
    public void An_id_knows_when_it_was_made()
    {
        // The example of Discord's own reference.
        var id = new Snowflake(175_928_847_299_117_063);

        Assert.Equal(new DateTimeOffset(2016, 4, 30, 11, 18, 25, 796, TimeSpan.Zero), id.CreatedAt);
        Assert.True(Snowflake.At(id.CreatedAt) <= id);
    }

    [Fact]
    public void Absent_and_null_fields_read_as_their_defaults()
    {
        var interaction = Read("""{"data":{"name":"ask","options":null},"member":{"user":{"id":"5"},"roles":null,"permissions":"8"} }""");

        Assert.Empty(interaction.Data!.Options);
        Assert.Empty(interaction.Data.Values);
        Assert.Empty(interaction.Member!.Roles);
        Assert.Equal(Permissions.Administrator, interaction.Member.Permissions);
        Assert.Equal(new Snowflake(5), interaction.Invoker!.Id);
        Assert.Null(interaction.Message);
    }

    [Fact]
    public void A_command_is_registered_without_empty_fields()
    {
        IReadOnlyList<ApplicationCommand> commands =
        [
            new()
            {
                Name = "ask",
                Description = "Ask the article",
                Options = [new() { Type = CommandOptionType.String, Name = "question", Description = "What to ask", Required = true }],
            },
        ];

        Assert.Equal(
            """[{"type":1,"name":"ask","description":"Ask the article","options":[{"type":3,"name":"question","description":"What to ask","required":true}]}]""",
            JsonSerializer.Serialize(commands, DiscordJson.Default.IReadOnlyListApplicationCommand));
    }

    [Fact]
    public void A_listed_command_without_a_type_is_a_slash_command()
    {
        var listed = JsonSerializer.Deserialize("""[{"id":"1","name":"ask","description":"d"}]""", DiscordJson.Default.IReadOnlyListApplicationCommand);

        Assert.Equal(ApplicationCommandType.ChatInput, Assert.Single(listed!).Type);
    }

    [Fact]
    public void An_interaction_in_a_log_line_does_not_show_its_token() =>
        Assert.DoesNotContain("secret", Read("{}").ToString(), StringComparison.Ordinal);

    /// <summary>An interaction with an id, a type and a token besides what is given.</summary>
    private static Interaction Read(string fields) =>
        JsonSerializer.Deserialize($$"""{"id":"1","type":2,"token":"secret"{{(fields == "{}" ? "" : ",")}}{{fields[1..]}}""", DiscordJson.Default.Interaction)!;
}
