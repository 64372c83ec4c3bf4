using System.Text.Json.Nodes;

namespace Bot.Discord.Model;

/// <summary>A command as it is registered and as Discord lists it.</summary>
/// <remarks>https://docs.discord.com/developers/interactions/application-commands#application-command-object</remarks>
public sealed record ApplicationCommand
{
    /// <summary>Given by Discord; absent when registering.</summary>
    public Snowflake? Id { get; init; }

    public Snowflake? ApplicationId { get; init; }

    public Snowflake? GuildId { get; init; }

    public ApplicationCommandType Type { get => field == 0 ? ApplicationCommandType.ChatInput : field; init; }

    public required string Name { get; init; }

    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    /// <summary>1 to 100 characters for chat input; absent for context-menu commands.</summary>
    public string? Description { get; init; }

    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }

    /// <summary>At most 25, the required ones first.</summary>
    public IReadOnlyList<CommandOption>? Options { get; init; }

    /// <summary>Absent: everyone. <see cref="Permissions.None"/>: administrators only.</summary>
    public Permissions? DefaultMemberPermissions { get; init; }

    /// <summary>Where it may be used; global commands only.</summary>
    public IReadOnlyList<InteractionContext>? Contexts { get; init; }

    /// <summary>0 installed in a guild, 1 installed by a user; global commands only.</summary>
    public IReadOnlyList<int>? IntegrationTypes { get; init; }

    public bool? Nsfw { get; init; }
}

public enum ApplicationCommandType
{
    ChatInput = 1,
    User = 2,
    Message = 3,
    PrimaryEntryPoint = 4,
}

public sealed record CommandOption
{
    public required CommandOptionType Type { get; init; }

    public required string Name { get; init; }

    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    public required string Description { get; init; }

    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }

    public bool? Required { get; init; }

    /// <summary>At most 25; not together with <see cref="Autocomplete"/>.</summary>
    public IReadOnlyList<CommandChoice>? Choices { get; init; }

    public IReadOnlyList<CommandOption>? Options { get; init; }

    public IReadOnlyList<ChannelType>? ChannelTypes { get; init; }

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    public double? MinValue { get; init; }

    public double? MaxValue { get; init; }

    public bool? Autocomplete { get; init; }
}

public enum CommandOptionType
{
    Subcommand = 1,
    SubcommandGroup = 2,
    String = 3,
    Integer = 4,
    Boolean = 5,
    User = 6,
    Channel = 7,
    Role = 8,
    Mentionable = 9,
    Number = 10,
    Attachment = 11,
}

/// <summary>One value to pick. The value is a string or a number, as the option's type says.</summary>
public sealed record CommandChoice(string Name, JsonValue Value)
{
    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }
}
