using System.Text;
using System.Text.Json;
using Bot.Discord.Model;
using Bot.Recovery;
using Bot.Storage;
using Bot.Storage.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Operations;

public sealed class EncryptedInteractionsTests : IAsyncLifetime
{
    private const string Payload = """
        {"id":"1234567890123456789","application_id":"1","type":2,"token":"interaction-token-secret","guild_id":"2","channel_id":"3","locale":"de",
         "member":{"user":{"id":"4","username":"alice"},"roles":["5"],"permissions":"32"},
         "data":{"id":"6","name":"article","type":1,"options":[{"name":"add","type":1,"options":[{"name":"address","type":3,"value":"https://example.org/private"}]}]}}
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bot-sealed-");
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 2, 1, 12, 0, 0, TimeSpan.Zero));
    private SqliteDatabase _database = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Interaction Interaction => JsonSerializer.Deserialize(Payload, DiscordJson.Default.Interaction)!;

    public async ValueTask InitializeAsync() => _database = await SqliteDatabase.OpenAsync(Path.Combine(_folder.FullName, "bot.db"), _time, Token);

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task What_one_process_leaves_another_reads_whole()
    {
        Assert.True(await Process("token").TryClaimAsync(Interaction, Token));
        _time.Advance(PendingInteractions.Lease * 2);

        var left = Assert.Single(await Process("token").TakeOverAsync(Token));

        Assert.Equal((2, "interaction-token-secret"), (left.Attempts, left.Interaction!.Token));
        Assert.Equal("https://example.org/private", Bot.Discord.Interactions.CommandOptions.Of(left.Interaction.Data).Text("address"));
        Assert.Equal(32UL, (ulong)left.Interaction.Member!.Permissions!.Value);
    }

    [Fact]
    public async Task Another_bots_token_opens_nothing()
    {
        await Process("token").TryClaimAsync(Interaction, Token);
        _time.Advance(PendingInteractions.Lease * 2);

        Assert.Null(Assert.Single(await Process("other token").TakeOverAsync(Token)).Interaction);
    }

    [Fact]
    public async Task A_message_is_taken_on_by_one_process_and_read_whole_by_the_next()
    {
        var message = new Message { Id = new Snowflake(99), ChannelId = new Snowflake(3), Content = "When?", ReferencedMessage = new Message { Id = new Snowflake(98), ChannelId = new Snowflake(3) } };
        Assert.True(await Process("token").TryClaimAsync(message, Token));
        Assert.False(await Process("token").TryClaimAsync(message, Token));
        _time.Advance(PendingInteractions.Lease * 2);

        var left = Assert.Single(await Process("token").TakeOverAsync(Token));

        Assert.Null(left.Interaction);
        Assert.Equal(("When?", 98UL), (left.Message!.Content, left.Message.ReferencedMessage!.Id.Value));
    }

    [Fact]
    public async Task An_interaction_is_claimed_by_one_process_which_may_ask_again_when_it_had_no_answer()
    {
        var (first, second) = (Process("token"), Process("token"));

        Assert.True(await first.TryClaimAsync(Interaction, Token));
        Assert.False(await second.TryClaimAsync(Interaction, Token));
        Assert.True(await first.TryClaimAsync(Interaction, Token));
        await first.EndAsync(Interaction.Id, Token);
        Assert.False(await second.TryClaimAsync(Interaction, Token));
    }

    [Fact]
    public void Neither_words_nor_the_credential_can_be_read_from_what_is_kept()
    {
        var kept = Encoding.Latin1.GetString(Process("token").Seal(Interaction));

        Assert.All((string[])["secret", "example.org", "alice", "article"], words => Assert.DoesNotContain(words, kept, StringComparison.Ordinal));
        Assert.NotEqual(kept, Encoding.Latin1.GetString(Process("token").Seal(Interaction)));
    }

    private EncryptedInteractions Process(string token) => new(new PendingInteractions(_database, _time), token, _time);
}
