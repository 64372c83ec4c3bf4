using System.Collections.Immutable;

namespace Bot.Search.Vectors;

/// <summary>Reciprocal rank fusion: what stands high in several rankings stands first. https://dl.acm.org/doi/10.1145/1571941.1572114</summary>
internal static class RankFusion
{
    // From the paper; how steeply the first ranks count more than later ones.
    private const float Depth = 60;

    /// <param name="score">Gives an item its new score.</param>
    /// <returns>Each item once, as it stands in the first ranking that has it.</returns>
    public static ImmutableArray<T> Fuse<T, TKey>(Func<T, TKey> key, Func<T, float, T> score, int limit, params ReadOnlySpan<ImmutableArray<T>> rankings)
        where TKey : notnull
    {
        var items = new List<T>();
        var places = new Dictionary<TKey, int>();
        var scores = new List<float>();
        foreach (var ranking in rankings)
        {
            for (var rank = 0; rank < ranking.Length; rank++)
            {
                if (!places.TryGetValue(key(ranking[rank]), out var place))
                {
                    places[key(ranking[rank])] = place = items.Count;
                    items.Add(ranking[rank]);
                    scores.Add(0);
                }

                scores[place] += 1 / (Depth + rank + 1);
            }
        }

        // Stable: among equals, the first ranking's order.
        return [.. Enumerable.Range(0, items.Count).OrderByDescending(i => scores[i]).Take(limit).Select(i => score(items[i], scores[i]))];
    }
}
