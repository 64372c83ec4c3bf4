using System.Globalization;
using Spectre.Console;

namespace Bot.CommandLine;

/// <summary>Exact words with a bar at their left, and quiet lines below. The bar stands for the marks, so that the words stay as they are.</summary>
internal static class QuoteBlock
{
    private const int NarrowestText = 16;

    private static readonly Style Quiet = new(decoration: Decoration.Dim);

    public static void Write(IAnsiConsole console, string quote, Style style, params IEnumerable<string?> below)
    {
        WriteHanging(console, quote, style, "│ ", "│ ");
        foreach (var line in below)
        {
            if (!string.IsNullOrEmpty(line))
            {
                WriteHanging(console, line, Quiet, "  ", "  ");
            }
        }

        console.WriteLine();
    }

    public static void WriteNumbered(IAnsiConsole console, int number, string text, Style style)
    {
        WriteHanging(console, text, style, string.Create(CultureInfo.InvariantCulture, $"{number,4}  "), "      ");
        console.WriteLine();
    }

    private static void WriteHanging(IAnsiConsole console, string text, Style style, string first, string rest)
    {
        var width = Math.Max(console.Profile.Width - first.Length - 1, NarrowestText);
        var indent = first;
        foreach (var line in Wrap(Clean(text), width))
        {
            console.Write(new Text(indent, Quiet));
            console.Write(new Text(line, style));
            console.WriteLine();
            indent = rest;
        }
    }

    /// <summary>Breaks at blanks; a word wider than the line stays whole.</summary>
    private static IEnumerable<string> Wrap(string text, int width)
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

            yield return text[start..blank];
            start = blank + 1;
        }

        yield return text[start..];
    }

    /// <summary>Control characters of an article must not reach the terminal; a line break inside a paragraph is a blank.</summary>
    private static string Clean(string text) =>
        text.Any(char.IsControl) ? string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)) : text;
}
