using System.Text.RegularExpressions;

namespace Bot.Articles.Parsing.Texts;

/// <summary>What stands above a text for machines: YAML between lines of hyphens, TOML between lines of pluses.</summary>
internal static partial class FrontMatter
{
    private const int MostLines = 200;

    /// <summary>Takes it off a text that begins with it.</summary>
    /// <returns>The text without it, and what it says.</returns>
    public static (string Text, ArticleMetadata Metadata) Take(string text)
    {
        var lines = text.ReplaceLineEndings("\n").TrimStart('\n').Split('\n');
        var fence = lines[0].Trim();
        var end = fence is "---" or "+++" ? Array.FindIndex(lines, 1, Math.Min(lines.Length - 1, MostLines), line => line.Trim() == fence || (fence == "---" && line.Trim() == "...")) : -1;
        if (end < 2 || !lines[1..end].All(line => Entry().IsMatch(line)) || !lines[1..end].Any(line => KeyAndValue().IsMatch(line)))
        {
            return (text, new());
        }

        var metadata = new ArticleMetadata();
        for (var at = 1; at < end; at++)
        {
            if (KeyAndValue().Match(lines[at]) is { Success: true } entry)
            {
                var value = entry.Groups["value"].Value;
                if (value.Length == 0)
                {
                    value = string.Join(", ", lines[(at + 1)..end].TakeWhile(line => line.TrimStart().StartsWith('-')).Select(line => line.Trim(' ', '-', '"', '\'')));
                }

                value = string.Join(", ", value.Trim().TrimStart('[').TrimEnd(']').Split(',').Select(part => part.Trim().Trim('"', '\'')));
                metadata = value.Length == 0 ? metadata : TextOpening.Labelled(entry.Groups["key"].Value, value, metadata) ?? metadata;
            }
        }

        return (string.Join('\n', lines[(end + 1)..]), metadata);
    }

    [GeneratedRegex(@"^\s*(?:[\w.""'-]+\s*[:=].*|#.*|-.*|\[.*\]|\s+\S.*|[\]\},]\s*)?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Entry();

    [GeneratedRegex(@"^(?<key>[\w-]+)\s*[:=]\s*(?<value>.*?)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex KeyAndValue();
}
