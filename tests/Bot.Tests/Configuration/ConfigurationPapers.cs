using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Bot.Configuration;

namespace Bot.Tests.Configuration;

/// <summary>What the papers say of each setting, made from the options' own documentation and defaults.</summary>
internal static partial class ConfigurationPapers
{
    private const string Begin = "<!-- made from the options' documentation: begin -->\n";
    private const string End = "<!-- made from the options' documentation: end -->";

    /// <summary>Every key with what it means and its default, as a file of settings. What is unset stands as a comment.</summary>
    public static string Example()
    {
        var text = new StringBuilder(
            """
            // Every setting with its default. Copy what you change into settings.json in the data folder; comments and last commas may stay.
            // As an environment variable, Discord:Token is Discord__Token. Secrets are better there, or in a file (.github/docs/operating.md).
            {

            """);
        foreach (var section in Sections())
        {
            text.Append(CultureInfo.InvariantCulture, $"  \"{section}\": {{\n");
            foreach (var setting in Settings(section))
            {
                text.Append(CultureInfo.InvariantCulture, $"    // {setting.Meaning}\n");
                text.Append(setting.Default is { } value
                    ? $"    \"{setting.Name}\": {value},\n"
                    : $"    // \"{setting.Name}\": {(setting.IsList ? "[]" : "null")},\n");
            }

            text.Append("  },\n");
        }

        return text.Append("}\n").ToString();
    }

    /// <summary>The page with its tables as they must be.</summary>
    public static string Page(string page)
    {
        var (begin, end) = (page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, page.IndexOf(End, StringComparison.Ordinal));
        var tables = new StringBuilder();
        foreach (var section in Sections())
        {
            tables.Append(CultureInfo.InvariantCulture, $"\n## {section}\n\n| key | default | meaning |\n|---|---|---|\n");
            foreach (var setting in Settings(section))
            {
                tables.Append(CultureInfo.InvariantCulture, $"| `{section}:{setting.Name}` | {(setting.Default is null ? "" : $"`{setting.Default.Trim('"')}`")} | {setting.Meaning.Replace("|", "\\|", StringComparison.Ordinal)} |\n");
            }
        }

        return page[..begin] + tables + "\n" + page[end..];
    }

    public static IReadOnlyList<string> Sections() => [.. BotOptions.Sections.Select(section => section.Name).Distinct()];

    public static IReadOnlyList<Setting> Settings(string section) => [.. BotOptions.Settings(section).Select(property => new Setting(
        property.Name, Meaning(property), Default(property), property.PropertyType != typeof(string) && property.PropertyType.IsAssignableTo(typeof(IEnumerable))))];

    /// <summary>Null when it is unset or an empty list.</summary>
    private static string? Default(PropertyInfo property) => property.GetValue(Activator.CreateInstance(property.DeclaringType!)) switch
    {
        null => null,
        bool or int or long or decimal => JsonSerializer.Serialize(property.GetValue(Activator.CreateInstance(property.DeclaringType!))),
        string or not IEnumerable => $"\"{property.GetValue(Activator.CreateInstance(property.DeclaringType!))}\"",
        IEnumerable => null,
    };

    private static string Meaning(PropertyInfo property)
    {
        var type = property.PropertyType;
        var file = Path.Combine(AppContext.BaseDirectory, $"{property.DeclaringType!.Assembly.GetName().Name}.xml");
        var summary = XDocument.Load(file).Descendants("member")
            .FirstOrDefault(member => (string?)member.Attribute("name") == $"P:{property.DeclaringType.FullName}.{property.Name}")?.Element("summary");
        var words = summary is null ? "" : Blanks().Replace(string.Concat(summary.Nodes().Select(Text)), " ").Trim();
        return type.IsEnum ? $"{words} One of {string.Join(", ", Enum.GetNames(type))}." : words;
    }

    private static string Text(XNode node) => node switch
    {
        XElement { Name.LocalName: "see" } see => $"`{((string?)see.Attribute("cref") ?? "").Split('.')[^1]}`",
        XElement element => $"`{element.Value}`",
        _ => node.ToString(),
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    /// <param name="Default">As JSON.</param>
    internal sealed record Setting(string Name, string Meaning, string? Default, bool IsList);
}
