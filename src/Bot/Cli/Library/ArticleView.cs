using System.Globalization;
using Bot.Articles;
using Bot.Messages;
using Spectre.Console;

namespace Bot.Cli.Library;

/// <summary>An article as it was read.</summary>
internal static class ArticleView
{
    private static readonly Style Heading = new(decoration: Decoration.Bold);

    public static void WriteHead(IAnsiConsole console, Article article)
    {
        console.Write(new Text(article.Title, Heading));
        console.WriteLine();
        var filed = SourceLine.Join(article.Outlet, article.Author, article.Dateline, SourceLine.Day(article.Date), Changed(article), article.Language);
        if (filed.Length > 0)
        {
            console.WriteLine(filed);
        }

        console.WriteLine(Size(article.Paragraphs.Length, article.Quotations.Length, article.Speakers.Length));
    }

    /// <summary>What was understood, for a look whether the article was read rightly.</summary>
    public static void WritePreview(IAnsiConsole console, ArticlePreview preview)
    {
        console.Write(new Text(preview.Headline, Heading));
        console.WriteLine();
        WriteLine("Outlet", preview.Outlet);
        WriteLine("Author", preview.Author);
        WriteLine("Date", SourceLine.Day(preview.Date));
        WriteLine("Changed", preview.Modified == preview.Date ? null : SourceLine.Day(preview.Modified));
        WriteLine("Filed from", preview.Dateline);
        WriteLine("Language", preview.Language);
        WriteLine("Address", preview.Url?.AbsoluteUri);
        WriteLine("Read", Size(preview.Paragraphs, preview.Quotations, preview.SpeakerCount));
        var more = preview.SpeakerCount - preview.Speakers.Length;
        WriteLine("Speakers", string.Join(", ", preview.Speakers) + (more > 0 ? string.Create(CultureInfo.InvariantCulture, $" and {more} more") : ""));
        console.WriteLine();
        for (var i = 0; i < preview.Opening.Length; i++)
        {
            QuoteBlock.WriteNumbered(console, i + 1, preview.Opening[i], Style.Plain);
        }

        void WriteLine(string label, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                console.WriteLine($"{label + ":",-11} {value}");
            }
        }
    }

    private static string Size(int paragraphs, int quotes, int speakers) =>
        $"{Count.Of(paragraphs, "paragraph")}, {Count.Of(quotes, "quote")}, {Count.Of(speakers, "speaker")}";

    private static string? Changed(Article article) =>
        article.Modified is { } day && day != article.Date ? $"changed {SourceLine.Day(day)}" : null;

    /// <param name="number">Only this paragraph and its neighbours; null for all.</param>
    public static void Write(IAnsiConsole console, Article article, int? number)
    {
        WriteHead(console, article);
        console.WriteLine();
        string? section = null;
        foreach (var paragraph in article.Paragraphs)
        {
            if (number is { } wanted && Math.Abs(paragraph.Number - wanted) > 1)
            {
                continue;
            }

            if (paragraph.Section is not null && paragraph.Section != section)
            {
                console.Write(new Text(paragraph.Section, Heading));
                console.WriteLine();
                console.WriteLine();
            }

            section = paragraph.Section;
            var style = paragraph.Number == number ? Heading : Style.Plain;
            QuoteBlock.WriteNumbered(console, paragraph.Number, paragraph.Text, style);
        }
    }
}
