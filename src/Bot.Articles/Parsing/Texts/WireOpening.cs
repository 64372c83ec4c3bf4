using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Articles.Parsing.Texts;

/// <summary>The opening of an agency report: day, place and agency, up to the dash behind them.</summary>
/// <remarks>
/// Understood: “date 2026-02-01 BRUSSELS (AP) —”, “BRUSSELS (AP) —”, “LONDON, Feb 3 (Reuters) -”, “NEW DELHI, India (CNN) --”, “(CNN) --”, “WASHINGTON —”,
/// “MOSCOW, February 3. /TASS/.”. The words stay in their paragraph, where a citation must find what stands in the source; unless they open with
/// a stamp, which is no sentence's.
/// </remarks>
/// <param name="Length">UTF-16 code units from the beginning of the paragraph to its first word of text.</param>
/// <param name="IsStamped">It opens with the word “date”, as a machine writes it.</param>
internal readonly partial record struct WireOpening(int Length, DateOnly? Date, string? Place, string? Agency, bool IsStamped)
{
    private const int Reach = 160;

    // Only one of these makes a place of words that are not in capitals: “Berlin (dpa) -”, but not “European Union (EU) - ”.
    private static readonly HashSet<string> Agencies = new(StringComparer.OrdinalIgnoreCase)
    {
        "AP", "The Associated Press", "Reuters", "AFP", "dpa", "EFE", "ANSA", "CNN", "UPI", "Xinhua", "TASS", "PTI", "IANS", "ANI", "Bloomberg", "BBC", "APA", "SDA", "Keystone-SDA", "ATS", "KNA",
        "epd", "AFX", "Kyodo", "Yonhap", "PA", "The Canadian Press", "CP", "Interfax", "RIA", "Ritzau", "NTB", "TT", "ANP", "Belga", "Lusa", "PAP", "MTI", "CTK", "AAP", "Anadolu", "AA", "SID",
    };

    private const string Months = "Jan(?:uary)?|Feb(?:ruary)?|March|Mar|April|Apr|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?";

    public ArticleMetadata Metadata => new() { Date = Date, Dateline = Place, Outlet = Agency };

    /// <summary>What the paragraph opens with, or null when that is no wire opening.</summary>
    public static WireOpening? Find(string paragraph)
    {
        var head = paragraph.Length > Reach ? paragraph[..Reach] : paragraph;
        var dated = LeadingDate().Match(head);
        var isStamped = dated.Groups["label"].Success;
        var rest = head[dated.Length..];
        var date = dated.Success ? Day(dated.Groups["date"].Value) : null;

        var match = WithAgency().Match(rest);
        match = match.Success && IsWire(match) ? match : WithoutAgency().Match(rest);
        if (!match.Success)
        {
            return date is null ? null : new(dated.Length, date, null, null, isStamped);
        }

        var year = match.Groups["year"];
        if (date is null && year.Success)
        {
            date = Day($"{match.Groups["month"].Value[..3]} {match.Groups["day"].Value} {year.Value}");
        }

        return new(dated.Length + match.Length, date, Present(match.Groups["place"]), Present(match.Groups["agency"]), isStamped);
    }

    private static bool IsWire(Match match) =>
        Agencies.Contains(match.Groups["agency"].Value.Trim()) || (match.Groups["place"] is { Success: true } place && Capitals(place.Value));

    /// <summary>Whether the town is in capitals; the country behind the comma need not be.</summary>
    private static bool Capitals(string place) => !place.Split(',')[0].Any(char.IsLower);

    private static string? Present(Group group) => group.Success && group.Length > 0 ? group.Value.Trim() : null;

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, ["yyyy-MM-dd", "MMM d yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    [GeneratedRegex(@"^(?<label>date:?\s+)?(?<date>(?:19|20)\d\d-\d\d-\d\d)(?:\s*[:,]?\s+(?:[—–-]+\s+)?)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LeadingDate();

    [GeneratedRegex(
        @"^(?:(?<place>\p{Lu}[\p{L}.'’-]{1,24}(?:[ /-]\p{L}[\p{L}.'’-]{0,24}){0,4}(?:,\s\p{Lu}[\p{L}.'’-]{1,24}(?:\s\p{L}[\p{L}.'’-]{0,24}){0,3}(?<!" + Months + @"\.?)){0,2}),?\s+)?" +
        @"(?:(?<month>" + Months + @")\.?\s+(?<day>[0-3]?\d)(?:,?\s+(?<year>(?:19|20)\d\d))?\.?,?\s+)?" +
        @"(?:\((?<agency>\p{L}[\p{L}\d .&/’'-]{1,38})\)\s*(?:—|–|--|-|:)|/(?<agency>\p{L}[\p{L}\d -]{1,28})/\s*(?:—|–|--|-|\.))\s*",
        RegexOptions.CultureInvariant)]
    private static partial Regex WithAgency();

    // Without an agency only capitals are a sign of a place, and only a long dash or a date of the end of it.
    [GeneratedRegex(
        @"^(?<place>\p{Lu}[\p{Lu}.'’-]{2,24}(?:[ -]\p{Lu}[\p{Lu}.'’-]{0,24}){0,3}(?:,\s\p{Lu}[\p{L}.]{1,20}(?<!" + Months + @"\.?)){0,2})(?:,\s+(?<month>" + Months +
        @")\.?\s+(?<day>[0-3]?\d)(?:,?\s+(?<year>(?:19|20)\d\d))?\.?)?\s*(?:—|–|--)\s+",
        RegexOptions.CultureInvariant)]
    private static partial Regex WithoutAgency();
}
