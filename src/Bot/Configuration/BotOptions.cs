using Bot.Answers.Generation;
using Bot.Articles.Fetching;
using Bot.Articles.Parsing;
using Bot.Discord;
using Bot.Telemetry;
using Microsoft.Extensions.Options;

namespace Bot.Configuration;

/// <summary>Binds each section of the configuration and validates it; a message names the key and what to change.</summary>
internal static class BotOptions
{
    private const string ArticlesSection = "Articles";

    public static IServiceCollection AddBotOptions(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSection<DiscordOptions>(configuration, "Discord")
            .Validate(options => options.ApiBaseUrl.Scheme is "http" or "https", "Discord:ApiBaseUrl must begin with http:// or https://.")
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
        where T : class => services.AddOptions<T>().Configure(options => Bind(configuration.GetSection(section), options)).ValidateOnStart();

    private static void Bind(IConfigurationSection section, object options)
    {
        try
        {
            section.Bind(options);
        }
        catch (InvalidOperationException exception)
        {
            // The binder's message ends in a type name nobody outside the code knows; the key is in it, and the value may be a secret.
            var key = section.AsEnumerable().FirstOrDefault(pair => exception.Message.Contains($"'{pair.Key}'", StringComparison.OrdinalIgnoreCase)).Key;
            throw new OptionsValidationException(section.Key, options.GetType(), [$"{key ?? section.Key} has a value that cannot be read. {Expected(options, key)}"]);
        }
    }

    private static string Expected(object options, string? key)
    {
        var property = key is null ? null : options.GetType().GetProperty(key[(key.LastIndexOf(':') + 1)..]);
        var type = property is null ? null : Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return type switch
        {
            { IsEnum: true } => $"It must be one of {string.Join(", ", Enum.GetNames(type))}.",
            _ when type == typeof(Uri) => "It must be a URL.",
            _ when type == typeof(TimeSpan) => "It must be a time such as 00:00:30.",
            _ when type == typeof(int) || type == typeof(long) || type == typeof(ulong) => "It must be a whole number.",
            _ => "See the README for what it may be.",
        };
    }
}
