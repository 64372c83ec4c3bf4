using System.Collections.Immutable;

namespace Bot.Answers.Extractive;

/// <summary>Chooses which sentences are shown.</summary>
internal static class AnswerSelection
{
    private const int Most = 3;
    private const int MostNearest = 2;

    // A sentence this far behind the best in log-odds adds more noise than answer.
    private const float Margin = 1.5f;

    /// <summary>One to three candidates, best first.</summary>
    public static ImmutableArray<int> Choose(Ranking ranking)
    {
        var chosen = ImmutableArray.CreateBuilder<int>(Most);
        foreach (var i in ranking.Sentences)
        {
            if (chosen.Count == Most || (chosen.Count > 0 && ranking.Scores[i] < ranking.Scores[chosen[0]] - Margin))
            {
                break;
            }

            chosen.Add(i);
        }

        return chosen.DrainToImmutable();
    }

    public static ImmutableArray<int> Nearest(Ranking ranking) =>
        [.. ranking.Sentences.Where(i => ranking.Clues.Of(i)[Clue.Soft] > 0).DistinctBy(i => ranking.Candidates.All[i].Passage).Take(MostNearest)];
}
