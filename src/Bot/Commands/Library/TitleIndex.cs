using System.Collections.Immutable;
using Bot.Articles;
using Bot.Articles.Quotations;

namespace Bot.Commands.Library;

/// <summary>Finds articles by words of their headline and outlet: in any order, without accents, half typed, with a slip. Immutable.</summary>
internal sealed class TitleIndex
{
    private const int MostWords = 8;

    private readonly ImmutableArray<ArticleListing> _listings;

    // Which listings hold a word, ascending; most words of thousands of headlines repeat.
    private readonly Dictionary<string, List<int>> _words = new(StringComparer.Ordinal);

    /// <param name="listings">The newest first.</param>
    public TitleIndex(ImmutableArray<ArticleListing> listings)
    {
        _listings = listings;
        for (var i = 0; i < listings.Length; i++)
        {
            foreach (var word in Words($"{listings[i].Title} {listings[i].Outlet}"))
            {
                if (!_words.TryGetValue(word, out var holders))
                {
                    _words.Add(word, holders = []);
                }

                if (holders.Count == 0 || holders[^1] != i)
                {
                    holders.Add(i);
                }
            }
        }
    }

    public ImmutableArray<ArticleListing> Listings => _listings;

    /// <summary>Those that hold every word, the newest first; behind them, if there is room, those that hold them but for a slip.</summary>
    public IEnumerable<ArticleListing> Find(string typed, int most)
    {
        var asked = Words(typed).Take(MostWords).ToArray();
        if (asked.Length == 0)
        {
            return _listings.Take(most);
        }

        var found = Holders(asked, (word, held) => held.Contains(word, StringComparison.Ordinal)).Take(most).ToList();
        if (found.Count < most)
        {
            var known = found.ToHashSet();
            found.AddRange(Holders(asked, (word, held) => held.Contains(word, StringComparison.Ordinal) || Typo.Begins(word, held)).Where(i => !known.Contains(i)).Take(most - found.Count));
        }

        return found.Select(i => _listings[i]);
    }

    private IEnumerable<int> Holders(string[] asked, Func<string, string, bool> fits)
    {
        // How many of the words so far each listing holds, all of them or it is out.
        var held = new int[_listings.Length];
        for (var i = 0; i < asked.Length; i++)
        {
            foreach (var (word, holders) in _words)
            {
                if (!fits(asked[i], word))
                {
                    continue;
                }

                foreach (var holder in holders)
                {
                    held[holder] = held[holder] == i ? i + 1 : held[holder];
                }
            }
        }

        return Enumerable.Range(0, held.Length).Where(i => held[i] == asked.Length);
    }

    private static IEnumerable<string> Words(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => string.Concat(Bot.Language.Words.Fold(word).Where(char.IsLetterOrDigit)))
            .Where(word => word.Length > 0);
}
