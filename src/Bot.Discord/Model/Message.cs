namespace Bot.Discord.Model;

/// <summary>A message as Discord sends it. Content is empty without the message content intent, except in DMs, in messages that mention the bot,
/// in the bot's own and in the target of a message command.</summary>
/// <remarks>https://docs.discord.com/developers/resources/message#message-object</remarks>
public sealed record Message
{
    public required Snowflake Id { get; init; }

    public required Snowflake ChannelId { get; init; }

    public Snowflake? GuildId { get; init; }

    public User? Author { get; init; }

    public Member? Member { get; init; }

    public string Content { get => field ?? ""; init; }

    public DateTimeOffset Timestamp { get; init; }

    public DateTimeOffset? EditedTimestamp { get; init; }

    public MessageType Type { get; init; }

    public MessageFlags Flags { get; init; }

    public IReadOnlyList<User> Mentions { get => field ?? []; init; }

    public IReadOnlyList<Snowflake> MentionRoles { get => field ?? []; init; }

    public IReadOnlyList<Attachment> Attachments { get => field ?? []; init; }

    public IReadOnlyList<Embed> Embeds { get => field ?? []; init; }

    public IReadOnlyList<Component> Components { get => field ?? []; init; }

    public Snowflake? WebhookId { get; init; }

    public Snowflake? ApplicationId { get; init; }

    public MessageReference? MessageReference { get; init; }

    /// <summary>The message this one replies to, when Discord has it.</summary>
    public Message? ReferencedMessage { get; init; }

    /// <summary>The thread that was started from this message.</summary>
    public Channel? Thread { get; init; }

    /// <summary>Whether somebody wrote it, rather than Discord telling of a pin, a thread or a newcomer.</summary>
    public bool IsWritten => Type is MessageType.Default or MessageType.Reply;
}

public enum MessageType
{
    Default = 0,
    ThreadCreated = 18,
    Reply = 19,
    ChatInputCommand = 20,
    ThreadStarterMessage = 21,
    ContextMenuCommand = 23,
}

[Flags]
public enum MessageFlags
{
    None = 0,
    SuppressEmbeds = 1 << 2,
    Ephemeral = 1 << 6,
    Loading = 1 << 7,
    SuppressNotifications = 1 << 12,
    IsComponentsV2 = 1 << 15,
}

/// <summary>Which message a reply answers.</summary>
public sealed record MessageReference
{
    public Snowflake? MessageId { get; init; }

    public Snowflake? ChannelId { get; init; }

    public Snowflake? GuildId { get; init; }

    /// <summary>Only when sending: false posts the message even if the other one is gone.</summary>
    public bool? FailIfNotExists { get; init; }
}

/// <summary>A file on a message or in an attachment option. The URL is signed and expires.</summary>
public sealed record Attachment
{
    public required Snowflake Id { get; init; }

    public string Filename { get => field ?? ""; init; }

    /// <summary>Bytes.</summary>
    public long Size { get; init; }

    public string? ContentType { get; init; }

    public Uri? Url { get; init; }

    public bool Ephemeral { get; init; }

    public string? Description { get; init; }
}

/// <remarks>https://docs.discord.com/developers/resources/message#embed-object</remarks>
public sealed record Embed
{
    public string? Title { get; init; }

    public string? Description { get; init; }

    public string? Url { get; init; }

    public int? Color { get; init; }

    public EmbedFooter? Footer { get; init; }

    public EmbedAuthor? Author { get; init; }

    public IReadOnlyList<EmbedField>? Fields { get; init; }
}

public sealed record EmbedFooter(string Text);

public sealed record EmbedAuthor(string Name, string? Url = null);

public sealed record EmbedField(string Name, string Value, bool Inline = false);

/// <summary>Whom a message may notify. <see cref="None"/> is what every message of this bot carries unless ids are named.</summary>
public sealed record AllowedMentions
{
    public static AllowedMentions None { get; } = new();

    /// <summary>Kinds of mention taken from the text: <c>users</c>, <c>roles</c>, <c>everyone</c>.</summary>
    public IReadOnlyList<string> Parse { get => field ?? []; init; }

    public IReadOnlyList<Snowflake>? Users { get; init; }

    public IReadOnlyList<Snowflake>? Roles { get; init; }

    public bool? RepliedUser { get; init; }
}
