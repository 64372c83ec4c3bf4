using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using Bot.Answers;
using Bot.Answers.Generation;
using Bot.Articles.Fetching;
using Bot.Articles.Parsing;
using Bot.Discord;
using Bot.Discord.Model;
using Bot.Telemetry;
using Microsoft.Extensions.Options;

namespace Bot.Configuration;

/// <summary>Every section of the configuration and its bounds; a message names the key and what to change.</summary>
internal static class BotOptions
{
    private const string DiscordSection = "Discord";
    private const string ArticlesSection = "Articles";

    /// <summary>Each section with the class it fills; one section may fill several.</summary>
    public static ImmutableArray<(string Name, Type Options)> Sections { get; } =
    [
        (DiscordSection, typeof(DiscordOptions)),
        (StorageOptions.Section, typeof(StorageOptions)),
        (ModelOptions.Section, typeof(ModelOptions)),
        (ArticlesSection, typeof(ReadingLimits)),
        (ArticlesSection, typeof(FetchLimits)),
        (LimitsOptions.Section, typeof(LimitsOptions)),
        (TelemetryOptions.Section, typeof(TelemetryOptions)),
    ];

    /// <summary>What can be set in a section: what the binder can set, or fill where it is a list.</summary>
    public static IEnumerable<PropertyInfo> Settings(string section) => Sections.Where(known => known.Name == section)
        .SelectMany(known => known.Options.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        .Where(property => property.CanWrite || property.PropertyType.IsGenericType);

    /// <exception cref="OptionsValidationException">There are settings that nothing can read (<see cref="SettingFaults"/>). Bounds are tried when the options are.</exception>
    public static IServiceCollection AddBotOptions(this IServiceCollection services, IConfiguration configuration)
    {
        if (SettingFaults.Of(configuration) is { IsEmpty: false } faults)
        {
            throw new OptionsValidationException(nameof(SettingFaults), typeof(BotOptions), faults);
        }

        services.AddSection<DiscordOptions>(configuration, DiscordSection)
            .Validate(options => options.ApiBaseUrl is { IsAbsoluteUri: true, Scheme: "http" or "https" }, "Discord:ApiBaseUrl must begin with http:// or https://.")
            .Validate(
                options => string.IsNullOrEmpty(options.Guild) || Snowflake.TryParse(options.Guild, CultureInfo.InvariantCulture, out _),
                "Discord:Guild must be the server's id, a whole number: switch on Developer Mode in Discord and choose Copy Server ID.")
            .Validate(
                options => options.Mode != DiscordMode.Http || options.PublicKey is { Length: 64 } key && key.All(char.IsAsciiHexDigit),
                "Discord:PublicKey must hold the 64 hexadecimal digits that the developer portal shows; Discord:Mode=Http needs it.");
        services.AddSection<StorageOptions>(configuration, StorageOptions.Section)
            .Validate(
                options => options.Kind != StorageKind.Postgres || !string.IsNullOrWhiteSpace(options.ConnectionString),
                "Storage:ConnectionString must be set when Storage:Kind is Postgres.");
        services.AddModel(configuration);
        services.AddSection<TelemetryOptions>(configuration, TelemetryOptions.Section)
            .Validate(options => options.Endpoint is null or { IsAbsoluteUri: true, Scheme: "http" or "https" }, "Telemetry:Endpoint must begin with http:// or https://.");
        services.AddSection<LimitsOptions>(configuration, LimitsOptions.Section)
            .Validate(options => options.QuestionLength is >= 16 and <= 4000, "Limits:QuestionLength must be from 16 to 4000.")
            .Validate(options => options.QuestionsPerMinute is >= 1 and <= 1000, "Limits:QuestionsPerMinute must be from 1 to 1000.")
            .Validate(options => options.QuestionsPerPersonPerHour is >= 1 and <= 100_000, "Limits:QuestionsPerPersonPerHour must be from 1 to 100000.")
            .Validate(options => options.QuestionsPerGuildPerDay is >= 1 and <= 10_000_000, "Limits:QuestionsPerGuildPerDay must be from 1 to 10000000.")
            .Validate(options => options.TokensPerPersonPerDay >= 0, "Limits:TokensPerPersonPerDay must not be negative.")
            .Validate(options => options.QuestionsAtOnce is >= 0 and <= 10_000, "Limits:QuestionsAtOnce must be from 0 to 10000.")
            .Validate(options => options.QuestionsWaiting is >= 0 and <= 100_000, "Limits:QuestionsWaiting must be from 0 to 100000.")
            .Validate(options => options.ArticlesPerGuild is >= 0 and <= 1_000_000, "Limits:ArticlesPerGuild must be from 0 to 1000000.");
        services.AddSection<ReadingLimits>(configuration, ArticlesSection)
            .Validate(limits => limits.MaxBytes is >= 1024 and <= 256 * 1024 * 1024, "Articles:MaxBytes must be from 1024 to 268435456 (256 MB).")
            .Validate(
                limits => limits is { MaxPages: > 0, MaxUnpackedBytes: > 0, MaxParagraphs: > 0, MaxCharacters: > 0, MaxElements: > 0, MaxDepth: > 0 and <= 1000, MaxAttributes: > 0 },
                "Articles:MaxPages, MaxUnpackedBytes, MaxParagraphs, MaxCharacters, MaxElements, MaxDepth (at most 1000) and MaxAttributes must be greater than 0.")
            .Validate(limits => IsPatience(limits.ReadingTimeout), "Articles:ReadingTimeout must be from 00:00:01 to 00:10:00.")
            .Validate(limits => limits.MaxReadingsAtOnce is >= 1 and <= 64, "Articles:MaxReadingsAtOnce must be from 1 to 64.");
        services.AddSection<FetchLimits>(configuration, ArticlesSection)
            .Validate(limits => IsPatience(limits.ConnectTimeout), "Articles:ConnectTimeout must be from 00:00:01 to 00:10:00.")
            .Validate(limits => IsPatience(limits.HeadersTimeout), "Articles:HeadersTimeout must be from 00:00:01 to 00:10:00.")
            .Validate(limits => IsPatience(limits.FetchTimeout), "Articles:FetchTimeout must be from 00:00:01 to 00:10:00.")
            .Validate(limits => limits.MaxRedirects is >= 0 and <= 20, "Articles:MaxRedirects must be from 0 to 20.")
            .Validate(limits => limits.MaxFetchesAtOnce is >= 1 and <= 256, "Articles:MaxFetchesAtOnce must be from 1 to 256.")
            .Validate(limits => limits.ExtraPorts.All(port => port is > 0 and <= 65535), "Articles:ExtraPorts must be from 1 to 65535.")
            .Validate(
                limits => limits.Contact is null || limits.Contact.All(c => c is > ' ' and <= '~' and not ('(' or ')')),
                "Articles:Contact must be a URL or mail address: ASCII without spaces and parentheses.");
        return services;
    }

    private static bool IsPatience(TimeSpan time) => time >= TimeSpan.FromSeconds(1) && time <= TimeSpan.FromMinutes(10);

    private static OptionsBuilder<T> AddSection<T>(this IServiceCollection services, IConfiguration configuration, string section)
        where T : class => services.AddOptions<T>().Bind(configuration.GetSection(section)).ValidateOnStart();
}
