using System.Text.RegularExpressions;
using Bot.Language;

namespace Bot.Articles.Parsing.Texts;

/// <summary>What stands in words above the first paragraph: headline, byline, day, outlet.</summary>
internal static partial class TextOpening
{
    private const int LongestTitle = 200;
    private const int MostLines = 6;

    /// <summary>Takes the lines that say something about the article off the top; a text without markup may begin with its headline.</summary>
    /// <param name="known">What is known already; it is not replaced, but its lines are taken off all the same.</param>
    public static ParsedDocument Read(IReadOnlyList<Block> blocks, ArticleMetadata known, bool mayHaveTitle)
    {
        var at = 0;
        while (at < blocks.Count - 1 && at < MostLines)
        {
            var line = blocks[at].Text;
            if (About(line, known) is { } more)
            {
                known = more;
            }
            else if (mayHaveTitle && at == 0 && IsTitle(line, blocks))
            {
                known = known with { Title = known.Title ?? line };
            }
            else
            {
                break;
            }

            at++;
        }

        return blocks.Count > at && WireOpening.Find(blocks[at].Text) is { IsStamped: true } wire && wire.Length < blocks[at].Text.Length
            ? new([blocks[at] with { Text = blocks[at].Text[wire.Length..] }, .. blocks.Skip(at + 1)], known.Or(wire.Metadata))
            : new([.. blocks.Skip(at)], known);
    }

    /// <summary>The metadata with what this line adds, or null when the line belongs to the text.</summary>
    private static ArticleMetadata? About(string line, ArticleMetadata known)
    {
        if (line.Length > LongestTitle)
        {
            return null;
        }

        if (Labelled().Match(line) is { Success: true } labelled)
        {
            return Labelled(labelled.Groups["label"].Value, labelled.Groups["value"].Value, known);
        }

        if (Writer(line) is { } writer)
        {
            return known with { Author = known.Author ?? writer };
        }

        return Days.OfLine(line) is { } published ? known with { Date = known.Date ?? published } : null;
    }

    /// <summary>The name in a line that says nothing else than who wrote it.</summary>
    public static string? Writer(string line) => Byline().Match(line) is { Success: true } byline ? byline.Groups["name"].Value : null;

    public static ArticleMetadata? Labelled(string label, string value, ArticleMetadata known) => label.ToUpperInvariant() switch
    {
        "TITLE" or "HEADLINE" => known with { Title = known.Title ?? value },
        "AUTHOR" or "AUTHORS" or "BYLINE" => known with { Author = known.Author ?? value },
        "SOURCE" or "OUTLET" or "PUBLISHER" => known with { Outlet = known.Outlet ?? value },
        "DATE" or "PUBLISHED" => Days.OfStamp(value) is { } day ? known with { Date = known.Date ?? day } : null,
        _ => null,
    };

    private static bool IsTitle(string line, IReadOnlyList<Block> blocks)
    {
        var ended = line.TrimEnd('"', '”', '’', '»', '“', ')');
        return line.Length <= LongestTitle
            && (ended.Length == 0 || ended[^1] is not ('.' or ':' or ';' or ',' or '…' or '。'))
            && WireOpening.Find(line) is null
            && blocks.Skip(1).Any(block => block.Text.Length > line.Length && Punctuation.HasFinal(block.Text));
    }

    [GeneratedRegex(@"^(?<label>title|headline|authors?|byline|date|published|source|outlet|publisher)\s*:\s*(?<value>\S.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"^(?:By|BY|by|Von|Par|Por|Di|Door)\s+(?<name>\p{Lu}[\p{L}.'’-]*(?:(?:,\s|\s)(?:(?:and|und|et|y|e|en|de|van|von)\s)?\p{Lu}[\p{L}.'’-]*){1,8})$", RegexOptions.CultureInvariant)]
    private static partial Regex Byline();
}
