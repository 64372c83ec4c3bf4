using System.Collections.Immutable;

namespace Bot.Articles;

/// <summary>What was understood of an article, short enough for a person to see at a glance whether it was read rightly.</summary>
/// <param name="Speakers">Names, most quoted first; at most <see cref="MostSpeakers"/>.</param>
/// <param name="SpeakerCount">All of them.</param>
/// <param name="Opening">The first paragraphs, each cut to <see cref="LongestLine"/> UTF-16 code units at a word; at most <see cref="MostLines"/>.</param>
public sealed record ArticlePreview(
    string Headline,
    string? Outlet,
    string? Author,
    DateOnly? Date,
    DateOnly? Modified,
    string? Dateline,
    string? Language,
    Uri? Url,
    int Paragraphs,
    int Quotations,
    ImmutableArray<string> Speakers,
    int SpeakerCount,
    ImmutableArray<string> Opening)
{
    public const int MostSpeakers = 8;
    public const int MostLines = 3;
    public const int LongestLine = 200;

    public static ArticlePreview Of(Article article) => new(
        article.Title,
        article.Outlet,
        article.Author,
        article.Date,
        article.Modified,
        article.Dateline,
        article.Language,
        article.Url,
        article.Paragraphs.Length,
        article.Quotations.Length,
        [.. article.Speakers.Take(MostSpeakers).Select(speaker => speaker.Name)],
        article.Speakers.Length,
        [.. article.Paragraphs.Take(MostLines).Select(paragraph => Shortened(paragraph.Text))]);

    private static string Shortened(string text)
    {
        if (text.Length <= LongestLine)
        {
            return text;
        }

        var space = text.LastIndexOf(' ', LongestLine - 1);
        var cut = space > LongestLine / 2 ? space : LongestLine - 1;
        return $"{text.AsSpan(0, char.IsHighSurrogate(text[cut - 1]) ? cut - 1 : cut).TrimEnd()}…";
    }
}
