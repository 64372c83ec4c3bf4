using Bot.Answers.Verification.Evidence;

namespace Bot.Answers.Verification.Scoring;

/// <summary>How much of what a statement says is in the source at all, and whether the source says it together.</summary>
internal static class CoverageMeasures
{
    // Words of one phrase stand no farther apart than this.
    private const int Phrase = 6;

    public static void Take(SentenceAlignment alignment, Measures measures)
    {
        TakeUnseen(alignment, measures);
        TakePairs(alignment, measures);
    }

    private static void TakeUnseen(SentenceAlignment alignment, Measures measures)
    {
        var statement = alignment.Statement;
        var run = 0;
        for (var bit = 0; bit < alignment.Content.Length; bit++)
        {
            var (at, weight) = (alignment.Content[bit], (float)alignment.Weights[bit]);
            var term = statement.Terms[at];
            if (term.Stem >= 0)
            {
                run = 0;
                continue;
            }

            run++;
            measures.Set(Feature.UnseenRun, Math.Max(measures[Feature.UnseenRun], run));
            var unlike = 1 - alignment.Nearest(at);

            measures.Add(Feature.UnseenShare, weight);
            measures.Add(Feature.UnseenSoft, weight * (1 - Math.Max(0, statement.BestLikeness(at))));
            measures.Add(Feature.UnseenUnlike, weight * unlike);
            measures.Set(Feature.UnseenWeight, Math.Max(measures[Feature.UnseenWeight], term.Weight));
            measures.Set(Feature.UnseenMost, Math.Max(measures[Feature.UnseenMost], (0.3 + term.Weight) * unlike));
            measures.Add(Feature.UnseenCount);
            measures.Note(FindingKind.UnseenWord, statement.Text[term.Start..term.End]);
        }

        measures.Set(Feature.UnseenPlain, alignment.Content.Length == 0 ? 0 : measures[Feature.UnseenCount] / alignment.Content.Length);
    }

    private static void TakePairs(SentenceAlignment alignment, Measures measures)
    {
        var (terms, source) = (alignment.Statement.Terms, alignment.Source);
        var content = alignment.Content;
        var misses = 0;
        for (var i = 1; i < terms.Length; i++)
        {
            misses += source.HasPair(terms[i - 1].Stem, terms[i].Stem) ? 0 : 1;
        }

        measures.Set(Feature.PairMiss, terms.Length < 2 ? 0 : (double)misses / (terms.Length - 1));
        (misses, var far, var loose) = (0, 0, 0);
        for (var i = 1; i < content.Length; i++)
        {
            var (first, second) = (terms[content[i - 1]].Stem, terms[content[i]].Stem);
            misses += source.Together(first, second, within: 0) ? 0 : 1;
            far += source.Together(first, second, within: 1) ? 0 : 1;
            loose += source.AreNear(first, second, Phrase) ? 0 : 1;
        }

        measures.Set(Feature.ContentPairMiss, content.Length < 2 ? 0 : (double)misses / (content.Length - 1));
        measures.Set(Feature.ContentPairFar, content.Length < 2 ? 0 : (double)far / (content.Length - 1));
        measures.Set(Feature.ContentPairLoose, content.Length < 2 ? 0 : (double)loose / (content.Length - 1));
    }
}
