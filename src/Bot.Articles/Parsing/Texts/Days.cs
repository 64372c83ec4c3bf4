using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Articles.Parsing.Texts;

/// <summary>Days as people write them in English, German, French, Spanish, Italian, Portuguese, Dutch and Polish: “May 3, 2024”, “3. Mai 2024”, “3 de mayo de 2024”, “03.05.2024”.</summary>
internal static partial class Days
{
    private const int Earliest = 1600;

    // By their first letters, which differ between months in every one of the languages.
    private static readonly string[] Months =
    [
        "jan ene gen sty", "feb fév fev lut", "mar mär mrz mrt maa", "apr avr abr kwi", "may mai mag mei maj", "jun juin giu cze", "jul juil lug lip", "aug août aout ago sie",
        "sep set wrz", "oct okt oct out ott paź paz", "nov lis", "dec dez déc dic gru",
    ];

    /// <summary>The day that a time stamp names, as it stands there: no time zone moves it.</summary>
    public static DateOnly? OfStamp(string? text)
    {
        if (text is null)
        {
            return null;
        }

        return Stamp().Match(text) is { Success: true } stamp ? Day(stamp.Groups["y"].Value, stamp.Groups["m"].Value, stamp.Groups["d"].Value)
            : Find(text) ?? (Year().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? Sensible(DateOnly.FromDateTime(moment.DateTime)) : null);
    }

    /// <summary>The first day that stands in a text.</summary>
    /// <param name="monthFirst">Whether “05/03/2024” is in May.</param>
    public static DateOnly? Find(string text, bool monthFirst = false) =>
        Written().Matches(text).Select(match => Read(match, monthFirst)).FirstOrDefault(day => day is not null);

    /// <summary>The day of a line that holds nothing else but a label, a place, the name of the day and a time.</summary>
    public static DateOnly? OfLine(string line)
    {
        if (line.Length > 120 || Written().Match(line) is not { Success: true } match || Read(match, monthFirst: false) is not { } day)
        {
            return null;
        }

        // “Published … | Updated …”: the first is meant.
        var rest = Written().Replace(line, " ");
        return Beside().Replace(rest, " ").Any(char.IsLetterOrDigit) ? null : day;
    }

    private static DateOnly? Read(Match match, bool monthFirst)
    {
        string Of(string group) => match.Groups[group].Value;
        if (match.Groups["name"].Success)
        {
            var name = Of("name").ToLowerInvariant();
            var month = Array.FindIndex(Months, starts => starts.Split(' ').Any(start => name.StartsWith(start, StringComparison.Ordinal)));
            return month < 0 ? null : Day(Of("year"), (month + 1).ToString(CultureInfo.InvariantCulture), Of("day"));
        }

        if (match.Groups["iso"].Success)
        {
            return Day(Of("y"), Of("m"), Of("d"));
        }

        var (first, second) = (Of("one"), Of("two"));
        var isMonthFirst = int.Parse(second, CultureInfo.InvariantCulture) > 12 || (monthFirst && Of("mark") == "/" && int.Parse(first, CultureInfo.InvariantCulture) <= 12);
        return Day(Of("long"), isMonthFirst ? first : second, isMonthFirst ? second : first);
    }

    private static DateOnly? Day(string year, string month, string day) =>
        int.TryParse(year, CultureInfo.InvariantCulture, out var y) && int.TryParse(month, CultureInfo.InvariantCulture, out var m) && int.TryParse(day, CultureInfo.InvariantCulture, out var d)
        && m is >= 1 and <= 12 && y is >= 1 and <= 9999 && d >= 1 && d <= DateTime.DaysInMonth(y, m)
            ? Sensible(new DateOnly(y, m, d))
            : null;

    private static DateOnly? Sensible(DateOnly day) => day.Year >= Earliest ? day : null;

    private const string Names =
        @"(?:jan|ene|gen|feb|fév|fev|mar|mär|mrz|mrt|maa|apr|avr|abr|may|mai|mag|mei|maj|jun|juin|giu|jul|juil|lug|aug|août|aout|ago|sep|set|oct|okt|out|ott|nov|dec|dez|déc|dic"
        + @"|sty|lut|kwi|cze|lip|sie|wrz|paź|lis|gru)\p{L}{0,9}";

    // A time alone would be understood as today's.
    [GeneratedRegex(@"(?:19|20)\d\d", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    [GeneratedRegex(@"^\s*(?<y>\d{4})-(?<m>\d{1,2})-(?<d>\d{1,2})(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Stamp();

    [GeneratedRegex(
        @"(?<![\d\p{L}])(?:(?<day>\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?[\s\u00A0-]*(?:de\s|of\s|di\s)?\s*(?<name>" + Names + @")\.?,?[\s\u00A0-]*(?:de\s|del\s|of\s)?\s*(?<year>(?:19|20)\d\d)"
        + @"|(?<name>" + Names + @")\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>(?:19|20)\d\d)"
        + @"|(?<iso>(?<y>(?:19|20)\d\d)(?:[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})|年\s*(?<m>\d{1,2})月\s*(?<d>\d{1,2})日))"
        + @"|(?<one>\d{1,2})\s?(?<mark>[./-])\s?(?<two>\d{1,2})\s?[./-]\s?(?<long>(?:19|20)\d\d))(?![\d])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Written();

    // Labels, days of the week, times and zones, and a town in front: “Norwick, 3. November 2025”.
    [GeneratedRegex(
        @"^\s*\p{Lu}[\p{L}-]{2,20}(?:\s\p{Lu}[\p{L}-]{2,20})?,(?=\s)(?:\s+(?:den|the|le|il|el)\b)?|\b(?:(?:first\s+)?published|updated|posted|modified|created|release(?:d)?|date|last|edited|on|at|am|pm|a\.m\.|p\.m\.|um|uhr|vom|den|der|le|el|il|at|the|stand|datum|veröffentlicht|aktualisiert|erstellt|geändert|publié|publie|mis\s+à\s+jour|modifié|à|publicado|actualizado|actualizada|a\s+las|pubblicato|aggiornato|alle|ore|gepubliceerd|bijgewerkt|op|publicada|atualizado|às|hrs?|h"
        + @"|(?:mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day)?|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|mo|di|mi|do|fr|sa|so|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
        + @"|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag"
        + @"|\d{1,2}\s?[:.h]\s?\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?)?|\d{1,2}\s?[ap]\.?m\.?|t\d\d:\d\d(?::\d\d)?(?:\.\d+)?z?|gmt|utc|[ecmp][sd]?t|bst|ist|cest|mesz|mez|z|[+-]\d\d:?\d\d)\b\.?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Beside();
}
