using Bot.Discord.Model;
using Bot.Discord.Rest;

namespace Bot.Messages;

/// <summary>Messages in a container with a bar of colour, the source below a line, and the same as plain text for servers and readers that have none.</summary>
internal static class MessageLayout
{
    public const int Answered = 0x3BA55D;
    public const int NotSaid = 0x80848E;
    public const int Contradicted = 0xF0A132;
    public const int Shown = 0x5865F2;

    /// <param name="pages">At least one.</param>
    /// <param name="source">Where the words stand; empty for nothing.</param>
    /// <param name="rows">Action rows under the last message.</param>
    public static IReadOnlyList<OutgoingMessage> Of(IReadOnlyList<string> pages, string source, int accent, bool isPrivate, IReadOnlyList<Component> rows)
    {
        // A source that does not fit under the last page gets a message of its own.
        var fits = source.Length == 0 || pages[^1].Length + 1 + source.Length <= MessagePages.Length;
        var bodies = fits ? pages : [.. pages, ""];
        return
        [
            .. bodies.Select((body, i) => i < bodies.Count - 1
                ? Of(body, "", accent, isPrivate, [])
                : Of(body, source, accent, isPrivate, rows)),
        ];
    }

    public static OutgoingMessage Of(string body, string source, int accent, bool isPrivate, IReadOnlyList<Component> rows)
    {
        List<Component> parts = body.Length == 0 ? [] : [Text(body)];
        if (source.Length > 0)
        {
            parts.AddRange(parts.Count == 0 ? [Text(source)] : [new() { Type = ComponentType.Separator, Divider = true, Spacing = 1 }, Text(source)]);
        }

        return new OutgoingMessage
        {
            Content = body.Length == 0 || source.Length == 0 ? body + source : $"{body}\n{source}",
            Components = rows.Count == 0 ? null : rows,

            // Below the container there is room for one button more than inside.
            Layout = [new() { Type = ComponentType.Container, AccentColor = accent, Components = parts }, .. rows],
            Flags = MessageFlags.SuppressEmbeds | (isPrivate ? MessageFlags.Ephemeral : MessageFlags.None),
        };
    }

    /// <summary>The components of a message without a button; containers and rows that had others keep them.</summary>
    public static IReadOnlyList<Component> Without(string customId, IReadOnlyList<Component> components) =>
    [
        .. components
            .Where(component => component.CustomId != customId)
            .Select(component => component.Components is { } inner ? component with { Components = Without(customId, inner) } : component),
    ];

    private static Component Text(string markdown) => new() { Type = ComponentType.TextDisplay, Content = markdown };
}
