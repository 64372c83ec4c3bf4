using System.Reflection;
using Bot.Discord.Model;
using Bot.Discord.Rest;

namespace Bot.Discord.Tests.Rest;

/// <summary>Nobody is notified by what a bot repeats, whichever call sends it.</summary>
public sealed class MentionTests
{
    private static readonly OutgoingMessage Loud = new() { Content = "@everyone <@1400000000000000001>" };

    public static TheoryData<string> CallsThatSendText => [.. typeof(DiscordRest).GetMethods(BindingFlags.Public | BindingFlags.Instance)
        .Where(method => method.GetParameters().Any(parameter => parameter.ParameterType == typeof(OutgoingMessage)))
        .Select(method => method.Name)];

    public static TheoryData<string> CallbacksThatSendText => [.. typeof(InteractionCallback).GetMethods(BindingFlags.Public | BindingFlags.Static)
        .Where(method => method.GetParameters().Any(parameter => parameter.ParameterType == typeof(OutgoingMessage)))
        .Select(method => method.Name)];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(CallsThatSendText))]
    public async Task Every_call_says_that_no_mention_in_the_text_counts(string name)
    {
        await using var bot = await RestFixture.StartAsync();
        var (interaction, _) = bot.Interact();
        await bot.Rest.RespondAsync(interaction, InteractionCallback.Defer(), Cancellation);
        var message = (await bot.Rest.SendMessageAsync(bot.Channel, new OutgoingMessage { Content = "before" }, Cancellation))!;
        var followUp = (await bot.Rest.FollowUpAsync(interaction, new OutgoingMessage { Content = "before" }, Cancellation))!;
        var method = typeof(DiscordRest).GetMethod(name)!;
        var arguments = method.GetParameters().Select(parameter => (object)(parameter.ParameterType.Name switch
        {
            nameof(OutgoingMessage) => Loud,
            nameof(Interaction) => interaction,
            nameof(Snowflake) when parameter.Name == "channel" => bot.Channel,
            nameof(Snowflake) => name.Contains("FollowUp", StringComparison.Ordinal) ? followUp.Id : message.Id,
            _ => Cancellation,
        })).ToArray();

        await (Task)method.Invoke(bot.Rest, arguments)!;

        var body = bot.Discord.Rest.Requests.Last().Body!;
        Assert.Equal(Loud.Content, body["content"]!.GetValue<string>());
        Assert.Equal("""{"parse":[]}""", body["allowed_mentions"]!.ToJsonString());
    }

    [Theory]
    [MemberData(nameof(CallbacksThatSendText))]
    public async Task Every_first_answer_says_that_no_mention_in_the_text_counts(string name)
    {
        await using var bot = await RestFixture.StartAsync();
        var (interaction, _) = bot.Interact();
        var callback = (InteractionCallback)typeof(InteractionCallback).GetMethod(name)!.Invoke(null, [Loud])!;

        // Not every kind answers a command; what matters is what was sent.
        _ = await Record.ExceptionAsync(() => bot.Rest.RespondAsync(interaction, callback, Cancellation));

        Assert.Equal("""{"parse":[]}""", bot.Discord.Rest.Requests.Last().Body!["data"]!["allowed_mentions"]!.ToJsonString());
    }

    [Fact]
    public void The_calls_found_are_all_there_are()
    {
        Assert.Equal(
            ["EditFollowUpAsync", "EditMessageAsync", "EditOriginalAsync", "FollowUpAsync", "SendMessageAsync"],
            CallsThatSendText.Select(row => row.Data).Order(StringComparer.Ordinal));
        Assert.Equal(["Reply", "Update"], CallbacksThatSendText.Select(row => row.Data).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Only_people_named_by_id_are_notified()
    {
        await using var bot = await RestFixture.StartAsync();

        await bot.Rest.SendMessageAsync(bot.Channel, Loud with { MentionedUsers = [bot.Discord.Options.UserId] }, Cancellation);

        Assert.Equal(
            $$"""{"parse":[],"users":["{{bot.Discord.Options.UserId}}"]}""",
            bot.Discord.Rest.Requests.Last().Body!["allowed_mentions"]!.ToJsonString());
    }
}
