using AngleSharp.Dom;
using Bot.Language;

namespace Bot.Articles.Parsing.Texts;

/// <summary>A table of data as sentences: each row with the names of its columns, “Country: Spain; 2025: 2.0%.”, so that it can be asked for and cited.</summary>
internal static class HtmlTable
{
    // A cell longer than this is no entry of a table but a column of a page laid out as one; where the columns have names, entries may be longer.
    private const int LongestCell = 200;
    private const int LongestNamed = 2_000;
    private const int MostColumns = 30;

    /// <returns>Null for a table that only lays out a page, whose cells are read one after another.</returns>
    public static IReadOnlyList<string>? Rows(IElement table)
    {
        if (table.QuerySelector("table") is not null)
        {
            return null;
        }

        var rows = table.QuerySelectorAll("tr").Select(row => row.Children.Where(cell => cell.LocalName is "td" or "th").ToArray()).Where(row => row.Length > 0).ToArray();
        var longest = rows.Length > 1 && rows[0].Length > 1 && rows[0].All(cell => cell.LocalName == "th") ? LongestNamed : LongestCell;
        if (rows.Length < 2 || rows.Max(row => row.Length) is < 2 or > MostColumns
            || rows.Any(row => row.Any(cell => cell.TextContent.AsSpan().Trim().Length > longest || cell.QuerySelector("p ~ p,h1,h2,form,ul,ol") is not null)))
        {
            return null;
        }

        var isHeaded = rows.Any(row => row.Any(cell => cell.LocalName == "th"));
        return isHeaded || table.QuerySelector("caption") is not null || rows.Count(row => row.Length == rows[0].Length) * 10 >= rows.Length * 9
            ? Named([.. Filled(rows)])
            : null;
    }

    /// <summary>Each row with the names that the first one gives the columns.</summary>
    /// <param name="rows">The words of the cells, and whether a cell is a name.</param>
    public static IReadOnlyList<string> Named(IReadOnlyList<(string Text, bool IsName)[]> rows)
    {
        var names = rows.Count > 1 && IsHead(rows) ? rows[0] : null;
        return [.. (names is null ? rows : rows.Skip(1)).Select(row => Sentence(row, names)).Where(text => text.Length > 0)];
    }

    /// <summary>The first row names the columns when it says so, or when it has no figure and all others have.</summary>
    private static bool IsHead(IReadOnlyList<(string Text, bool IsName)[]> rows) =>
        rows[0].Count(cell => cell.IsName || cell.Text.Length == 0) >= Math.Max(2, rows[0].Length - 1)
        || (!rows[0].Any(cell => cell.Text.Any(char.IsDigit)) && rows[0].Count(cell => cell.Text.Length > 0) > 1 && rows.Skip(1).All(row => row.Any(cell => cell.Text.Any(char.IsDigit))));

    private static string Sentence((string Text, bool IsName)[] row, (string Text, bool IsName)[]? names)
    {
        var parts = new List<string>();
        for (var column = 0; column < row.Length; column++)
        {
            var name = names is not null && column < names.Length ? names[column].Text.TrimEnd(':') : "";
            if (row[column].Text.Length > 0)
            {
                parts.Add(name.Length > 0 && name != row[column].Text ? $"{name}: {row[column].Text}" : row[column].Text);
            }
        }

        // Without names of columns a name of the row is one: “Capital: Oslo”.
        return names is null && parts.Count == 2 && row[0].IsName && !row[^1].IsName ? $"{parts[0].TrimEnd(':')}: {parts[1]}"
            : names is null ? string.Join(' ', parts)
            : Ended(string.Join("; ", parts));
    }

    /// <summary>What ends like a sentence is weighed as one.</summary>
    private static string Ended(string row) => row.Length == 0 || Punctuation.HasFinal(row) ? row : $"{row}.";

    /// <summary>The cells as a reader sees them: one that reaches over several columns or rows stands in each.</summary>
    private static IEnumerable<(string Text, bool IsName)[]> Filled(IElement[][] rows)
    {
        var above = new (string Text, bool IsName, int Left)[MostColumns];
        foreach (var row in rows)
        {
            var filled = new List<(string Text, bool IsName)>();
            var next = 0;
            while (filled.Count < MostColumns && (next < row.Length || above[filled.Count].Left > 0))
            {
                ref var held = ref above[filled.Count];
                if (held.Left > 0)
                {
                    held.Left--;
                    filled.Add((held.Text, held.IsName));
                    continue;
                }

                var cell = row[next++];
                var text = Whitespace.Settle(string.Concat(cell.Descendants().Select(Shown)));
                var (wide, tall) = (Span(cell, "colspan"), Span(cell, "rowspan"));
                for (var i = 0; i < wide && filled.Count < MostColumns; i++)
                {
                    above[filled.Count] = (text, cell.LocalName == "th", tall - 1);
                    filled.Add((i == 0 ? text : rows[0] == row ? text : "", cell.LocalName == "th"));
                }
            }

            yield return [.. filled];
        }
    }

    private static string Shown(INode node) => node switch
    {
        IText text when text.ParentElement?.LocalName is not ("script" or "style" or "noscript" or "del" or "s") => text.Data,
        IElement { LocalName: "br" or "p" or "div" } => " ",
        _ => "",
    };

    private static int Span(IElement cell, string name) => int.TryParse(cell.GetAttribute(name), out var span) ? Math.Clamp(span, 1, MostColumns) : 1;
}
