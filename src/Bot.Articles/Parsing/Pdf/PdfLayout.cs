using System.Text.RegularExpressions;
using Bot.Articles.Parsing.Texts;
using Bot.Language;

namespace Bot.Articles.Parsing.Pdf;

/// <summary>From the lines of all pages to paragraphs and headings.</summary>
internal static partial class PdfLayout
{
    private const double SameSize = 0.12;
    private const int MostBetween = 5;
    private const int ShortestBroken = 40;

    public static ParsedDocument Read(IReadOnlyList<IReadOnlyList<PdfLine>> pages, ArticleMetadata stated)
    {
        var furniture = Furniture(pages);
        List<PdfLine> lines = [.. pages.SelectMany((page, number) => page.Where(line => !IsFurniture(line, furniture)).Select(line => line with { Column = (number * 1000) + line.Column }))];
        if (lines.Count == 0)
        {
            throw new ArticleException(ArticleFaultKind.PdfWithoutText);
        }

        var breaks = new WordBreaks(Spelled(string.Join('\n', lines.Select(line => line.Text))));
        var body = BodySize(lines);
        var spacing = Spacing(lines);
        var headline = Headline(lines, body, breaks);
        var (blocks, sizes) = (new List<Block>(), new List<double>());
        for (var at = 0; at < lines.Count;)
        {
            var end = at + 1;
            while (end < lines.Count && Continues(lines, at, end, body, spacing))
            {
                end++;
            }

            var text = Join(lines[at..end], breaks);
            var large = lines[at].Size > 1.1 * body;
            var kind = large && Headings.LooksLikeHeading(text) ? BlockKind.Heading : lines[at..end].TrueForAll(line => line.Bold) ? BlockKind.BoldLine : BlockKind.Paragraph;
            if (text.Length > 0 && text != headline)
            {
                blocks.Add(new(text, kind));
                sizes.Add(lines[at].Size);
            }

            at = end;
        }

        Rejoin(blocks, [.. sizes.Select(size => Math.Abs(size - body) <= SameSize * body)], breaks);
        var metadata = new ArticleMetadata { Title = headline }.Or(stated);
        var opening = TextOpening.Read(blocks, metadata, mayHaveTitle: metadata.Title is null);
        return opening with { Blocks = Headings.Tell(Headings.Decide(opening.Blocks)) };
    }

    /// <summary>A paragraph that breaks off in mid-sentence goes on behind what was set into it: a note at the foot of its column, a picture's caption.</summary>
    private static void Rejoin(List<Block> blocks, List<bool> isText, WordBreaks breaks)
    {
        for (var at = 0; at < blocks.Count; at++)
        {
            for (var next = at + 1; next <= at + MostBetween && next < blocks.Count && isText[at] && BreaksOff(blocks[at]) && blocks[next].Kind != BlockKind.Heading; next++)
            {
                if (isText[next] && blocks[next] is { Kind: BlockKind.Paragraph, Text: [var first, ..] rest } && char.IsLower(first))
                {
                    blocks[at] = blocks[at] with { Text = breaks.Join([blocks[at].Text, rest]) };
                    blocks.RemoveAt(next);
                    isText.RemoveAt(next);
                    next = at;
                }
            }
        }
    }

    private static bool BreaksOff(Block block) =>
        block is { Kind: BlockKind.Paragraph, Text: { Length: >= ShortestBroken } text } && !Punctuation.HasFinal(text) && (char.IsLetterOrDigit(text[^1]) || text[^1] is ',' or '-' or '‐' or '–' or '—');

    /// <summary>Whether line <paramref name="at"/> goes on with the paragraph that began at <paramref name="start"/>.</summary>
    private static bool Continues(List<PdfLine> lines, int start, int at, double body, double spacing)
    {
        var (line, above) = (lines[at], lines[at - 1]);
        if (Math.Abs(line.Size - above.Size) > SameSize * body || line.Bold != above.Bold || IsListItem(line.Text))
        {
            return false;
        }

        if (line.Column != above.Column)
        {
            // Over the end of a column or page a paragraph goes on only where its sentence does.
            return above.Size <= 1.1 * body && !Punctuation.HasFinal(above.Text) && above.Right > above.ColumnRight - (4 * body);
        }

        var indented = line.Left > line.ColumnLeft + (0.8 * body) && above.Left <= above.ColumnLeft + (0.5 * body);
        var gap = (above.Baseline - line.Baseline) / Math.Max(line.Size, 1);
        var shortEnd = Punctuation.HasFinal(above.Text) && above.Right < above.ColumnRight - (0.25 * (above.ColumnRight - above.ColumnLeft));
        return gap <= spacing * 1.25 && !(indented && at > start) && !(shortEnd && gap > spacing * 1.08);
    }

    /// <summary>Words broken at the end of a line are joined again (<see cref="WordBreaks"/>).</summary>
    private static string Join(List<PdfLine> lines, WordBreaks breaks) => Whitespace.Settle(Spelled(breaks.Join(lines.Select(line => line.Text))));

    /// <summary>Ligatures are one glyph on paper and two letters in every question about it.</summary>
    private static string Spelled(string text) => text.Replace("ﬁ", "fi", StringComparison.Ordinal).Replace("ﬂ", "fl", StringComparison.Ordinal).Replace("ﬀ", "ff", StringComparison.Ordinal)
        .Replace("ﬃ", "ffi", StringComparison.Ordinal).Replace("ﬄ", "ffl", StringComparison.Ordinal);

    private static bool IsListItem(string text) => text.Length > 2 && text[0] is '•' or '▪' or '‣' && text[1] == ' ';

    /// <summary>The size in which most of the text is set.</summary>
    private static double BodySize(List<PdfLine> lines) =>
        lines.GroupBy(line => Math.Round(line.Size * 2) / 2).MaxBy(group => group.Sum(line => line.Text.Length))!.Key;

    /// <summary>Usual distance of two lines in sizes of their type: the median inside columns.</summary>
    private static double Spacing(List<PdfLine> lines)
    {
        double[] gaps =
        [
            .. lines.Zip(lines.Skip(1)).Where(pair => pair.First.Column == pair.Second.Column && pair.Second.Size > 0)
                .Select(pair => (pair.First.Baseline - pair.Second.Baseline) / pair.Second.Size).Where(gap => gap is > 0.8 and < 3).Order(),
        ];
        return gaps.Length == 0 ? 1.3 : gaps[gaps.Length / 3];
    }

    /// <summary>The largest type on the first page, when it is clearly larger than the text.</summary>
    private static string? Headline(List<PdfLine> lines, double body, WordBreaks breaks)
    {
        var first = lines.TakeWhile(line => line.Column < 1000).ToList();
        var largest = first.Count == 0 ? 0 : first.Max(line => line.Size);
        if (largest < 1.2 * body)
        {
            return null;
        }

        var set = first.SkipWhile(line => line.Size < largest - 0.5).TakeWhile(line => line.Size >= largest - 0.5).ToList();
        return Join(set, breaks) is { Length: > 3 and <= 300 } headline ? headline : null;
    }

    /// <summary>Running heads and feet: the same words, digits aside, at the same edge of at least two pages and of half of them.</summary>
    private static HashSet<string> Furniture(IReadOnlyList<IReadOnlyList<PdfLine>> pages)
    {
        var fewest = Math.Max(2, pages.Count / 2);
        return pages.SelectMany(page => page.Where(line => line.AtTop || line.AtBottom).Select(Mark).Distinct())
            .GroupBy(mark => mark, StringComparer.Ordinal).Where(group => group.Count() >= fewest).Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
    }

    private static bool IsFurniture(PdfLine line, HashSet<string> furniture) =>
        (line.AtTop || line.AtBottom) && (PageNumber().IsMatch(line.Text) || furniture.Contains(Mark(line)));

    private static string Mark(PdfLine line) => (line.AtTop ? "^" : "_") + Digits().Replace(line.Text, "#");

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex(@"^\W*(?:(?:page|seite|p\.|pagina|página)\s*)?\d{1,4}(?:\s*(?:of|/|von|sur|de|di|van)\s*\d{1,4})?\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PageNumber();
}
