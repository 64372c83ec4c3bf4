using System.Text.Json.Nodes;
using Bot.Discord.Model;

namespace Bot.Localization.CommandTexts;

/// <summary>How a command, an option or a choice is called in another language.</summary>
/// <param name="Description">Empty for choices and for commands in a menu, which have none.</param>
internal readonly record struct CommandText(string Name, string Description = "");

/// <summary>Puts the names and descriptions of all languages to commands that are defined in English.</summary>
/// <remarks>Texts are found by path: <c>article</c>, <c>article add</c>, <c>article add file</c>; a choice by its value behind a colon, <c>settings adding:role</c>.
/// https://docs.discord.com/developers/interactions/application-commands#localization</remarks>
internal static class LocalizedCommands
{
    /// <summary>By Discord's locale. Spanish is one catalogue for both of its locales.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, CommandText>> Languages { get; } = new Dictionary<string, IReadOnlyDictionary<string, CommandText>>(StringComparer.Ordinal)
    {
        ["de"] = GermanCommands.Texts,
        ["fr"] = FrenchCommands.Texts,
        ["es-ES"] = SpanishCommands.Texts,
        ["es-419"] = SpanishCommands.Texts,
    };

    public static IReadOnlyList<ApplicationCommand> Of(IEnumerable<ApplicationCommand> commands) => [.. commands.Select(Of)];

    private static ApplicationCommand Of(ApplicationCommand command) => command with
    {
        NameLocalizations = Names(command.Name),
        DescriptionLocalizations = command.Type == ApplicationCommandType.ChatInput ? Descriptions(command.Name) : null,
        Options = Of(command.Options, command.Name),
    };

    private static IReadOnlyList<CommandOption>? Of(IReadOnlyList<CommandOption>? options, string parent) => options is null ? null :
    [
        .. options.Select(option => option with
        {
            NameLocalizations = Names($"{parent} {option.Name}"),
            DescriptionLocalizations = Descriptions($"{parent} {option.Name}"),
            Choices = option.Choices is null ? null : [.. option.Choices.Select(choice => choice with { NameLocalizations = Names($"{parent} {option.Name}:{Value(choice)}") })],
            Options = Of(option.Options, $"{parent} {option.Name}"),
        }),
    ];

    private static string Value(CommandChoice choice) => ((JsonNode)choice.Value).ToString();

    private static Dictionary<string, string> Names(string path) => Find(path, text => text.Name);

    private static Dictionary<string, string> Descriptions(string path) => Find(path, text => text.Description);

    private static Dictionary<string, string> Find(string path, Func<CommandText, string> part) =>
        Languages.Where(language => language.Value.ContainsKey(path)).ToDictionary(language => language.Key, language => part(language.Value[path]), StringComparer.Ordinal);
}
