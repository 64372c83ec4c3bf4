using System.Text.Json.Nodes;
using Bot.Discord.Model;
using Bot.Localization;

namespace Bot.Commands.Settings;

/// <summary>How <c>/settings</c> looks in Discord.</summary>
internal static class SettingsDefinition
{
    public static ApplicationCommand Command { get; } = new()
    {
        Name = "settings",
        Description = "Show or change how I behave in this server.",
        DefaultMemberPermissions = Permissions.ManageGuild,
        Options =
        [
            new()
            {
                Type = CommandOptionType.String,
                Name = "adding",
                Description = "Who may add and remove articles.",
                Choices = [Choice("managers", "managers"), Choice("a role", "role"), Choice("everyone", "everyone")],
            },
            new() { Type = CommandOptionType.Role, Name = "role", Description = "The role that may add and remove articles." },
            new() { Type = CommandOptionType.Boolean, Name = "private", Description = "Show answers to the person who asked alone, unless the question says otherwise." },
            new()
            {
                Type = CommandOptionType.String,
                Name = "language",
                Description = "What I speak; each person's own language when left to them.",
                Choices = [Choice("each person's own", SettingsOptions.EachPersons), .. Translation.All.Select(translation => Choice(translation.Language, translation.Code))],
            },
            Number("person", "How many questions one person may ask in an hour.", 1, SettingsOptions.MostPerPerson),
            Number("server", "How many questions the whole server may ask in a day.", 1, SettingsOptions.MostPerGuild),
            Number("days", "How many days I keep what people write to me; 0 keeps nothing.", 0, SettingsOptions.MostDays),
        ],
    };

    private static CommandChoice Choice(string name, string value) => new(name, JsonValue.Create(value));

    private static CommandOption Number(string name, string description, int least, int most) =>
        new() { Type = CommandOptionType.Integer, Name = name, Description = description, MinValue = least, MaxValue = most };
}
