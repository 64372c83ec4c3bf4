using Bot.Discord.Model;
using Bot.Discord.Rest;
using Bot.Testing.Discord.Rest;

namespace Bot.Discord.Tests.Rest;

public sealed class DiscordRestTests
{
    private static readonly OutgoingMessage Hello = new() { Content = "hello" };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Says_who_it_is_and_proves_it_only_where_it_must()
    {
        await using var bot = await RestFixture.StartAsync();
        var (interaction, _) = bot.Interact();

        await bot.Rest.GetChannelAsync(bot.Channel, Cancellation);
        await bot.Rest.RespondAsync(interaction, InteractionCallback.Defer(), Cancellation);
        await bot.Rest.EditOriginalAsync(interaction, Hello, Cancellation);

        Assert.All(bot.Discord.Rest.Requests, request => Assert.StartsWith("DiscordBot (http", request.UserAgent, StringComparison.Ordinal));
        Assert.Equal([$"Bot {bot.Discord.Options.Token}", "", ""], bot.Discord.Rest.Requests.Select(request => request.Authorization));
    }

    [Fact]
    public async Task Reads_what_the_bot_needs_to_know()
    {
        await using var bot = await RestFixture.StartAsync();

        Assert.Equal(bot.Discord.Options.ApplicationId, (await bot.Rest.GetCurrentApplicationAsync(Cancellation)).Id);
        Assert.True((await bot.Rest.GetCurrentUserAsync(Cancellation)).Bot);
        Assert.Equal(1000, (await bot.Rest.GetGatewayBotAsync(Cancellation)).SessionStartLimit?.Total);
        Assert.Equal(bot.Discord.Options.GuildId, (await bot.Rest.GetGuildAsync(bot.Discord.Options.GuildId, Cancellation)).Id);
        Assert.Equal("general", (await bot.Rest.GetChannelAsync(bot.Channel, Cancellation)).Name);
        Assert.Equal(ChannelType.Dm, (await bot.Rest.OpenDirectMessagesAsync(bot.Discord.Options.UserId, Cancellation)).Type);
    }

    [Fact]
    public async Task Posts_edits_deletes_types_and_threads()
    {
        await using var bot = await RestFixture.StartAsync();

        var message = (await bot.Rest.SendMessageAsync(bot.Channel, Hello, Cancellation))!;
        await bot.Rest.EditMessageAsync(bot.Channel, message.Id, new OutgoingMessage { Content = "changed" }, Cancellation);
        Assert.Equal("changed", (await bot.Rest.GetMessageAsync(bot.Channel, message.Id, Cancellation)).Content);
        var thread = await bot.Rest.StartThreadAsync(bot.Channel, message.Id, "about it", 1440, Cancellation);
        Assert.Equal((message.Id, bot.Channel, true), (thread.Id, thread.ParentId!.Value, thread.IsThread));
        Assert.Equal(ChannelType.PublicThread, (await bot.Rest.StartThreadAsync(bot.Channel, "apart", 60, Cancellation)).Type);
        await bot.Rest.TriggerTypingAsync(bot.Channel, Cancellation);
        Assert.Single(bot.Discord.Rest.Channels.Typing);
        await bot.Rest.DeleteMessageAsync(bot.Channel, message.Id, Cancellation);
        Assert.Empty(bot.Discord.Rest.Channels.Messages);

        var twice = await Assert.ThrowsAsync<DiscordApiException>(() => bot.Rest.StartThreadAsync(bot.Channel, message.Id, "again", 1440, Cancellation));
        Assert.Equal(DiscordErrorCode.ThreadAlreadyExists, twice.Code);
    }

    [Fact]
    public async Task Overwrites_commands_in_both_scopes_and_keeps_their_ids()
    {
        await using var bot = await RestFixture.StartAsync();
        ApplicationCommand[] commands =
        [
            new()
            {
                Name = "ask",
                Description = "Ask about the article",
                Options = [new() { Type = CommandOptionType.String, Name = "question", Description = "What you want to know", Required = true, MaxLength = 300 }],
                DefaultMemberPermissions = Permissions.ManageGuild,
            },
            new() { Name = "Ask about this message", Type = ApplicationCommandType.Message },
        ];

        var first = await bot.Rest.OverwriteCommandsAsync(bot.Discord.Options.ApplicationId, null, commands, Cancellation);
        var second = await bot.Rest.OverwriteCommandsAsync(bot.Discord.Options.ApplicationId, null, commands, Cancellation);
        await bot.Rest.OverwriteCommandsAsync(bot.Discord.Options.ApplicationId, bot.Discord.Options.GuildId, commands[..1], Cancellation);

        Assert.Equal(first.Select(command => command.Id), second.Select(command => command.Id));
        Assert.Equal(2, (await bot.Rest.GetCommandsAsync(bot.Discord.Options.ApplicationId, null, Cancellation)).Count);
        Assert.Single(await bot.Rest.GetCommandsAsync(bot.Discord.Options.ApplicationId, bot.Discord.Options.GuildId, Cancellation));
        Assert.Empty(bot.Discord.Rest.Violations);
    }

    [Fact]
    public async Task Uploads_files_with_a_message()
    {
        await using var bot = await RestFixture.StartAsync();
        var message = Hello with { Files = [new FileUpload("article.txt", "text/plain", "words"u8.ToArray(), "the article")] };

        var sent = await bot.Rest.SendMessageAsync(bot.Channel, message, Cancellation);

        Assert.Equal("article.txt", Assert.Single(sent!.Attachments).Filename);
        var request = Assert.Single(bot.Discord.Rest.Requests);
        Assert.Equal(new FakeFile("article.txt", "text/plain", 5), request.Files["files[0]"]);
        Assert.Equal("the article", request.Body!["attachments"]![0]!["description"]!.GetValue<string>());
    }

    [Fact]
    public async Task Refuses_to_show_everyone_what_one_person_should_see()
    {
        await using var bot = await RestFixture.StartAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => bot.Rest.SendMessageAsync(bot.Channel, Hello with { Flags = MessageFlags.Ephemeral }, Cancellation));

        Assert.Empty(bot.Discord.Rest.Requests);
    }

    [Fact]
    public async Task Sends_without_the_arrow_where_it_may_not_read_what_it_replies_to()
    {
        await using var bot = await RestFixture.StartAsync();
        bot.Discord.Rest.Channels.AllowsHistory = false;

        await bot.Rest.SendMessageAsync(bot.Channel, Hello with { MessageReference = new MessageReference { MessageId = new Snowflake(5) } }, Cancellation);

        Assert.Null(Assert.Single(bot.Discord.Rest.Channels.Messages)["message_reference"]);
    }

    [Fact]
    public async Task Names_the_fields_of_a_refused_form_and_not_what_was_in_them()
    {
        await using var bot = await RestFixture.StartAsync();

        var refused = await Assert.ThrowsAsync<DiscordApiException>(() =>
            bot.Rest.SendMessageAsync(bot.Channel, new OutgoingMessage { Content = new string('x', 2001) }, Cancellation));

        Assert.Equal((DiscordErrorCode.InvalidForm, "content: BASE_TYPE_MAX_LENGTH"), (refused.Code, Assert.Single(refused.Fields)));
        Assert.DoesNotContain("xxx", refused.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(502)]
    [InlineData(503)]
    public async Task Repeats_a_call_that_was_not_carried_out(int status)
    {
        await using var bot = await RestFixture.StartAsync();
        FailFirst(bot, FakeFault.With(new FakeAnswer(status, "<html>", "text/html")));
        var (interaction, known) = bot.Interact();
        await bot.Rest.RespondAsync(interaction, InteractionCallback.Defer(), Cancellation);

        await bot.Rest.FollowUpAsync(interaction, Hello, Cancellation);

        Assert.Single(known.FollowUps);
    }

    [Fact]
    public async Task Posts_a_message_once_although_the_first_answer_was_lost()
    {
        await using var bot = await RestFixture.StartAsync();
        FailFirst(bot, FakeFault.CutAfter);

        await bot.Rest.SendMessageAsync(bot.Channel, Hello, Cancellation);

        Assert.Single(bot.Discord.Rest.Channels.Messages);
        Assert.Equal(2, bot.Discord.Rest.Requests.Count);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(504)]
    public async Task Does_not_repeat_what_might_then_happen_twice(int status)
    {
        await using var bot = await RestFixture.StartAsync();
        var (interaction, _) = bot.Interact();
        await bot.Rest.RespondAsync(interaction, InteractionCallback.Defer(), Cancellation);
        bot.Discord.Rest.Fault = _ => FakeFault.With(new FakeAnswer(status, null));

        var failure = await Assert.ThrowsAsync<DiscordUnavailableException>(() => bot.Rest.FollowUpAsync(interaction, Hello, Cancellation));

        Assert.True(failure.MayHaveHappened);
        Assert.Equal(2, bot.Discord.Rest.Requests.Count);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("")]
    [InlineData("<html>")]
    public async Task Does_not_repeat_what_was_done_because_the_confirmation_is_odd(string body)
    {
        await using var bot = await RestFixture.StartAsync();
        bot.Discord.Rest.Fault = _ => FakeFault.With(new FakeAnswer(200, body));

        Assert.Null(await bot.Rest.SendMessageAsync(bot.Channel, Hello, Cancellation));

        Assert.Single(bot.Discord.Rest.Requests);
    }

    [Fact]
    public async Task Waits_as_long_as_a_refusal_says_and_goes_on()
    {
        await using var bot = await RestFixture.StartAsync();
        FailFirst(bot, FakeFault.With(FakeAnswer.RateLimited(0.3, "shared")));

        await bot.Rest.SendMessageAsync(bot.Channel, Hello, Cancellation);

        var times = bot.Discord.Rest.Requests.Select(request => request.At).ToList();
        Assert.True(times[1] - times[0] >= TimeSpan.FromSeconds(0.29), $"repeated after {times[1] - times[0]}");
        Assert.Equal(0, bot.Rest.InvalidRequests);
    }

    [Fact]
    public async Task Does_not_wait_for_hours()
    {
        await using var bot = await RestFixture.StartAsync();
        bot.Discord.Rest.Fault = _ => FakeFault.With(FakeAnswer.RateLimited(3600, remaining: 3));

        var refused = await Assert.ThrowsAsync<DiscordApiException>(() => bot.Rest.SendMessageAsync(bot.Channel, Hello, Cancellation));

        Assert.Equal(429, (int)refused.Status);
        Assert.Single(bot.Discord.Rest.Requests);
    }

    [Fact]
    public async Task Sends_a_burst_to_three_channels_without_one_refusal()
    {
        await using var bot = await RestFixture.StartAsync();
        bot.Discord.Rest.Limits.Set("POST /channels/{channel_id}/messages", "messages", 5, TimeSpan.FromMilliseconds(400));
        Snowflake[] channels =
        [
            bot.Channel,
            (await bot.Rest.StartThreadAsync(bot.Channel, "one", 60, Cancellation)).Id,
            (await bot.Rest.StartThreadAsync(bot.Channel, "two", 60, Cancellation)).Id,
        ];

        await Task.WhenAll(Enumerable.Range(0, 45).Select(number =>
            bot.Rest.SendMessageAsync(channels[number % 3], new OutgoingMessage { Content = $"{number}" }, Cancellation)));

        Assert.Equal(45, bot.Discord.Rest.Channels.Messages.Count);
        Assert.DoesNotContain(bot.Discord.Rest.Requests, request => request.Status == 429);
    }

    [Fact]
    public async Task Survives_a_storm_of_refusals_of_every_scope()
    {
        await using var bot = await RestFixture.StartAsync();
        var count = 0;
        bot.Discord.Rest.Fault = _ => Interlocked.Increment(ref count) switch
        {
            1 => FakeFault.With(FakeAnswer.RateLimited(0.05, "global")),
            2 => FakeFault.With(FakeAnswer.RateLimited(0.05)),
            3 => FakeFault.With(FakeAnswer.RateLimited(0.05, remaining: 4)),
            4 => FakeFault.With(FakeAnswer.RateLimited(0.05, "shared")),
            _ => null,
        };

        await bot.Rest.SendMessageAsync(bot.Channel, Hello, Cancellation);

        Assert.Equal([429, 429, 429, 429, 200], bot.Discord.Rest.Requests.Select(request => request.Status));
        Assert.Equal(3, bot.Rest.InvalidRequests);
    }

    [Fact]
    public async Task Stops_for_good_when_the_token_is_refused()
    {
        await using var bot = await RestFixture.StartAsync();
        bot.Discord.Options.Token = "another";

        var refused = await Assert.ThrowsAsync<DiscordUnauthorizedException>(() => bot.Rest.GetCurrentUserAsync(Cancellation));
        await Assert.ThrowsAsync<DiscordUnauthorizedException>(() => bot.Rest.SendMessageAsync(bot.Channel, Hello, Cancellation));

        Assert.Contains("Discord:Token", refused.Message, StringComparison.Ordinal);
        Assert.True(bot.Rest.TokenRefused.IsCompletedSuccessfully);
        Assert.Single(bot.Discord.Rest.Requests);
    }

    [Fact]
    public async Task Stops_everything_when_the_proxy_before_discord_has_had_enough()
    {
        await using var bot = await RestFixture.StartAsync();
        bot.Discord.Rest.Fault = _ => FakeFault.With(FakeAnswer.Cloudflare);
        var (interaction, _) = bot.Interact();

        var blocked = await Assert.ThrowsAsync<DiscordBlockedException>(() => bot.Rest.GetCurrentUserAsync(Cancellation));
        await Assert.ThrowsAsync<DiscordBlockedException>(() => bot.Rest.RespondAsync(interaction, InteractionCallback.Defer(), Cancellation));

        Assert.InRange(blocked.RetryAfter, TimeSpan.FromMinutes(9), TimeSpan.FromMinutes(10));
        Assert.Single(bot.Discord.Rest.Requests);
    }

    [Fact]
    public async Task Does_not_take_a_missing_permission_for_a_ban()
    {
        await using var bot = await RestFixture.StartAsync();
        bot.Discord.Rest.Channels.RefusesWith = DiscordErrorCode.MissingAccess;

        var refused = await Assert.ThrowsAsync<DiscordApiException>(() => bot.Rest.SendMessageAsync(bot.Channel, Hello, Cancellation));
        await bot.Rest.GetCurrentUserAsync(Cancellation);

        Assert.Equal(DiscordErrorCode.MissingAccess, refused.Code);
        Assert.Equal(1, bot.Rest.InvalidRequests);
    }

    [Fact]
    public async Task Shows_no_token_in_errors_or_logs()
    {
        await using var bot = await RestFixture.StartAsync();
        var (interaction, known) = bot.Interact();
        await bot.Rest.RespondAsync(interaction, InteractionCallback.Defer(), Cancellation);
        known.IsForgotten = true;
        var seen = new List<Exception>
        {
            await Assert.ThrowsAsync<DiscordApiException>(() => bot.Rest.EditOriginalAsync(interaction, Hello, Cancellation)),
        };
        bot.Discord.Rest.Fault = _ => FakeFault.CutBefore;
        seen.Add(await Assert.ThrowsAsync<DiscordUnavailableException>(() => bot.Rest.FollowUpAsync(interaction, Hello, Cancellation)));
        bot.Discord.Rest.Fault = _ => FakeFault.With(FakeAnswer.Error(401, 0, "401: Unauthorized"));
        seen.Add(await Assert.ThrowsAsync<DiscordUnauthorizedException>(() => bot.Rest.GetCurrentUserAsync(Cancellation)));

        var text = string.Join('\n', seen.Select(exception => exception.ToString()).Concat(bot.Logged));

        Assert.NotEmpty(bot.Logged);
        Assert.DoesNotContain(bot.Discord.Options.Token, text, StringComparison.Ordinal);
        Assert.DoesNotContain(known.Token, text, StringComparison.Ordinal);
        Assert.DoesNotContain(known.Token, interaction.ToString(), StringComparison.Ordinal);
    }

    private static void FailFirst(RestFixture bot, FakeFault fault)
    {
        var failed = 0;
        bot.Discord.Rest.Fault = request =>
            request.Template.EndsWith("/callback", StringComparison.Ordinal) || Interlocked.Exchange(ref failed, 1) == 1 ? null : fault;
    }
}
