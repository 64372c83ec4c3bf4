using System.Collections.Immutable;
using Bot.Answers.Extraction.Questions;
using Bot.Answers.Extraction.Scoring;

namespace Bot.Answers.Extraction;

/// <summary>Chooses which sentences are shown.</summary>
internal static class AnswerSelection
{
    private const int Most = 3;
    private const int MostNearest = 2;

    // Below this the nearest sentence speaks of something else.
    private const double LeastForNearest = 0.15;

    // A sentence this far behind the best in log-odds adds more noise than answer.
    private const float Margin = 1.5f;

    // Of a list each sentence may hold but one member.
    private const int MostOfList = 4;
    private const float MarginOfList = 2.5f;

    // What another article says of the same thing is worth showing even where it says it less well.
    private const int MostArticles = 4;
    private const float MarginOfOthers = 3;
    private const double Likeness = 0.5;

    /// <summary>One to three candidates, best first; from several articles, also the best of each other one that speaks of the same, article by article.</summary>
    /// <param name="ranking">For the whole question.</param>
    /// <param name="parts">For each part of a question that asks several things, of the same passages. The best for each is chosen first.</param>
    public static ImmutableArray<int> Choose(Ranking ranking, IEnumerable<Ranking> parts)
    {
        var question = ranking.Candidates.Question;
        var (most, margin) = question.AsksForSeveral ? (MostOfList, MarginOfList) : (Most, Margin);
        var chosen = parts.Select(part => part.Sentences[0]).Distinct().ToList();

        var articles = chosen.Select(i => ArticleOf(ranking, i)).Distinct().ToList();
        var verdict = Verdict.IsAsked(question);
        foreach (var i in ranking.Sentences.Where(i => !chosen.Contains(i) && (!verdict || Verdict.MayAnswer(ranking.Candidates.All[i].Sentence))).ToArray())
        {
            var article = ArticleOf(ranking, i);
            if (chosen.Count == 0 || (chosen.Count < most && ranking.Merit(chosen[0]) - ranking.Merit(i) <= margin))
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

    /// <summary>What comes closest; nothing where even that is beside the point.</summary>
    public static ImmutableArray<int> Nearest(Ranking ranking, double confidence) => confidence < LeastForNearest ? [] :
        [.. ranking.Sentences.Where(i => ranking.Clues.Of(i)[Clue.Soft] > 0).DistinctBy(i => ranking.Candidates.All[i].Passage).Take(MostNearest)];
}
