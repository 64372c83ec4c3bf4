using System.Collections.Immutable;

namespace Bot.Answers.Comparison;

/// <summary>Something that a statement says and that can be set beside what others say.</summary>
internal sealed record Claim<T>(CitedStatement Statement, T Value);

/// <summary>Which articles stand together on one matter.</summary>
internal static class Positions
{
    private const int MostWords = 3;

    /// <summary>The positions on what these claims are about.</summary>
    /// <returns>Null when only one article claims anything, or when no value is common to those who stand together.</returns>
    public static SourceComparison? Of<T>(
        IReadOnlyList<Claim<T>> claims, Func<T, T, bool> same, Func<Claim<T>, IEnumerable<Claim<T>>, string> words)
    {
        var articles = claims.GroupBy(claim => claim.Statement.Article.Id).Select(article => article.ToArray()).ToArray();
        if (articles.Length < 2)
        {
            return null;
        }

        var together = Groups.Of(articles, (a, b) => a.Any(one => b.Any(other => same(one.Value, other.Value))));
        var positions = ImmutableArray.CreateBuilder<SourcePosition>(together.Count);
        foreach (var group in together)
        {
            var common = group[0].Where(claim => group.All(article => article.Any(other => same(claim.Value, other.Value)))).ToArray();
            if (common.Length == 0)
            {
                return null;
            }

            var says = common.Select(claim => words(claim, claims.Where(other => other.Statement.Article.Id != claim.Statement.Article.Id)));
            positions.Add(new SourcePosition(
                string.Join(" and ", says.Distinct(StringComparer.OrdinalIgnoreCase).Take(MostWords)),
                [.. group.Select(article => article[0].Statement.Source)]));
        }

        return new SourceComparison(positions.Count == 1 ? ComparisonKind.Agree : ComparisonKind.Differ, positions.DrainToImmutable());
    }
}

/// <summary>Sorts things into groups by which of them belong together, directly or through others.</summary>
internal static class Groups
{
    /// <summary>In the order of their first members; within a group, in the order given.</summary>
    public static IReadOnlyList<IReadOnlyList<T>> Of<T>(IReadOnlyList<T> items, Func<T, T, bool> together)
    {
        var group = Enumerable.Range(0, items.Count).ToArray();
        for (var i = 0; i < items.Count; i++)
        {
            for (var j = i + 1; j < items.Count; j++)
            {
                if (group[i] != group[j] && together(items[i], items[j]))
                {
                    var (kept, dropped) = (Math.Min(group[i], group[j]), Math.Max(group[i], group[j]));
                    for (var k = 0; k < group.Length; k++)
                    {
                        group[k] = group[k] == dropped ? kept : group[k];
                    }
                }
            }
        }

        return [.. items.Index().GroupBy(item => group[item.Index], item => item.Item).Select(members => members.ToArray())];
    }
}
