namespace Bot.Answers.Extraction.Scoring;

/// <summary>Whether a sentence says the terms together and in the question's order.</summary>
internal static class WordOrder
{
    // Little words that may stand between two neighbours (“secretary of the state”).
    private const int MostBetween = 2;

    public static void AddTo(Clues clues, Candidates candidates, Candidate candidate)
    {
        var (pairs, longest, run, sum) = (0, 0f, 0f, 0f);
        var (previous, between, first, last) = (-1, 0, -1, -1);
        for (var i = 0; i < candidate.WordIds.Length; i++)
        {
            if (candidate.WordIds[i] < 0)
            {
                between++;
                continue;
            }

            var term = candidates.Matches.ExactTerm(candidate.WordIds[i]);
            var weight = term < 0 ? 0 : candidates.Weights[term];
            var neighbours = term > 0 && term == previous + 1 && between <= MostBetween;
            pairs += neighbours ? 1 : 0;
            run = neighbours ? run + weight : weight;
            longest = Math.Max(longest, run);
            (previous, between) = (term < 0 ? -2 : term, 0);
            if (term >= 0)
            {
                first = first < 0 ? i : first;
                last = i;
                sum += weight;
            }

            clues[Clue.Opposites] += Opposites(candidates.Matches.Of(candidate.WordIds[i]));
        }

        clues[Clue.Pairs] = candidates.Terms > 1 ? Math.Min(1, (float)pairs / (candidates.Terms - 1)) : 0;
        clues[Clue.Run] = longest;
        clues[Clue.Density] = first < 0 ? 0 : sum / (1 + ((last - first) / 10f));
    }

    private static int Opposites(ReadOnlySpan<TermMatch> matches)
    {
        var count = 0;
        foreach (var match in matches)
        {
            count += match.Opposite ? 1 : 0;
        }

        return count;
    }
}
