using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Articles.Reading;

/// <summary>What stands above the first paragraph of a text without markup: headline, byline, day, outlet.</summary>
internal static partial class TextOpening
{
    private const int LongestTitle = 200;
    private const int MostOpeningLines = 6;

    public static Draft Read(IReadOnlyList<string> blocks)
    {
        var metadata = new ArticleMetadata();
        var at = 0;
        while (at < blocks.Count - 1 && at < MostOpeningLines && Understand(blocks[at], blocks, at, metadata) is { } known)
        {
            metadata = known;
            at++;
        }

        return new(Headings.Tell([.. blocks.Skip(at)]), metadata);
    }

    /// <summary>The metadata with what this line adds, or null when the line belongs to the text.</summary>
    private static ArticleMetadata? Understand(string line, IReadOnlyList<string> blocks, int at, ArticleMetadata known)
    {
        if (Labelled().Match(line) is { Success: true } labelled && labelled.Groups["value"].Value is var value && value.Length <= LongestTitle)
        {
            return labelled.Groups["label"].Value.ToUpperInvariant() switch
            {
                "TITLE" or "HEADLINE" => known with { Title = known.Title ?? value },
                "AUTHOR" or "BYLINE" => known with { Author = known.Author ?? value },
                "SOURCE" or "OUTLET" or "PUBLISHER" => known with { Outlet = known.Outlet ?? value },
                _ => Day(value) is { } day ? known with { Date = known.Date ?? day } : null,
            };
        }

        if (known.Author is null && Byline().Match(line) is { Success: true } byline)
        {
            return known with { Author = byline.Groups["name"].Value };
        }

        if (known.Date is null && Day(line) is { } published)
        {
            return known with { Date = published };
        }

        return at == 0 && IsTitle(line, blocks) ? known with { Title = line } : null;
    }

    private static bool IsTitle(string line, IReadOnlyList<string> blocks)
    {
        var ended = line.TrimEnd('"', '”', '’', '»', '“', ')');
        return line.Length <= LongestTitle
            && (ended.Length == 0 || ended[^1] is not ('.' or ':' or ';' or ',' or '…' or '。'))
            && (Headings.LooksLikeHeading(line) || line.Length > 20 || !Punctuation.HasFinal(line))
            && WireOpening.Find(line) is null
            && blocks.Skip(1).Any(block => block.Length > line.Length && Punctuation.HasFinal(block));
    }

    private static DateOnly? Day(string line)
    {
        var match = DayAlone().Match(line);
        return match.Success && DateOnly.TryParse(match.Groups["day"].Value.Replace("Sept.", "Sep", StringComparison.OrdinalIgnoreCase).Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture, out var day) ? day : null;
    }

    [GeneratedRegex(@"^(?<label>title|headline|author|byline|date|published|source|outlet|publisher)\s*:\s*(?<value>\S.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"^(?:By|BY|Von|Par|Por|Di|Door)\s+(?<name>\p{Lu}[\p{L}.'’-]*(?:(?:,\s|\s)(?:and\s|und\s|et\s|y\s|e\s|en\s|de\s|van\s|von\s)?\p{Lu}[\p{L}.'’-]*){1,8})$", RegexOptions.CultureInvariant)]
    private static partial Regex Byline();

    [GeneratedRegex(
        @"^(?:(?:published|updated|posted)(?:\s+on)?:?\s+)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?(?<day>(?:19|20)\d\d-\d\d-\d\d|\p{L}{3,9}\.?\s+\d{1,2},?\s+(?:19|20)\d\d|\d{1,2}\.?\s+\p{L}{3,9}\.?,?\s+(?:19|20)\d\d)(?:[,T\s]+(?:at\s+)?\d{1,2}:\d\d[\w:.\s()+-]{0,24})?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DayAlone();
}
