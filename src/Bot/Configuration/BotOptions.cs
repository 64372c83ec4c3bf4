using Bot.Answers.Models;
using Bot.Discord;
using Microsoft.Extensions.Options;

namespace Bot.Configuration;

/// <summary>Binds each section of the configuration and validates it; a message names the key and what to change.</summary>
internal static class BotOptions
{
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
        services.AddSection<LimitsOptions>(configuration, LimitsOptions.Section)
            .Validate(options => options.QuestionLength is >= 16 and <= 4000, "Limits:QuestionLength must be from 16 to 4000.")
            .Validate(options => options.QuestionsPerMinute is >= 1 and <= 1000, "Limits:QuestionsPerMinute must be from 1 to 1000.");
        return services;
    }

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
            _ when type == typeof(int) || type == typeof(ulong) => "It must be a whole number.",
            _ => "See the README for what it may be.",
        };
    }
}
