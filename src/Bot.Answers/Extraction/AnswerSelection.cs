using System.Collections.Immutable;

namespace Bot.Answers.Extraction;

/// <summary>Chooses which sentences are shown.</summary>
internal static class AnswerSelection
{
    private const int Most = 3;
    private const int MostNearest = 2;

    // A sentence this far behind the best in log-odds adds more noise than answer.
    private const float Margin = 1.5f;

    // What another article says of the same thing is worth showing even where it says it less well.
    private const int MostArticles = 4;
    private const float MarginOfOthers = 3;
    private const double Likeness = 0.5;

    /// <summary>One to three candidates, best first; from several articles, also the best of each other one that speaks of the same, article by article.</summary>
    /// <param name="ranking">For the whole question.</param>
    /// <param name="parts">For each of its parts, of the same passages; only <paramref name="ranking"/> when it asks one thing. The best for each is chosen first.</param>
    public static ImmutableArray<int> Choose(Ranking ranking, IReadOnlyList<Ranking> parts)
    {
        var chosen = new List<int>(Most);
        if (parts.Count > 1)
        {
            chosen.AddRange(parts.Select(part => part.Sentences[0]).Distinct());
        }

        var articles = chosen.Select(i => ArticleOf(ranking, i)).Distinct().ToList();
        foreach (var i in ranking.Sentences.Where(i => !chosen.Contains(i)).ToArray())
        {
            var article = ArticleOf(ranking, i);
            if (chosen.Count == 0 || (chosen.Count < Most && ranking.Merit(chosen[0]) - ranking.Merit(i) <= Margin))
            {
                chosen.Add(i);
            }
            else if (ranking.Scores[chosen[0]] - ranking.Scores[i] <= MarginOfOthers && !articles.Contains(article) && articles.Count < MostArticles && SaysAlike(ranking, chosen[0], i))
            {
                chosen.Add(i);
            }
            else
            {
                continue;
            }

            if (!articles.Contains(article))
            {
                articles.Add(article);
            }
        }

        return articles.Count < 2 ? [.. chosen] : [.. chosen.OrderBy(i => articles.IndexOf(ArticleOf(ranking, i)))];
    }

    private static string ArticleOf(Ranking ranking, int candidate) => ranking.Candidates.Passages[ranking.Candidates.All[candidate].Passage].Article.Id;

    private static bool SaysAlike(Ranking ranking, int a, int b)
    {
        var (first, second) = (Content(ranking, a), Content(ranking, b));
        return first.Count > 0 && second.Count > 0 && first.Count(second.Contains) >= Likeness * Math.Min(first.Count, second.Count);
    }

    private static HashSet<string> Content(Ranking ranking, int candidate) =>
        [.. ranking.Candidates.All[candidate].Sentence.Words.Where(word => !word.IsStop).Select(word => word.Stem)];

    public static ImmutableArray<int> Nearest(Ranking ranking) =>
        [.. ranking.Sentences.Where(i => ranking.Clues.Of(i)[Clue.Soft] > 0).DistinctBy(i => ranking.Candidates.All[i].Passage).Take(MostNearest)];
}
