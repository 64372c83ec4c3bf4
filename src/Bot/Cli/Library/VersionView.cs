using System.Globalization;
using System.Text;
using Bot.Articles;
using Bot.Articles.Versions;
using Spectre.Console;

namespace Bot.Cli.Library;

/// <summary>Which versions of an article there are, and what changed from one to the next.</summary>
internal static class VersionView
{
    /// <param name="versions">All that there are, oldest first.</param>
    public static void WriteList(IAnsiConsole console, Article article, IReadOnlyList<VersionListing> versions)
    {
        if (versions.Count > 1)
        {
            console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"Version {article.Version} of {string.Join(", ", versions.Select(version => $"{version.Version} ({version.Added:yyyy-MM-dd HH:mm} UTC)"))}; --version N shows another"));
        }
    }

    public static void WriteChanges(IAnsiConsole console, Article earlier, Article later)
    {
        var difference = VersionDifference.Between(earlier, later);
        console.WriteLine();
        console.WriteLine($"Changed since version {earlier.Version}: {Summary(difference)}");
        if (difference.OldTitle is { } title)
        {
            console.WriteLine($"  Headline before: {title}");
        }

        foreach (var change in difference.Changes)
        {
            var (sign, number, text) = change switch
            {
                ParagraphChange.Added added => ('+', added.New.Number, added.New.Text),
                ParagraphChange.Removed removed => ('-', removed.Old.Number, removed.Old.Text),
                ParagraphChange.Altered altered => ('~', altered.New.Number, Marked(altered)),
                _ => throw new InvalidOperationException($"{change.GetType().Name} is no change this view knows."),
            };
            console.Write(new Text(string.Create(CultureInfo.InvariantCulture, $"{sign} {number,3}  {text}")));
            console.WriteLine();
        }
    }

    /// <summary>“2 paragraphs added, 1 altered”.</summary>
    public static string Summary(VersionDifference difference)
    {
        List<string> parts = [];
        Count<ParagraphChange.Added>("added");
        Count<ParagraphChange.Removed>("removed");
        Count<ParagraphChange.Altered>("altered");
        if (difference.OldTitle is not null)
        {
            parts.Add(parts.Count == 0 ? "the headline only" : "the headline");
        }

        return parts.Count == 0 ? "nothing but where paragraphs or sections begin" : string.Join(", ", parts);

        void Count<T>(string happened)
        {
            if (difference.Changes.Count(change => change is T) is > 0 and var count)
            {
                parts.Add(string.Create(CultureInfo.InvariantCulture, $"{count} {(parts.Count > 0 ? "" : count == 1 ? "paragraph " : "paragraphs ")}{happened}"));
            }
        }
    }

    /// <summary>As wdiff marks words: [-removed-] and {+added+}.</summary>
    private static string Marked(ParagraphChange.Altered altered)
    {
        var text = new StringBuilder();
        foreach (var piece in altered.Words())
        {
            _ = piece.Kind switch
            {
                TextChangeKind.Removed => text.Append("[-").Append(piece.Text).Append("-]"),
                TextChangeKind.Added => text.Append("{+").Append(piece.Text).Append("+}"),
                _ => text.Append(piece.Text),
            };
        }

        return text.ToString();
    }
}
