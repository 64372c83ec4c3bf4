using Bot.Search.Language;

namespace Bot.Answers.Extractive;

/// <summary>What speaks for the candidates answering the question at all, in numbers.</summary>
internal static class ConfidenceFeatures
{
    /// <summary>Of the best sentence, by its index among <see cref="SentenceFeatures.Names"/>.</summary>
    private static readonly int[] OfBest = [0, 1, 2, 3, 4, 7, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 25, 29, 30, 32, 38, 39, 40, 41, 42, 44];

    public static int Count => OfBest.Length + 18;

    /// <param name="scores">Of every candidate, by the ranking.</param>
    /// <param name="best">The candidate with the highest score.</param>
    public static float[] Compute(Candidates candidates, SentenceFeatures features, ReadOnlySpan<float> scores, int best)
    {
        var values = new float[Count];
        var ofBest = features.Of(best);
        for (var i = 0; i < OfBest.Length; i++)
        {
            values[i] = ofBest[OfBest[i]];
        }

        var at = OfBest.Length;
        var second = float.NegativeInfinity;
        var sum = 0.0;
        for (var i = 0; i < scores.Length; i++)
        {
            sum += Math.Exp(scores[i] - scores[best]);
            second = candidates.All[i].Passage == candidates.All[best].Passage ? second : Math.Max(second, scores[i]);
        }

        values[at++] = scores[best];
        values[at++] = (float)(1 / sum);
        values[at++] = float.IsNegativeInfinity(second) ? 5 : scores[best] - second;
        var terms = candidates.Terms;
        var (absent, absentSoft, names, numbers, rarest, weakest, rarestHere, missingHere) = (0f, 0f, 0f, 0f, 0f, 1f, 0f, 0f);
        var (rarestName, weakestHere, absentRelated, all) = (0f, 1f, 0f, 0f);
        for (var t = 0; t < terms; t++)
        {
            var (exact, related, soft) = Anywhere(candidates, t);
            var term = candidates.Question.Terms[t];
            var rarity = (float)Lexicon.Default.Rarity(candidates.Matches.TermId(t));
            all += rarity;
            absent += rarity * (1 - exact);
            absentRelated += rarity * (1 - related);
            absentSoft += rarity * (1 - soft);
            names += term.IsName && exact == 0 ? 1 : 0;
            numbers += term.Word.IsNumber && exact == 0 ? 1 : 0;
            rarest = Math.Max(rarest, exact == 0 ? rarity : 0);
            weakest = Math.Min(weakest, soft);
            var here = candidates.Exact(best)[t];
            missingHere += here == 0 ? 1 : 0;
            rarestHere = Math.Max(rarestHere, rarity * (1 - candidates.Soft(best)[t]));
            rarestName = Math.Max(rarestName, term.IsName ? rarity * (1 - candidates.Exact(best)[t]) : 0);
            weakestHere = Math.Min(weakestHere, candidates.Soft(best)[t]);
        }

        all = Math.Max(0.01f, all);
        values[at++] = absent / all;
        values[at++] = absentSoft / all;
        values[at++] = absentRelated / all;
        values[at++] = names;
        values[at++] = numbers;
        values[at++] = rarest;
        values[at++] = weakest;
        values[at++] = missingHere;
        values[at++] = rarestHere;
        values[at++] = rarestName;
        values[at++] = weakestHere;
        values[at++] = absent;
        values[at++] = ofBest[42] * terms;
        values[at++] = (float)candidates.Question.Words.Length;
        values[at] = candidates.Passages.Count;
        return values;
    }

    private static (float Exact, float Related, float Soft) Anywhere(Candidates candidates, int term)
    {
        var (exact, related, soft) = (0f, 0f, 0f);
        for (var i = 0; i < candidates.All.Count; i++)
        {
            exact = Math.Max(exact, candidates.Exact(i)[term]);
            related = Math.Max(related, candidates.Related(i)[term]);
            soft = Math.Max(soft, candidates.Soft(i)[term]);
        }

        return (exact, related, soft);
    }
}
