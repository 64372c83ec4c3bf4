using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bot.Discord.Model;

/// <summary>Something a person did with the bot: the same record whether it came over the gateway or over HTTP.</summary>
/// <remarks>https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object</remarks>
public sealed record Interaction
{
    public required Snowflake Id { get; init; }

    public Snowflake ApplicationId { get; init; }

    public required InteractionType Type { get; init; }

    /// <summary>Absent for <see cref="InteractionType.Ping"/>.</summary>
    public InteractionData? Data { get; init; }

    /// <summary>Opens the callback for 3 seconds and the follow-ups for 15 minutes. As good as a password for that time: never logged.</summary>
    public required string Token { get; init; }

    public Snowflake? GuildId { get; init; }

    public Guild? Guild { get; init; }

    public Snowflake? ChannelId { get; init; }

    public Channel? Channel { get; init; }

    /// <summary>Who did it, in a guild.</summary>
    public Member? Member { get; init; }

    /// <summary>Who did it, outside guilds.</summary>
    public User? User { get; init; }

    /// <summary>The message the component sits on, for components and for modals opened from one.</summary>
    public Message? Message { get; init; }

    /// <summary>What the bot may do in the channel.</summary>
    public Permissions AppPermissions { get; init; }

    /// <summary>Language of the person's client, such as <c>en-US</c>.</summary>
    public string? Locale { get; init; }

    public string? GuildLocale { get; init; }

    public InteractionContext? Context { get; init; }

    /// <summary>Who has installed the bot where this came from: under "0" a guild (or "0" in a direct message), under "1" the person.</summary>
    public IReadOnlyDictionary<string, string>? AuthorizingIntegrationOwners { get; init; }

    /// <summary>Whether the bot is a member of the guild it came from; false outside guilds, and where only a person has installed it.</summary>
    public bool IsInOwnGuild => GuildId is not null && AuthorizingIntegrationOwners?.ContainsKey("0") != false;

    /// <summary>Largest attachment in bytes that a reply may carry.</summary>
    public long? AttachmentSizeLimit { get; init; }

    /// <summary>Who did it, wherever that was; null only for a ping.</summary>
    public User? Invoker => Member?.User ?? User;

    /// <summary>Without the token, so that a log line cannot leak it.</summary>
    public override string ToString() => $"{Type} {Id}";
}

public enum InteractionType
{
    Ping = 1,
    ApplicationCommand = 2,
    MessageComponent = 3,
    ApplicationCommandAutocomplete = 4,
    ModalSubmit = 5,
}

public enum InteractionContext
{
    Guild = 0,
    BotDm = 1,
    PrivateChannel = 2,
}

/// <summary>What was done. Commands fill <see cref="Name"/> to <see cref="TargetId"/>, components and modals the rest.</summary>
public sealed record InteractionData
{
    /// <summary>Id of the command.</summary>
    public Snowflake? Id { get; init; }

    public string? Name { get; init; }

    /// <summary>Kind of command.</summary>
    public ApplicationCommandType? Type { get; init; }

    public IReadOnlyList<InteractionOption> Options { get => field ?? []; init; }

    public ResolvedData? Resolved { get; init; }

    public Snowflake? GuildId { get; init; }

    /// <summary>The user or message a context-menu command was used on.</summary>
    public Snowflake? TargetId { get; init; }

    public string? CustomId { get; init; }

    public ComponentType? ComponentType { get; init; }

    /// <summary>What was chosen in a select.</summary>
    public IReadOnlyList<string> Values { get => field ?? []; init; }

    /// <summary>The tree of a submitted modal.</summary>
    public IReadOnlyList<Component> Components { get => field ?? []; init; }
}

/// <summary>An option, or a subcommand or group with options of its own. In autocomplete the value is whatever was typed so far.</summary>
public sealed record InteractionOption
{
    public required string Name { get; init; }

    public CommandOptionType Type { get; init; }

    /// <summary>A string, number or boolean by <see cref="Type"/>; undefined for subcommands and groups, and then not written either.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public JsonElement Value { get; init; }

    public IReadOnlyList<InteractionOption> Options { get => field ?? []; init; }

    public bool Focused { get; init; }
}

/// <summary>The objects that options, selects and targets name by id.</summary>
public sealed record ResolvedData
{
    public IReadOnlyDictionary<Snowflake, User>? Users { get; init; }

    public IReadOnlyDictionary<Snowflake, Member>? Members { get; init; }

    public IReadOnlyDictionary<Snowflake, Role>? Roles { get; init; }

    public IReadOnlyDictionary<Snowflake, Channel>? Channels { get; init; }

    public IReadOnlyDictionary<Snowflake, Message>? Messages { get; init; }

    public IReadOnlyDictionary<Snowflake, Attachment>? Attachments { get; init; }
}
