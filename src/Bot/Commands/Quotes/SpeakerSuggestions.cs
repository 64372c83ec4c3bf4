using Bot.Articles;
using Bot.Articles.Quotations;
using Bot.Language;

namespace Bot.Commands.Quotes;

/// <summary>Which speakers are meant while a name is being typed.</summary>
internal static class SpeakerSuggestions
{
    private const int NotIn = 2;

    /// <summary>Those with a name that has a word beginning like this, then those that have it inside, each most quoted first; where none has, those that are
    /// meant in spite of a slip or by their office. Nothing typed means everybody.</summary>
    public static IEnumerable<Speaker> For(Article article, string typed)
    {
        var part = Words.Fold(typed.Trim());
        if (part.Length == 0)
        {
            return article.Speakers;
        }

        var found = article.Speakers
            .Select(speaker => (Speaker: speaker, Rank: speaker.Aliases.Prepend(speaker.Name).Min(name => Rank(Words.Fold(name), part))))
            .Where(match => match.Rank < NotIn)
            .OrderBy(match => match.Rank)
            .Select(match => match.Speaker)
            .ToList();
        return found.Count > 0 ? found : new SpeakerIndex(article.Speakers).Find(typed);
    }

    private static int Rank(string name, string part) =>
        name.StartsWith(part, StringComparison.Ordinal) || name.Contains($" {part}", StringComparison.Ordinal) ? 0 : name.Contains(part, StringComparison.Ordinal) ? 1 : NotIn;
}
