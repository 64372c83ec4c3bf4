using System.Globalization;
using System.IO.Hashing;
using System.Text;
using System.Text.RegularExpressions;

namespace Bot.Evaluation;

/// <summary>Scores of <see cref="PagesTask"/> by suite, over all pages and over each half, so that one half can be looked at and the other tells the truth.</summary>
internal static partial class PagesReport
{
    private const int Shingle = 4;

    public static object Line(PageCase page, PageReading reading) => new
    {
        page.Id,
        Half = Half(page),
        reading.Refusal,
        Score = Score(page, reading) is { } score ? (double?)Math.Round(score.F1, 4) : null,
        reading.Article?.Title,
        reading.Article?.Author,
        Date = reading.Article?.Date?.ToString("O", CultureInfo.InvariantCulture),
        Ms = Math.Round(reading.Time.TotalMilliseconds, 1),
        reading.Foreign,
        reading.Text,
    };

    public static void Print(IReadOnlyList<(PageCase Case, PageReading Reading)> results)
    {
        foreach (var suite in results.GroupBy(result => result.Case.Id.Split('/')[0]))
        {
            Print(suite.Key, [.. suite]);
            Print("  even half", [.. suite.Where(result => Half(result.Case) == 0)]);
            Print("  odd half", [.. suite.Where(result => Half(result.Case) == 1)]);
        }

        var times = results.Select(result => result.Reading.Time.TotalMilliseconds).Order().ToArray();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"all: {results.Count} pages, median {times[times.Length / 2]:F1} ms, 95% {times[times.Length * 95 / 100]:F1} ms, paragraphs that are not the page's own letters {results.Sum(result => result.Reading.Foreign.Count)}"));
    }

    private static int Half(PageCase page) => (int)(XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(page.Id)) & 1);

    private static void Print(string name, IReadOnlyList<(PageCase Case, PageReading Reading)> results)
    {
        var line = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"{name}: {results.Count} pages, {results.Count(result => result.Reading.Refusal is not null)} refused"));
        var scores = results.Select(result => (result.Case, Score: Score(result.Case, result.Reading))).Where(result => result.Score is not null).ToArray();
        if (scores.Length > 0)
        {
            // Snippets are counted over all pages, texts averaged over pages, as their suites do.
            var snippets = scores[0].Case.With is not null;
            var (tp, fp, fn) = (scores.Sum(s => s.Score!.Value.Tp), scores.Sum(s => s.Score!.Value.Fp), scores.Sum(s => s.Score!.Value.Fn));
            var precision = snippets ? tp / (tp + fp) : scores.Where(s => s.Score!.Value.Tp + s.Score.Value.Fp > 0).Average(s => s.Score!.Value.Precision);
            var recall = snippets ? tp / (tp + fn) : scores.Average(s => s.Score!.Value.Recall);
            var f1 = scores[0].Case.Metric == "words" ? scores.Average(s => s.Score!.Value.F1) : 2 * precision * recall / (precision + recall);
            line.Append(CultureInfo.InvariantCulture, $", F1 {f1:F4} P {precision:F4} R {recall:F4}");
        }

        Count("title", results, result => result.Case.Title, result => result.Reading.Article?.Title, line);
        Count("date", results, result => result.Case.Date, result => result.Reading.Article?.Date?.ToString("O", CultureInfo.InvariantCulture), line);
        Count("author", results, result => result.Case.Author, result => result.Reading.Article?.Author, line);
        Console.WriteLine(line);
    }

    private static void Count(
        string what, IReadOnlyList<(PageCase Case, PageReading Reading)> results, Func<(PageCase Case, PageReading Reading), string?> expected,
        Func<(PageCase Case, PageReading Reading), string?> found, StringBuilder line)
    {
        var asked = results.Where(result => !string.IsNullOrEmpty(expected(result))).ToArray();
        if (asked.Length > 0)
        {
            line.Append(CultureInfo.InvariantCulture, $", {what} {asked.Count(result => Letters(expected(result)) == Letters(found(result)))}/{asked.Length}");
        }
    }

    private static string Letters(string? text) =>
        string.Join(' ', Word().Matches(text ?? "").Select(match => match.Value.ToLowerInvariant()).Where(word => word is not ("and" or "und" or "et")));

    private static Counts? Score(PageCase page, PageReading reading)
    {
        if (page.With is { } with)
        {
            var read = Settled(reading.Text);
            var (found, wrong) = (with.Count(snippet => read.Contains(Settled(snippet), StringComparison.Ordinal)),
                (page.Without ?? []).Count(snippet => read.Contains(Settled(snippet), StringComparison.Ordinal)));
            return new(found, wrong, with.Count - found);
        }

        if (page.Text is null)
        {
            return null;
        }

        var (gold, own) = (Grams(page.Text, page.Metric == "words" ? 1 : Shingle), Grams(reading.Text, page.Metric == "words" ? 1 : Shingle));
        double common = gold.Sum(gram => Math.Min(gram.Value, own.GetValueOrDefault(gram.Key)));
        return new(common, own.Values.Sum() - common, gold.Values.Sum() - common);
    }

    private static Dictionary<string, int> Grams(string text, int length)
    {
        var words = Word().Matches(text).Select(match => match.Value).ToArray();
        var grams = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < Math.Max(Math.Min(1, words.Length), words.Length - length + 1); i++)
        {
            var gram = string.Join(' ', words[i..Math.Min(words.Length, i + length)]);
            grams[gram] = grams.GetValueOrDefault(gram) + 1;
        }

        return grams;
    }

    // A place where a word may be divided is no letter.
    private static string Settled(string text) => Space().Replace(text.Replace("\u00AD", "", StringComparison.Ordinal), " ").Trim();

    private readonly record struct Counts(double Tp, double Fp, double Fn)
    {
        public double Precision => Fp + Fn == 0 ? 1 : Tp + Fp == 0 ? 0 : Tp / (Tp + Fp);

        public double Recall => Fp + Fn == 0 ? 1 : Tp + Fn == 0 ? 0 : Tp / (Tp + Fn);

        public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);
    }

    [GeneratedRegex(@"\w+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Space();
}
