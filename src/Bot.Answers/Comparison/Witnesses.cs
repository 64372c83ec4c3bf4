using Bot.Articles.Copies;

namespace Bot.Answers.Comparison;

/// <summary>Two prints of one report are one witness: a position names one of them, and alone it agrees with nobody.</summary>
internal static class Witnesses
{
    public static IEnumerable<SourceComparison> Each(IReadOnlyList<SourceComparison> found, IReadOnlyList<CitedStatement> statements)
    {
        if (found.Count == 0)
        {
            return found;
        }

        var articles = statements.Select(statement => statement.Article).DistinctBy(article => article.Id).Select(article => (article.Id, Runs: WordRuns.Of(article))).ToArray();
        var witnesses = Groups.Of(articles, (a, b) => a.Runs.IsNearCopyOf(b.Runs)).Index().SelectMany(group => group.Item.Select(article => (article.Id, group.Index))).ToDictionary();
        var articleOf = statements.ToLookup(statement => statement.Citation.Number, statement => statement.Article.Id);
        return found
            .Select(comparison => comparison with
            {
                Positions = [.. comparison.Positions.Select(position => position with { Sources = [.. position.Sources.DistinctBy(source => witnesses[articleOf[source.Citation].First()])] })],
            })
            .Where(comparison => comparison.Kind != ComparisonKind.Agree || comparison.Positions[0].Sources.Length > 1);
    }
}
