using Bot.Articles;
using Bot.Localization;

namespace Bot.Messages;

/// <summary>In a sentence, which article somebody has added was there already or is much like another.</summary>
internal static class MatchText
{
    /// <param name="title">The other article's, as it may be shown.</param>
    public static string Of(ArticleMatch match, string title, Translation translation)
    {
        var other = match.Article;
        var from = string.Join(", ", new[] { other.Outlet, other.Date is { } day ? translation.Day(day) : null }.Where(part => part is not null));
        var named = from.Length > 0 ? $"{other.Id} “{title}” ({from})" : $"{other.Id} “{title}”";
        return match.Kind switch
        {
            MatchKind.SameSource => translation.NotChangedSince(named),
            MatchKind.SameWords => translation.SameWordsAs(named),
            _ => translation.NearCopyOf(named, (int)Math.Round(100 * match.Share)),
        };
    }
}
