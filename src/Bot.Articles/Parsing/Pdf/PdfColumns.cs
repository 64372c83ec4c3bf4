using UglyToad.PdfPig.Content;

namespace Bot.Articles.Parsing.Pdf;

/// <summary>Finds the lines of a page in reading order: the page is cut at wide empty stripes, across first for what spans all columns, then down between columns.</summary>
internal static class PdfColumns
{
    private const int DeepestCut = 12;

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
        string.Join(' ', words.Select(word => word.Text)),
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
    [
        .. lines.Skip(cut.From).Take(cut.To - cut.From)
            .Select(line => line.Where(word => Middle(word) < cut.X == leftOf).ToList())
            .Where(line => line.Count > 0),
    ];

    /// <summary>
    /// The longest run of lines in which the same vertical stripe, wider than any space between words, stays empty with words on both sides.
    /// Only gaps inside lines propose stripes, so a page without columns costs one pass.
    /// </summary>
    private static GutterCut? Gutter(List<List<Word>> lines, double size)
    {
        const int FewestLines = 4;
        var proposals = lines.SelectMany(Gaps(size)).GroupBy(x => Math.Round(x / size)).Where(group => group.Count() >= FewestLines)
            .OrderByDescending(group => group.Count()).Take(8).Select(group => Median(group));
        GutterCut? best = null;
        foreach (var x in proposals)
        {
            var from = 0;
            for (var at = 0; at <= lines.Count; at++)
            {
                if (at < lines.Count && IsFree(lines[at], x, size))
                {
                    continue;
                }

                var run = lines[from..at];
                if (run.Count(line => line[0].BoundingBox.Left < x && line[^1].BoundingBox.Right > x) >= FewestLines && (best is null || run.Count > best.Value.To - best.Value.From))
                {
                    best = new(from, at, x);
                }

                from = at + 1;
            }
        }

        return best;
    }

    /// <summary>Just left of words behind a wide gap: columns are flush on their left side, whatever their right side is.</summary>
    private static Func<List<Word>, IEnumerable<double>> Gaps(double size) => line =>
        line.Zip(line.Skip(1)).Where(pair => pair.Second.BoundingBox.Left - pair.First.BoundingBox.Right > 1.1 * size)
            .Select(pair => pair.Second.BoundingBox.Left - (0.5 * size));

    private static bool IsFree(List<Word> line, double x, double size) =>
        !line.Exists(word => word.BoundingBox.Left < x + (0.3 * size) && word.BoundingBox.Right > x - (0.3 * size));

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
