using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Configuration;
using Bot.Discord;
using Bot.Discord.Model;
using Bot.Discord.Rest;
using Bot.Hosting;
using Bot.Localization;
using Bot.Recovery;
using Bot.Storage;
using Bot.Testing.Discord;
using Bot.Testing.Discord.Rest;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Operations;

/// <summary>Interactions that a process has claimed and did not live to answer.</summary>
public sealed class LeftInteractionsTests : OperationsFixture
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_announced_is_answered_in_its_place_as_privately_as_it_was_announced(bool isPrivate)
    {
        var left = await LeaveAsync(isPrivate, isAnnounced: true);
        await Bot.RestartAsync(Token);
        await left.Answered.WaitAsync(Patience, Token);

        Assert.Contains("1949", left.Content, StringComparison.Ordinal);
        Assert.Equal(isPrivate, left.IsEphemeral);
        Assert.Empty(Bot.Discord.Rest.Channels.Messages);
    }

    [Fact]
    public async Task What_somebody_waits_for_is_no_answer()
    {
        var left = await LeaveAsync(isPrivate: false, isAnnounced: true, Translation.For("de").IsWriting);
        await Bot.RestartAsync(Token);
        await UntilAsync(() => left.Content!.Contains("1949", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true, "I could not deliver a private answer in time")]
    [InlineData(false, "1949")]
    public async Task What_was_never_announced_is_answered_in_the_channel_and_of_what_is_private_nothing_but_that_it_failed(bool isPrivate, string words)
    {
        await LeaveAsync(isPrivate, isAnnounced: false);
        await Bot.RestartAsync(Token);

        var posted = Assert.Single(await PostedAsync());
        Assert.Contains(words, FakeMessage.TextOf(posted), StringComparison.Ordinal);
        Assert.NotEqual(isPrivate, FakeMessage.TextOf(posted).Contains("1949", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_Discord_does_not_tell_of_is_asked_for_again_and_keeps_nothing_else_waiting()
    {
        var (first, second) = (await LeaveAsync(isPrivate: true, isAnnounced: true), await LeaveAsync(isPrivate: true, isAnnounced: true));
        var refused = 0;
        Bot.Discord.Rest.Fault = request => request is { Method: "GET", Template: "/webhooks/{webhook_id}/{webhook_token}/messages/@original" }
            && request["webhook_token"] == first.Token && !second.Answered.IsCompleted && Interlocked.Increment(ref refused) > 0
                ? FakeFault.With(new FakeAnswer(503, null)) : null;
        await Bot.RestartAsync(Token);

        await second.Answered.WaitAsync(Patience, Token);
        await first.Answered.WaitAsync(Patience, Token);
        Assert.True(refused > 0);
        Assert.True(first.IsEphemeral);
    }

    /// <summary>A question of now that a process has claimed, which died.</summary>
    private async Task<FakeInteraction> LeaveAsync(bool isPrivate, bool isAnnounced, string? shown = null)
    {
        var left = Bot.Discord.Rest.Register(FakePayloads.Command(
            Bot.Discord,
            "ask",
            new JsonObject { ["name"] = "question", ["type"] = 3, ["value"] = "When was NATO formed?" },
            new JsonObject { ["name"] = "private", ["type"] = 5, ["value"] = isPrivate }));
        var interaction = left.Payload.Deserialize(DiscordJson.Default.Interaction)!;
        await using var database = await BotHost.OpenDatabaseAsync(SettingSources.Read(Bot.Settings), new StorageOptions(), Token);
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow() - (PendingInteractions.Lease * 2));
        Assert.True(await new EncryptedInteractions(new PendingInteractions(database, time), Bot.Discord.Options.Token, time).TryClaimAsync(interaction, Token));
        if (isAnnounced)
        {
            using var rest = new DiscordRest(
                new DiscordOptions { Token = Bot.Discord.Options.Token, ApiBaseUrl = Bot.Discord.ApiBaseUrl }, new DiscordRestOptions(), TimeProvider.System, NullLogger<DiscordRest>.Instance);
            await rest.RespondAsync(interaction, InteractionCallback.Defer(isPrivate), Token);
            _ = shown is null ? null : await rest.EditOriginalAsync(interaction, new OutgoingMessage { Content = shown }, Token);
        }

        return left;
    }

    private async Task<IReadOnlyList<JsonObject>> PostedAsync()
    {
        await UntilAsync(() => Bot.Discord.Rest.Channels.Messages.Count > 0);
        return Bot.Discord.Rest.Channels.Messages;
    }

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
