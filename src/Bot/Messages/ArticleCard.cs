using Bot.Articles;
using Bot.Localization;

namespace Bot.Messages;

/// <summary>What the bot has understood of an article, at a glance.</summary>
internal static class ArticleCard
{
    private const int MostSpeakers = 8;
    private const int MostLines = 2;
    private const int LongestLine = 150;

    public static IEnumerable<string> Of(Article article, Translation translation)
    {
        yield return $"**{Headline.Of(article.Title)}** `{article.Id}`";
        var day = article.Date is { } date ? translation.Day(date) : null;
        var modified = article.Modified is { } changed && changed != article.Date ? translation.Modified(translation.Day(changed)) : null;
        var version = article.Version > 1 ? translation.Version(article.Version) : null;
        var filed = SourceLine.Join(article.Outlet, article.Author, article.Dateline, day, modified, version);
        if (filed.Length > 0)
        {
            yield return $"-# {DiscordText.Escape(Shortened(filed))}";
        }

        yield return $"-# {translation.Counts(article.Paragraphs.Length, article.Quotations.Length, article.Speakers.Length)}";
        if (!article.Speakers.IsEmpty)
        {
            yield return $"-# {DiscordText.Escape(Shortened(translation.Speakers(translation.List([.. article.Speakers.Take(MostSpeakers).Select(speaker => speaker.Name)]))))}";
        }

        foreach (var paragraph in article.Paragraphs.Take(MostLines))
        {
            yield return $"> {DiscordText.Escape(Shortened(paragraph.Text))}";
        }
    }

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
