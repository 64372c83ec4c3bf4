using System.Globalization;
using Bot.Discord.Interactions;

namespace Bot.Localization;

/// <summary>Everything the bot says around the quotes, in one language. A language lacks nothing: it would not compile.</summary>
/// <remarks>
/// What is handed in is put in as it stands: callers escape other people's words before. A subject of its own gets a file of its own
/// (<c>Translation.Subject.cs</c>, <c>English.Subject.cs</c> …).
/// </remarks>
internal abstract partial class Translation
{
    /// <summary>What is spoken where nothing else is known.</summary>
    public static Translation Default { get; } = new English();

    private static readonly Dictionary<string, Translation> Languages = new(StringComparer.OrdinalIgnoreCase)
    {
        ["en"] = Default,
        ["de"] = new German(),
        ["fr"] = new French(),
        ["es"] = new Spanish(),
    };

    public static IReadOnlyCollection<Translation> All => Languages.Values;

    /// <summary>ISO 639-1.</summary>
    public abstract string Code { get; }

    /// <summary>What happened when an interaction failed without an explanation of its own.</summary>
    public abstract InteractionSentences Sentences { get; }

    /// <param name="locale">As Discord names it (“es-419”, “en-GB”); null or one that is not spoken here gives English.</param>
    public static Translation For(string? locale) =>
        locale is not null && Languages.TryGetValue(locale.Split('-', 2)[0], out var spoken) ? spoken : Default;

    /// <summary>“1 February 2026”.</summary>
    public abstract string Day(DateOnly day);

    /// <summary>“A”, “A and B”, “A, B and C”.</summary>
    public string List(IReadOnlyList<string> items) => items.Count < 2
        ? string.Concat(items)
        : $"{string.Join(", ", items.Take(items.Count - 1))} {And} {items[^1]}";

    /// <summary>“1 quote”, “2 quotes”.</summary>
    protected static string Counted(int count, string one, string several) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : several)}");

    protected abstract string And { get; }
}
