using System.Text.Json;
using Bot.Discord.Model;

namespace Bot.Discord.Interactions;

/// <summary>The options a person filled in, by name. An option that was left out, or that is of another type, reads as null.</summary>
public sealed class CommandOptions
{
    private readonly IReadOnlyList<InteractionOption> _options;
    private readonly ResolvedData? _resolved;

    private CommandOptions(string path, IReadOnlyList<InteractionOption> options, ResolvedData? resolved)
    {
        Path = path;
        _options = options;
        _resolved = resolved;
    }

    /// <summary>The command with its group and subcommand, a space between.</summary>
    public string Path { get; }

    /// <summary>In autocomplete: the option that is being typed.</summary>
    public InteractionOption? Focused
    {
        get
        {
            foreach (var option in _options)
            {
                if (option.Focused)
                {
                    return option;
                }
            }

            return null;
        }
    }

    public static CommandOptions Of(InteractionData? data)
    {
        var path = data?.Name ?? "";
        var options = data?.Options ?? [];
        while (options is [{ Type: CommandOptionType.Subcommand or CommandOptionType.SubcommandGroup } inner])
        {
            path = $"{path} {inner.Name}";
            options = inner.Options;
        }

        return new CommandOptions(path, options, data?.Resolved);
    }

    public string? Text(string name) => Find(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public long? Integer(string name) => Find(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var number) ? number : null;

    public double? Number(string name) => Find(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetDouble(out var number) ? number : null;

    public bool? Boolean(string name) => Find(name) is { ValueKind: JsonValueKind.True or JsonValueKind.False } value ? value.GetBoolean() : null;

    public Snowflake? Id(string name) => Snowflake.TryParse(Text(name), null, out var id) ? id : null;

    public Attachment? Attachment(string name) => Id(name) is { } id ? _resolved?.Attachments?.GetValueOrDefault(id) : null;

    public User? User(string name) => Id(name) is { } id ? _resolved?.Users?.GetValueOrDefault(id) : null;

    public Channel? Channel(string name) => Id(name) is { } id ? _resolved?.Channels?.GetValueOrDefault(id) : null;

    public Role? Role(string name) => Id(name) is { } id ? _resolved?.Roles?.GetValueOrDefault(id) : null;

    private JsonElement? Find(string name)
    {
        foreach (var option in _options)
        {
            if (option.Name == name)
            {
                return option.Value;
            }
        }

        return null;
    }
}
