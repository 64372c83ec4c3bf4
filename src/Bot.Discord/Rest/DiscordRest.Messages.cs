using System.Buffers.Text;
using System.Security.Cryptography;
using Bot.Discord.Model;
using Bot.Discord.Rest.RateLimiting;

namespace Bot.Discord.Rest;

/// <content>Messages in channels, threads and direct conversations.</content>
public sealed partial class DiscordRest
{
    private const MessageFlags SettableOnMessage = MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2;
    private const MessageFlags SettableOnEdit = MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2;

    /// <summary>Posts a message. Sent twice by a retry, it still appears once.</summary>
    /// <returns>The message; null when it was posted and Discord's answer cannot be read.</returns>
    /// <exception cref="ArgumentException">The message is ephemeral, which only answers to interactions can be: it would show everyone what one person should see.</exception>
    public async Task<Message?> SendMessageAsync(Snowflake channel, OutgoingMessage message, CancellationToken cancellationToken)
    {
        if (message.Flags?.HasFlag(MessageFlags.Ephemeral) == true)
        {
            throw new ArgumentException("Only an answer to an interaction can be ephemeral.", nameof(message));
        }

        var once = message with { Nonce = message.Nonce ?? NewNonce(), EnforceNonce = true, Flags = message.Flags & SettableOnMessage };
        var route = new DiscordRoute(HttpMethod.Post, "channels/{channel}/messages", $"channels/{channel}/messages", channel.ToString());
        try
        {
            return await SendAsync(route, once, repeatable: true, cancellationToken);
        }
        catch (DiscordApiException refused) when (refused.Code == DiscordErrorCode.CannotReplyWithoutHistory && message.MessageReference is not null)
        {
            // The bot may write here and not read what was written: better an answer without the arrow than none.
            return await SendAsync(route, once with { MessageReference = null }, repeatable: true, cancellationToken);
        }
    }

    public Task<Message?> EditMessageAsync(Snowflake channel, Snowflake id, OutgoingMessage change, CancellationToken cancellationToken) =>
        SendAsync(MessageRoute(HttpMethod.Patch, channel, id), ForEdit(change), repeatable: true, cancellationToken);

    public Task<Message> GetMessageAsync(Snowflake channel, Snowflake id, CancellationToken cancellationToken) =>
        GetAsync(MessageRoute(HttpMethod.Get, channel, id), DiscordJson.Default.Message, cancellationToken);

    /// <summary>A message and those that came after it, as far as the bot may read what was written before; empty where it may not.</summary>
    /// <returns>At most 100.</returns>
    public Task<IReadOnlyList<Message>> GetMessagesSinceAsync(Snowflake channel, Snowflake first, CancellationToken cancellationToken) =>
        GetAsync(
            new(HttpMethod.Get, "channels/{channel}/messages", $"channels/{channel}/messages?after={first.Value - 1}&limit=100", channel.ToString()),
            DiscordJson.Default.IReadOnlyListMessage,
            cancellationToken);

    public Task DeleteMessageAsync(Snowflake channel, Snowflake id, CancellationToken cancellationToken) =>
        _transport.SendAsync<Message>(MessageRoute(HttpMethod.Delete, channel, id), null, null, repeatable: true, cancellationToken);

    /// <summary>Shows "is typing" for ten seconds.</summary>
    public Task TriggerTypingAsync(Snowflake channel, CancellationToken cancellationToken) =>
        _transport.SendAsync<Message>(
            new(HttpMethod.Post, "channels/{channel}/typing", $"channels/{channel}/typing", channel.ToString()), null, null, repeatable: true, cancellationToken);

    /// <summary>Starts a thread under a message. Its id is the message's.</summary>
    /// <param name="name">1 to 100 characters.</param>
    /// <param name="autoArchiveMinutes">60, 1440, 4320 or 10080.</param>
    /// <exception cref="DiscordApiException">With <see cref="DiscordErrorCode.ThreadAlreadyExists"/> if there is one.</exception>
    public Task<Channel> StartThreadAsync(Snowflake channel, Snowflake message, string name, int autoArchiveMinutes, CancellationToken cancellationToken) =>
        CreateChannelAsync(
            new(HttpMethod.Post, "channels/{channel}/messages/{message}/threads", $"channels/{channel}/messages/{message}/threads", channel.ToString()),
            RequestBody.Of(new ThreadFromMessage(name, autoArchiveMinutes), RestJson.Default.ThreadFromMessage),
            cancellationToken);

    /// <summary>Starts a public thread that hangs under no message.</summary>
    /// <param name="name">1 to 100 characters.</param>
    /// <param name="autoArchiveMinutes">60, 1440, 4320 or 10080.</param>
    public Task<Channel> StartThreadAsync(Snowflake channel, string name, int autoArchiveMinutes, CancellationToken cancellationToken) =>
        CreateChannelAsync(
            new(HttpMethod.Post, "channels/{channel}/threads", $"channels/{channel}/threads", channel.ToString()),
            RequestBody.Of(new NewThread(name, autoArchiveMinutes, ChannelType.PublicThread), RestJson.Default.NewThread),
            cancellationToken);

    /// <summary>The direct conversation with a user; the same one each time.</summary>
    public Task<Channel> OpenDirectMessagesAsync(Snowflake user, CancellationToken cancellationToken) =>
        CreateChannelAsync(
            new(HttpMethod.Post, "users/@me/channels", "users/@me/channels"),
            RequestBody.Of(new NewDirectMessageChannel(user), RestJson.Default.NewDirectMessageChannel),
            cancellationToken,
            repeatable: true);

    private static DiscordRoute MessageRoute(HttpMethod method, Snowflake channel, Snowflake id) =>
        new(method, "channels/{channel}/messages/{message}", $"channels/{channel}/messages/{id}", channel.ToString());

    private static OutgoingMessage ForEdit(OutgoingMessage change) => change with { Flags = change.Flags & SettableOnEdit, MessageReference = null, Nonce = null };

    private static string NewNonce() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    /// <summary>Sends the layout of a message that has one; plain text where the server refuses that.</summary>
    private async Task<Message?> SendAsync(DiscordRoute route, OutgoingMessage message, bool repeatable, CancellationToken cancellationToken)
    {
        if (message.Layout is null || !_layouts.MayBeSent)
        {
            return await PutAsync(BodyOf(message, route));
        }

        try
        {
            var sent = await PutAsync(BodyOf(message.AsLayout(), route));
            _layouts.Taken();
            return sent;
        }
        catch (DiscordApiException refused) when (Layouts.IsRefusal(refused.Status))
        {
            var sent = await PutAsync(BodyOf(message, route));
            _layouts.Refused();
            return sent;
        }

        Task<Message?> PutAsync(RequestBody body) => _transport.SendAsync(route, body, DiscordJson.Default.Message, repeatable, cancellationToken);
    }

    private static RequestBody BodyOf(OutgoingMessage message, DiscordRoute route) =>
        route.Method == HttpMethod.Patch && message is { Content: null, Files.Count: 0, Components: { } components, Flags: { } flags } && flags.HasFlag(MessageFlags.IsComponentsV2)
            ? RequestBody.Of(new LayoutEdit(components, flags, message.AllowedMentions), RestJson.Default.LayoutEdit)
            : RequestBody.Of(message, RestJson.Default.OutgoingMessage, message.Files);

    private async Task<Channel> CreateChannelAsync(DiscordRoute route, RequestBody body, CancellationToken cancellationToken, bool repeatable = false) =>
        await _transport.SendAsync(route, body, DiscordJson.Default.Channel, repeatable, cancellationToken)
        ?? throw new DiscordUnavailableException(route.ToString(), mayHaveHappened: true);
}
