using System.Globalization;
using Bot.Language;
using Spectre.Console;

namespace Bot.Cli;

/// <summary>Text with a bar at its left, and quiet lines below.</summary>
internal static class QuoteBlock
{
    private const int NarrowestText = 16;

    private static readonly Style Quiet = new(decoration: Decoration.Dim);

    public static void Write(IAnsiConsole console, string quote, Style style, params IEnumerable<string?> below) => Write(console, quote, style, [], below);

    /// <param name="bold">Ranges of the quote, in order.</param>
    public static void Write(IAnsiConsole console, string quote, Style style, IReadOnlyList<Sentence> bold, params IEnumerable<string?> below)
    {
        WriteHanging(console, quote, style, "│ ", "│ ", bold);
        foreach (var line in below)
        {
            if (!string.IsNullOrEmpty(line))
            {
                WriteQuiet(console, line);
            }
        }

        console.WriteLine();
    }

    /// <summary>Exact words between quotation marks. Words that have such marks of their own stay as they are: another pair would be none of the article's.</summary>
    public static void WriteQuoted(IAnsiConsole console, string quote, IReadOnlyList<Sentence> bold, params IEnumerable<string?> below)
    {
        if (quote.AsSpan().ContainsAny("“”„\""))
        {
            Write(console, quote, Style.Plain, bold, below);
            return;
        }

        Write(console, $"“{quote}”", Style.Plain, [.. bold.Select(range => new Sentence(range.Start + 1, range.End + 1))], below);
    }

    /// <summary>A line that belongs to what stands above it.</summary>
    public static void WriteQuiet(IAnsiConsole console, string line) => WriteHanging(console, line, Quiet, "  ", "  ");

    public static void WriteNumbered(IAnsiConsole console, int number, string text, Style style)
    {
        WriteHanging(console, text, style, string.Create(CultureInfo.InvariantCulture, $"{number,4}  "), "      ");
        console.WriteLine();
    }

    private static void WriteHanging(IAnsiConsole console, string text, Style style, string first, string rest, IReadOnlyList<Sentence>? bold = null)
    {
        var width = Math.Max(console.Profile.Width - first.Length - 1, NarrowestText);
        var (indent, clean) = (first, Clean(text));
        foreach (var (start, end) in Wrap(clean, width))
        {
            console.Write(new Text(indent, Quiet));
            WriteLine(console, clean, start, end, style, bold ?? []);
            indent = rest;
        }
    }

    private static void WriteLine(IAnsiConsole console, string text, int start, int end, Style style, IReadOnlyList<Sentence> bold)
    {
        foreach (var range in bold.Where(range => range.Start < end && range.End > start))
        {
            console.Write(new Text(text[start..Math.Max(start, range.Start)], style));
            start = Math.Max(start, range.Start);
            console.Write(new Text(text[start..Math.Min(end, range.End)], new Style(decoration: Decoration.Bold)));
            start = Math.Min(end, range.End);
        }

        console.Write(new Text(text[start..end], style));
        console.WriteLine();
    }

    /// <summary>Lines as ranges. Breaks at blanks; a word wider than the line stays whole.</summary>
    private static IEnumerable<(int Start, int End)> Wrap(string text, int width)
    {
        var start = 0;
        while (text.Length - start > width)
        {
            var blank = text.LastIndexOf(' ', start + width, width);
            if (blank < 0)
            {
                blank = text.IndexOf(' ', start + width);
            }

            if (blank < 0)
            {
                break;
            }

            yield return (start, blank);
            start = blank + 1;
        }

        yield return (start, text.Length);
    }

    /// <summary>Control characters of an article must not reach the terminal; a line break inside a paragraph is a blank.</summary>
    private static string Clean(string text) =>
        text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)) : text;
}
