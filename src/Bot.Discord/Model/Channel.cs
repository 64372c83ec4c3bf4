namespace Bot.Discord.Model;

/// <summary>A channel, a thread or a direct conversation; partial in interactions and in <see cref="ResolvedData"/>.</summary>
/// <remarks>https://docs.discord.com/developers/resources/channel#channel-object</remarks>
public sealed record Channel
{
    public required Snowflake Id { get; init; }

    public ChannelType Type { get; init; }

    public Snowflake? GuildId { get; init; }

    /// <summary>The channel a thread hangs under, or the category of a channel.</summary>
    public Snowflake? ParentId { get; init; }

    public string? Name { get; init; }

    /// <summary>What the invoking user may do there; only in interactions.</summary>
    public Permissions? Permissions { get; init; }

    public ThreadMetadata? ThreadMetadata { get; init; }

    public bool IsThread => Type is ChannelType.AnnouncementThread or ChannelType.PublicThread or ChannelType.PrivateThread;
}

public sealed record ThreadMetadata
{
    public bool Archived { get; init; }

    public bool Locked { get; init; }

    public int AutoArchiveDuration { get; init; }
}

public enum ChannelType
{
    GuildText = 0,
    Dm = 1,
    GuildVoice = 2,
    GroupDm = 3,
    GuildCategory = 4,
    GuildAnnouncement = 5,
    AnnouncementThread = 10,
    PublicThread = 11,
    PrivateThread = 12,
    GuildStageVoice = 13,
    GuildDirectory = 14,
    GuildForum = 15,
    GuildMedia = 16,
}
