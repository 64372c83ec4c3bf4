using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Configuration;
using Bot.Discord;
using Bot.Discord.Model;
using Bot.Discord.Rest;
using Bot.Hosting;
using Bot.Recovery;
using Bot.Storage;
using Bot.Testing.Discord;
using Bot.Testing.Discord.Rest;
using Bot.Tests.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Operations;

/// <summary>Messages that a process has taken on and did not live to answer.</summary>
public sealed class LeftMessagesTests : OperationsFixture
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_message_that_was_left_is_answered_once()
    {
        var left = await LeaveAsync("When was NATO formed?", age: TimeSpan.FromMinutes(5));
        await Bot.RestartAsync(Token);

        Assert.Contains("1949", FakeMessage.TextOf(await ReplyToAsync(left)), StringComparison.Ordinal);
        await Bot.RestartAsync(Token);
        await SayAndWaitAsync();
        Assert.Single(RepliesTo(left));
    }

    [Fact]
    public async Task What_two_processes_have_died_of_is_apologised_for()
    {
        var left = await LeaveAsync("When was NATO formed?", age: TimeSpan.FromMinutes(5), deaths: 2);
        await Bot.RestartAsync(Token);

        var reply = await ReplyToAsync(left);
        Assert.StartsWith("Something went wrong on my side", FakeMessage.TextOf(reply), StringComparison.Ordinal);
        Assert.Equal(["Try again"], Person.ButtonsOf(reply));
    }

    [Fact]
    public async Task A_message_whose_process_died_just_after_answering_is_not_answered_again()
    {
        var left = await LeaveAsync("When was NATO formed?", age: TimeSpan.FromMinutes(5));
        await SendAsDeadProcessAsync(left);
        await Bot.RestartAsync(Token);
        await UntilLookedUpAsync();
        await SayAndWaitAsync();

        Assert.Single(RepliesTo(left));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(5, 0)]
    public async Task Where_the_bot_may_not_read_back_it_answers_only_what_Discord_would_recognise_as_sent_twice(int minutes, int replies)
    {
        Bot.Discord.Rest.Channels.AllowsHistory = false;
        await LeaveAsync("When was NATO formed?", TimeSpan.FromMinutes(minutes));
        await Bot.RestartAsync(Token);
        await UntilLookedUpAsync();
        await SayAndWaitAsync();

        // Without the right to read back, a reply does not name what it replies to.
        Assert.Equal(replies + 1, Bot.Discord.Rest.Channels.Messages.Count);
        Assert.Equal(replies, Bot.Discord.Rest.Channels.Messages.Count(message => FakeMessage.TextOf(message).Contains("1949", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Nobody_is_answered_who_has_stopped_waiting()
    {
        var left = await LeaveAsync("When was NATO formed?", age: TimeSpan.FromMinutes(20));
        await Bot.RestartAsync(Token);
        await SayAndWaitAsync();

        Assert.Empty(RepliesTo(left));
    }

    /// <summary>A message of some time ago that a process has taken on, which died.</summary>
    /// <param name="deaths">How many processes it has cost.</param>
    private async Task<string> LeaveAsync(string question, TimeSpan age, int deaths = 1)
    {
        var then = TimeProvider.System.GetUtcNow() - age;
        var said = FakePayloads.Message(Bot.Discord, question);
        said["id"] = Snowflake.At(then).ToString();
        Bot.Discord.Keep(said);
        await using var database = await BotHost.OpenDatabaseAsync(SettingSources.Read(Bot.Settings), new StorageOptions(), Token);
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow() - (PendingInteractions.Lease * 2 * deaths));
        Assert.True(await Process().TryClaimAsync(said.Deserialize(DiscordJson.Default.Message)!, Token));
        for (var i = 1; i < deaths; i++)
        {
            time.Advance(PendingInteractions.Lease * 2);
            Assert.Single(await Process().TakeOverAsync(Token));
        }

        return said["id"]!.GetValue<string>();

        EncryptedInteractions Process() => new(new PendingInteractions(database, time), Bot.Discord.Options.Token, time);
    }

    private async Task SendAsDeadProcessAsync(string to)
    {
        var options = new DiscordOptions { Token = Bot.Discord.Options.Token, ApiBaseUrl = Bot.Discord.ApiBaseUrl };
        using var rest = new DiscordRest(options, new DiscordRestOptions(), TimeProvider.System, NullLogger<DiscordRest>.Instance);
        var reply = new OutgoingMessage { Content = "In 1949.", MessageReference = new MessageReference { MessageId = Snowflake.Parse(to) } };
        await rest.SendMessageAsync(Bot.Discord.Options.ChannelId, reply, Token);
    }

    /// <summary>Another message, which the bot answers after those it found.</summary>
    private async Task SayAndWaitAsync()
    {
        var before = Bot.Discord.Rest.Channels.Messages.Count(IsAboutRutte);
        var said = FakePayloads.Message(Bot.Discord, $"<@{Bot.Discord.Options.ApplicationId}> What did Mark Rutte refuse to speak about?");
        said["mentions"] = new JsonArray(FakePayloads.BotUser(Bot.Discord.Options));
        Bot.Discord.Say(said);
        await UntilAsync(() => Bot.Discord.Rest.Channels.Messages.Count(IsAboutRutte) > before);

        static bool IsAboutRutte(JsonObject message) => FakeMessage.TextOf(message).Contains("Rutte", StringComparison.Ordinal);
    }

    private Task UntilLookedUpAsync() => UntilAsync(() => Bot.Discord.Rest.Requests.Any(request => request is { Method: "GET", Template: "/channels/{channel_id}/messages" }));

    private async Task<JsonObject> ReplyToAsync(string id)
    {
        await UntilAsync(() => RepliesTo(id).Any());
        return RepliesTo(id).First();
    }

    private IEnumerable<JsonObject> RepliesTo(string id) =>
        Bot.Discord.Rest.Channels.Messages.Where(message => message["message_reference"]?["message_id"]?.GetValue<string>() == id);

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(Patience);
        while (!condition())
        {
            await Task.Delay(20, patience.Token);
        }
    }
}
