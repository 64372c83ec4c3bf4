using System.Text.Json.Serialization;
using Bot.Discord.Model;

namespace Bot.Discord.Rest;

/// <summary>A message to be sent, or what to change in one (what is null stays as it is).</summary>
/// <remarks>The text of a message comes from articles, models and people, so it never decides whom the message notifies: there is no way to leave
/// <c>allowed_mentions</c> out or to let Discord parse mentions, only to name users and roles.</remarks>
public sealed record OutgoingMessage
{
    /// <summary>At most 2,000 characters; not with <see cref="MessageFlags.IsComponentsV2"/>.</summary>
    public string? Content { get; init; }

    /// <summary>At most 10, 6,000 characters in all.</summary>
    public IReadOnlyList<Embed>? Embeds { get; init; }

    public IReadOnlyList<Component>? Components { get; init; }

    /// <summary>The same message made of components, sent in place of <see cref="Content"/> and <see cref="Components"/> to servers that take it; at most 40, with 4,000
    /// characters of text. https://docs.discord.com/developers/components/using-message-components</summary>
    [JsonIgnore]
    public IReadOnlyList<Component>? Layout { get; init; }

    /// <summary><see cref="MessageFlags.Ephemeral"/> only in answers to interactions.</summary>
    public MessageFlags? Flags { get; init; }

    /// <summary>The message this one replies to.</summary>
    public MessageReference? MessageReference { get; init; }

    /// <summary>Users whom a mention in the text may notify, at most 100.</summary>
    [JsonIgnore]
    public IReadOnlyList<Snowflake>? MentionedUsers { get; init; }

    /// <summary>Roles that a mention in the text may notify, at most 100.</summary>
    [JsonIgnore]
    public IReadOnlyList<Snowflake>? MentionedRoles { get; init; }

    /// <summary>Files to upload with it, at most 10.</summary>
    [JsonIgnore]
    public IReadOnlyList<FileUpload> Files { get => field ?? []; init; }

    /// <summary>In an edit: which of the message's files stay. Null keeps all, unless new ones come with the edit.</summary>
    [JsonIgnore]
    public IReadOnlyList<Snowflake>? KeptAttachments { get; init; }

    /// <summary>At most 25 characters, by which Discord recognises the same message sent twice. Chosen by <see cref="DiscordRest"/> when null.</summary>
    public string? Nonce { get; init; }

    [JsonInclude]
    internal bool? EnforceNonce { get; init; }

    [JsonInclude]
    internal AllowedMentions AllowedMentions => MentionedUsers is null && MentionedRoles is null
        ? AllowedMentions.None
        : new AllowedMentions { Users = MentionedUsers, Roles = MentionedRoles };

    [JsonInclude]
    internal IReadOnlyList<OutgoingAttachment>? Attachments =>
        Files.Count == 0 && KeptAttachments is null
            ? null
            : [.. (KeptAttachments ?? []).Select(id => new OutgoingAttachment(id)), .. Files.Select((file, index) => new OutgoingAttachment(new Snowflake((ulong)index), file.Name, file.Description))];

    /// <summary>The message as its layout; itself where it has none.</summary>
    internal OutgoingMessage AsLayout() =>
        Layout is null ? this : this with { Content = null, Components = Layout, Layout = null, Flags = (Flags ?? MessageFlags.None) | MessageFlags.IsComponentsV2 };

    /// <summary>Not its text: a message is somebody's words.</summary>
    public override string ToString() => $"message of {Content?.Length ?? 0} characters, {Embeds?.Count ?? 0} embeds, {Files.Count} files";
}

/// <summary>An edit that puts a layout where there may be text: text and layout exclude each other, so the text is taken away expressly.</summary>
internal sealed record LayoutEdit(IReadOnlyList<Component> Components, MessageFlags Flags, AllowedMentions AllowedMentions)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Content { get; init; }
}

/// <summary>A file to send along.</summary>
/// <param name="Name">File name with extension; <c>attachment://NAME</c> refers to it.</param>
/// <param name="ContentType">MIME type.</param>
/// <param name="Description">What it shows, for those who cannot see it; at most 1,024 characters.</param>
public sealed record FileUpload(string Name, string ContentType, ReadOnlyMemory<byte> Content, string? Description = null);

/// <summary>For a new file the id is its place in the upload; for a kept one the attachment's id.</summary>
internal sealed record OutgoingAttachment(Snowflake Id, string? Filename = null, string? Description = null);
