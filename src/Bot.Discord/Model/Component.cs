namespace Bot.Discord.Model;

/// <summary>A message or modal component, sent or received: the wire's one shape for all kinds, of which each kind fills its own fields.</summary>
/// <remarks>One record instead of a hierarchy, so that kinds Discord adds later still read. https://docs.discord.com/developers/components/reference</remarks>
public sealed record Component
{
    public required ComponentType Type { get; init; }

    public int? Id { get; init; }

    /// <summary>1 to 100 characters; comes back with the interaction and is not to be trusted.</summary>
    public string? CustomId { get; init; }

    /// <summary>Children of an action row, section or container.</summary>
    public IReadOnlyList<Component>? Components { get; init; }

    /// <summary>The one child of a label.</summary>
    [System.Text.Json.Serialization.JsonPropertyName("component")]
    public Component? Child { get; init; }

    /// <summary>Text of a button (at most 80) or of a label (at most 45).</summary>
    public string? Label { get; init; }

    public string? Description { get; init; }

    /// <summary>Button: 1 primary, 2 secondary, 3 success, 4 danger, 5 link. Text input: 1 short, 2 paragraph.</summary>
    public int? Style { get; init; }

    public Emoji? Emoji { get; init; }

    public string? Url { get; init; }

    public bool? Disabled { get; init; }

    public IReadOnlyList<SelectOption>? Options { get; init; }

    public string? Placeholder { get; init; }

    public int? MinValues { get; init; }

    public int? MaxValues { get; init; }

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    public bool? Required { get; init; }

    /// <summary>What was typed into a text input, or what stands in it at first.</summary>
    public string? Value { get; init; }

    /// <summary>What was chosen in a select of a modal.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>Markdown of a text display.</summary>
    public string? Content { get; init; }

    /// <summary>The button or thumbnail beside a section.</summary>
    public Component? Accessory { get; init; }

    public bool? Divider { get; init; }

    /// <summary>Separator: 1 small, 2 large.</summary>
    public int? Spacing { get; init; }

    /// <summary>Colour bar of a container, 0 to 0xFFFFFF.</summary>
    public int? AccentColor { get; init; }

    public bool? Spoiler { get; init; }
}

public enum ComponentType
{
    ActionRow = 1,
    Button = 2,
    StringSelect = 3,
    TextInput = 4,
    UserSelect = 5,
    RoleSelect = 6,
    MentionableSelect = 7,
    ChannelSelect = 8,
    Section = 9,
    TextDisplay = 10,
    Thumbnail = 11,
    MediaGallery = 12,
    File = 13,
    Separator = 14,
    Container = 17,
    Label = 18,
    FileUpload = 19,
    RadioGroup = 21,
    CheckboxGroup = 22,
    Checkbox = 23,
}

public sealed record SelectOption(string Label, string Value, string? Description = null, bool? Default = null);

public sealed record Emoji(string? Name, Snowflake? Id = null);
