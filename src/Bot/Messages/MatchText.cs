using System.Globalization;
using Bot.Articles;

namespace Bot.Messages;

/// <summary>In a sentence, which article somebody has added was there already or is much like another.</summary>
internal static class MatchText
{
    public static string Of(ArticleMatch match)
    {
        var other = match.Article;
        var from = string.Join(", ", new[] { other.Outlet, other.Date?.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) }.Where(part => part is not null));
        var named = from.Length > 0 ? $"{other.Id} “{other.Title}” ({from})" : $"{other.Id} “{other.Title}”";
        return match.Kind switch
        {
            MatchKind.SameSource => $"It has not changed since it was added as {named}.",
            MatchKind.SameWords => $"It has the same words as {named}, so it was not added again.",
            _ => string.Create(CultureInfo.InvariantCulture, $"It is a near copy of {named}: {100 * match.Share:F0}% of the shorter one's wording stands in the other. Both are kept."),
        };
    }
}
