using System.Collections.Immutable;
using System.ComponentModel;
using System.Reflection;
using Bot.Articles.Quotations;

namespace Bot.Configuration;

/// <summary>Settings that nothing can read: a key that no options class has, or a value of the wrong kind. What a value may be is for the options' own bounds.</summary>
internal static class SettingFaults
{
    private const string Listening = "urls";

    /// <summary>A sentence for each, which names the key and what to change, and never the value, which may be a secret.</summary>
    public static ImmutableArray<string> Of(IConfiguration configuration) =>
    [
        .. configuration.GetChildren().Where(section => section.GetChildren().Any()).SelectMany(Of),
        .. IsAddresses(configuration[Listening]) ? [] : (string[])[$"{Listening} must be addresses to listen on, such as http://127.0.0.1:8080; several are divided by semicolons."],
    ];

    private static IEnumerable<string> Of(IConfigurationSection section)
    {
        var name = BotOptions.Sections.Select(known => known.Name).Distinct().FirstOrDefault(known => Same(known, section.Key));
        if (name is not null)
        {
            return section.GetChildren().Select(setting => Of(name, setting)).OfType<string>();
        }

        return BotOptions.Sections.FirstOrDefault(known => Near(section.Key, known.Name)).Name is { } meant
            ? section.GetChildren().Select(setting => $"{setting.Path} is no setting. Did you mean {meant}:{setting.Key}?")
            : [];
    }

    private static string? Of(string section, IConfigurationSection setting)
    {
        var key = $"{section}:{setting.Key}";
        if (PropertyOf(section, setting.Key) is not { } property)
        {
            return $"{key} is no setting. {Suggestion(section, setting.Key)}";
        }

        key = $"{section}:{property.Name}";
        if (property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(IList<>))
        {
            var item = property.PropertyType.GetGenericArguments()[0];
            return setting.Value is { Length: > 0 } ? $"{key} is a list. Write {key}:0, {key}:1 and so on."
                : setting.GetChildren().FirstOrDefault(child => !CanRead(item, child.Value)) is { } bad ? $"{key}:{bad.Key} has a value that cannot be read. {Expected(item)}"
                : null;
        }

        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return setting.GetChildren().Any() ? $"{key} is one value and has no parts."
            : setting.Value is { Length: > 0 } value && !CanRead(type, value) ? $"{key} has a value that cannot be read. {Expected(type)}"
            : null;
    }

    private static PropertyInfo? PropertyOf(string section, string key) =>
        BotOptions.Settings(section).FirstOrDefault(property => Same(property.Name, key));

    private static string Suggestion(string section, string key)
    {
        if (BotOptions.Settings(section).FirstOrDefault(property => Near(key, property.Name)) is { } near)
        {
            return $"Did you mean {section}:{near.Name}?";
        }

        var elsewhere = BotOptions.Sections.FirstOrDefault(other => BotOptions.Settings(other.Name).Any(property => Same(property.Name, key)));
        return elsewhere.Name is null
            ? $"{section} has {string.Join(", ", BotOptions.Settings(section).Select(property => property.Name))}."
            : $"Did you mean {elsewhere.Name}:{key}?";
    }

    // As the configuration's binder reads it.
    private static bool CanRead(Type type, string? value)
    {
        try
        {
            return value is not null && TypeDescriptor.GetConverter(type).ConvertFromInvariantString(value) is { } read && (!type.IsEnum || Enum.IsDefined(type, read));
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or NotSupportedException or OverflowException
            || exception.InnerException is FormatException or OverflowException)
        {
            return false;
        }
    }

    private static string Expected(Type type) => type switch
    {
        { IsEnum: true } => $"It must be one of {string.Join(", ", Enum.GetNames(type))}.",
        _ when type == typeof(Uri) => "It must be a URL.",
        _ when type == typeof(TimeSpan) => "It must be a time such as 00:00:30.",
        _ when type == typeof(bool) => "It must be true or false.",
        _ when type == typeof(decimal) => "It must be a number.",
        _ => "It must be a whole number.",
    };

    private static bool IsAddresses(string? addresses)
    {
        try
        {
            return (addresses ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries).Select(BindingAddress.Parse).All(address => address.Port is >= 0 and <= 65535 && address.Scheme == Uri.UriSchemeHttp);
        }
        catch (Exception exception) when (exception is FormatException or InvalidOperationException)
        {
            return false;
        }
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static bool Near(string written, string known) =>
        Typo.Is(written.ToLowerInvariant(), known.ToLowerInvariant())
        || (written.Length >= 4 && (known.Contains(written, StringComparison.OrdinalIgnoreCase) || written.Contains(known, StringComparison.OrdinalIgnoreCase)));
}
