using System.Text;
using Bot.Language;
using Word = UglyToad.PdfPig.Content.Word;

namespace Bot.Articles.Parsing.Pdf;

/// <summary>Finds the lines of a page in reading order: the page is cut at wide empty stripes, across first for what spans all columns, then down between columns.</summary>
internal static class PdfColumns
{
    private const int DeepestCut = 12;
    private const int FewestLines = 4;

    // In sizes of the type: what parts columns is wider than all but the worst spaces, and a column than a number before a line.
    private const double LeastGutter = 0.75;
    private const double WideGutter = 1.1;
    private const double LeastWidth = 6;

    public static IReadOnlyList<PdfLine> Lines(IReadOnlyList<Word> words)
    {
        if (words.Count == 0)
        {
            return [];
        }

        var size = Median(words.Select(Size));
        var columns = new List<List<List<Word>>>();
        Cut(ToLines(words), size, 0, columns);
        var lines = new List<PdfLine>();
        for (var column = 0; column < columns.Count; column++)
        {
            var (left, right) = (columns[column].Min(line => line[0].BoundingBox.Left), columns[column].Max(line => line[^1].BoundingBox.Right));
            lines.AddRange(columns[column].Select(line => Line(line, column, left, right)));
        }

        var (top, bottom) = (lines.Max(line => line.Baseline), lines.Min(line => line.Baseline));
        return [.. lines.Select(line => line with { AtTop = line.Baseline > top - (2.5 * size), AtBottom = line.Baseline < bottom + (2.5 * size) })];
    }

    private static PdfLine Line(List<Word> words, int column, double left, double right) => new(
        Text(words),
        words[0].BoundingBox.Left,
        words[^1].BoundingBox.Right,
        Baseline(words[0]),
        Median(words.Select(Size)),
        words.All(word => word.FontName?.Contains("bold", StringComparison.OrdinalIgnoreCase) == true),
        column,
        left,
        right,
        AtTop: false,
        AtBottom: false);

    private static string Text(List<Word> words)
    {
        var text = new StringBuilder();
        foreach (var word in words)
        {
            if (text.Length > 0 && !(Whitespace.IsUnspaced(text[^1]) && Whitespace.IsUnspaced(word.Text[0])))
            {
                text.Append(' ');
            }

            text.Append(word.Text);
        }

        return text.ToString();
    }

    /// <summary>Recursively: the widest gutter between columns, else one column.</summary>
    private static void Cut(List<List<Word>> lines, double size, int depth, List<List<List<Word>>> columns)
    {
        if (depth < DeepestCut && lines.Count > 1 && Gutter(lines, size) is { } cut)
        {
            // Above and below the stretch where the gutter is empty stand lines over the full width.
            Cut([.. lines.Take(cut.From)], size, depth + 1, columns);
            Cut(Part(lines, cut, leftOf: true), size, depth + 1, columns);
            Cut(Part(lines, cut, leftOf: false), size, depth + 1, columns);
            Cut([.. lines.Skip(cut.To)], size, depth + 1, columns);
        }
        else if (lines.Count > 0)
        {
            columns.Add(lines);
        }
    }

    private readonly record struct GutterCut(int From, int To, double X);

    private static List<List<Word>> Part(List<List<Word>> lines, GutterCut cut, bool leftOf) =>
        Side(lines[cut.From..cut.To], word => Middle(word) < cut.X == leftOf);

    /// <summary>
    /// The longest run of lines in which the same vertical stripe stays empty, with columns of text side by side left and right of it. Columns are flush on
    /// their left side, whatever their right side is; that tells a narrow gutter, such as TeX's of ten points, from spaces that happen to stand below one
    /// another. Only where lines begin or have a gap is a stripe looked for, so a page without columns costs one pass.
    /// </summary>
    private static GutterCut? Gutter(List<List<Word>> lines, double size)
    {
        var edges = lines.SelectMany(line => Edges(line, size)).GroupBy(x => Math.Round(2 * x / size)).Where(group => group.Count() >= FewestLines)
            .OrderByDescending(group => group.Count()).Take(8).Select(group => Median(group));
        GutterCut? best = null;
        foreach (var edge in edges)
        {
            var x = edge - (0.45 * size);
            var from = 0;
            for (var at = 0; at <= lines.Count; at++)
            {
                if (at < lines.Count && IsFree(lines[at], x, size))
                {
                    continue;
                }

                if ((best is null || at - from > best.Value.To - best.Value.From) && AreColumns(lines[from..at], x, edge, size))
                {
                    best = new(from, at, x);
                }

                from = at + 1;
            }
        }

        return best;
    }

    /// <summary>Where a column may begin: at the first word of a line, and at one behind a gap.</summary>
    private static IEnumerable<double> Edges(List<Word> line, double size) =>
        line.Zip(line.Skip(1)).Where(pair => pair.Second.BoundingBox.Left - pair.First.BoundingBox.Right > LeastGutter * size)
            .Select(pair => pair.Second.BoundingBox.Left).Prepend(line[0].BoundingBox.Left);

    /// <summary>Whether a stripe parts text from text: enough lines beside one another on both sides, wide enough to be read, the right ones flush or far off.</summary>
    private static bool AreColumns(List<List<Word>> run, double x, double edge, double size)
    {
        var left = Side(run, word => Middle(word) < x);
        var right = Side(run, word => Middle(word) >= x);
        if (left.Count < FewestLines || right.Count < FewestLines)
        {
            return false;
        }

        var (top, bottom) = (Math.Min(Baseline(left[0][0]), Baseline(right[0][0])), Math.Max(Baseline(left[^1][0]), Baseline(right[^1][0])));
        return new[] { left, right }.All(side => side.Count(line => Baseline(line[0]) <= top + (0.5 * size) && Baseline(line[0]) >= bottom - (0.5 * size)) >= FewestLines
                && side.Max(line => line[^1].BoundingBox.Right) - side.Min(line => line[0].BoundingBox.Left) >= LeastWidth * size)
            && (right.Count(line => Math.Abs(line[0].BoundingBox.Left - edge) < 0.35 * size) * 2 >= right.Count || run.Count(HasWideGap) >= FewestLines);

        bool HasWideGap(List<Word> line) => line.Zip(line.Skip(1)).Any(pair =>
            Middle(pair.First) < x && Middle(pair.Second) >= x && pair.Second.BoundingBox.Left - pair.First.BoundingBox.Right > WideGutter * size);
    }

    private static List<List<Word>> Side(List<List<Word>> lines, Func<Word, bool> isOn) => [.. lines.Select(line => line.Where(isOn).ToList()).Where(line => line.Count > 0)];

    private static bool IsFree(List<Word> line, double x, double size) =>
        !line.Exists(word => word.BoundingBox.Left < x + (0.25 * size) && word.BoundingBox.Right > x - (0.25 * size));

    /// <summary>Words on about the same baseline, from the top of the page down and from left to right.</summary>
    private static List<List<Word>> ToLines(IReadOnlyList<Word> words)
    {
        var lines = new List<List<Word>>();
        foreach (var word in words.OrderByDescending(Baseline))
        {
            if (lines.Count > 0 && Math.Abs(Baseline(lines[^1][0]) - Baseline(word)) < 0.45 * Math.Max(Size(word), 1))
            {
                lines[^1].Add(word);
            }
            else
            {
                lines.Add([word]);
            }
        }

        foreach (var line in lines)
        {
            line.Sort((one, other) => one.BoundingBox.Left.CompareTo(other.BoundingBox.Left));
        }

        return lines;
    }

    private static double Baseline(Word word) => word.Letters[0].StartBaseLine.Y;

    private static double Middle(Word word) => (word.BoundingBox.Left + word.BoundingBox.Right) / 2;

    private static double Size(Word word) => word.Letters[0].PointSize is > 0 and var size ? size : word.BoundingBox.Height;

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
