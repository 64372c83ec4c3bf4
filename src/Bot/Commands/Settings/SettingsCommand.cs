using System.Globalization;
using Bot.Configuration;
using Bot.Discord.Interactions;
using Bot.Discord.Model;
using Bot.Discord.Rest;
using Bot.Localization;
using Bot.Requests;
using Bot.Storage.Guilds;
using Microsoft.Extensions.Options;

namespace Bot.Commands.Settings;

/// <summary>What is to be changed; null leaves a setting as it is.</summary>
/// <param name="Language">ISO 639-1; <see cref="EachPersons"/> for each person's own.</param>
internal sealed record SettingsOptions(
    Adding? Adding, Snowflake? Role, bool? Private, string? Language, int? QuestionsPerPerson, int? QuestionsPerGuild, int? KeptDays)
{
    public const string EachPersons = "auto";
    public const int MostPerPerson = 1000;
    public const int MostPerGuild = 100_000;
    public const int MostDays = 365;

    private bool IsEmpty => this == new SettingsOptions(null, null, null, null, null, null, null);

    /// <summary>A value that Discord would not have let through is as good as none.</summary>
    public static SettingsOptions Read(CommandOptions options) => new(
        options.Text("adding") switch
        {
            "managers" => Storage.Guilds.Adding.Managers,
            "role" => Storage.Guilds.Adding.Role,
            "everyone" => Storage.Guilds.Adding.Everyone,
            _ => null,
        },
        options.Id("role"),
        options.Boolean("private"),
        options.Text("language") is { } language && (language == EachPersons || Translation.All.Any(translation => translation.Code == language)) ? language : null,
        Within(options.Integer("person"), 1, MostPerPerson),
        Within(options.Integer("server"), 1, MostPerGuild),
        Within(options.Integer("days"), 0, MostDays));

    /// <summary>The settings with the changes; null when there are none to make.</summary>
    public Func<GuildSettings, GuildSettings>? Change => IsEmpty ? null : settings => settings with
    {
        Adding = Adding ?? (Role is null ? settings.Adding : Storage.Guilds.Adding.Role),
        AddingRole = Role?.Value ?? settings.AddingRole,
        Private = Private ?? settings.Private,
        Language = Language is null ? settings.Language : Language == EachPersons ? null : Language,
        QuestionsPerPerson = QuestionsPerPerson ?? settings.QuestionsPerPerson,
        QuestionsPerGuild = QuestionsPerGuild ?? settings.QuestionsPerGuild,
        KeptDays = KeptDays ?? settings.KeptDays,
    };

    private static int? Within(long? value, int least, int most) => value >= least && value <= most ? (int)value : null;
}

/// <summary><c>/settings</c>: shows what a server's managers have decided, and changes it.</summary>
internal sealed class SettingsCommand(GuildSettingsStore record, RequestContexts places, IOptions<LimitsOptions> limits)
{
    public async Task HandleAsync(InteractionCall call, SettingsOptions options, CancellationToken cancellationToken)
    {
        var place = await places.OfAsync(call.Interaction, cancellationToken);
        await call.ReplyAsync(new OutgoingMessage { Content = await ApplyAsync(place, options, cancellationToken), Flags = MessageFlags.Ephemeral }, cancellationToken);
    }

    private async Task<string> ApplyAsync(RequestContext place, SettingsOptions options, CancellationToken cancellationToken)
    {
        // Discord shows the command to managers alone; anybody can send anything all the same.
        if (!place.IsServer || !place.IsManager)
        {
            return !place.IsServer ? place.Translation.OnlyInServers : place.Translation.OnlyManagers;
        }

        if (options.Change is not { } change)
        {
            return Shown(place.Translation.SettingsHere, place.Settings, place.Translation);
        }

        if (change(place.Settings) is { Adding: Adding.Role, AddingRole: null })
        {
            return place.Translation.RoleMissing;
        }

        var changed = await record.ChangeAsync(place.Guild, change, cancellationToken);
        places.Changed(place.Guild);
        var translation = changed.Language is { } language ? Translation.For(language) : place.Translation;
        return Shown(translation.SettingsChanged, changed, translation);
    }

    private string Shown(string heading, GuildSettings settings, Translation translation) => string.Join('\n', (string[])
    [
        $"**{heading}**",
        $"- {Adds(settings, translation)}",
        $"- {(settings.Private ? translation.AnswersPrivate : translation.AnswersPublic)}",
        $"- {(settings.Language is { } language ? translation.OneLanguage(Translation.For(language).Language) : translation.EachLanguage)}",
        $"- {translation.MostQuestions(settings.QuestionsPerPerson ?? limits.Value.QuestionsPerPersonPerHour, settings.QuestionsPerGuild ?? limits.Value.QuestionsPerGuildPerDay)}",
        $"- {(settings.KeptDays == 0 ? translation.KeptNot : translation.Kept(settings.KeptDays))}",
    ]);

    private static string Adds(GuildSettings settings, Translation translation) => settings.Adding switch
    {
        Adding.Everyone => translation.EveryoneAdds,
        Adding.Role => translation.RoleAdds(string.Create(CultureInfo.InvariantCulture, $"<@&{settings.AddingRole}>")),
        _ => translation.ManagersAdd,
    };
}
