using System.Globalization;
using Bot.Language;

namespace Bot.Answers.Comparison;

/// <summary>Words for days.</summary>
internal static class Calendar
{
    private static readonly DateTimeFormatInfo English = CultureInfo.InvariantCulture.DateTimeFormat;

    public static bool Knows(Word word) => Weekday(word) is not null || Month(word) is not null;

    /// <summary>0 for Sunday.</summary>
    public static int? Weekday(Word word) => word.IsCapital ? IndexOf(English.DayNames, word.Text) : null;

    /// <summary>From 1.</summary>
    public static int? Month(Word word) => word.IsCapital
        ? (IndexOf(English.MonthNames, word.Text) ?? IndexOf(English.AbbreviatedMonthNames, word.Text == "sept" ? "sep" : word.Text)) + 1
        : null;

    /// <summary>“2”, “2nd”.</summary>
    public static int? Day(Word word) =>
        word.Text is { Length: > 0 } text && int.TryParse(text.AsSpan().TrimEnd("stndrh"), NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 31
            ? day
            : null;

    private static int? IndexOf(string[] names, string word) =>
        Array.FindIndex(names, name => name.Length > 0 && name.Equals(word, StringComparison.OrdinalIgnoreCase)) is >= 0 and var index ? index : null;
}
