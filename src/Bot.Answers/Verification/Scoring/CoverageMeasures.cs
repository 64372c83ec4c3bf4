using Bot.Answers.Verification.Evidence;

namespace Bot.Answers.Verification.Scoring;

/// <summary>How much of what a statement says is in the source at all, and whether the source says it together.</summary>
internal static class CoverageMeasures
{
    // Words of one phrase stand no farther apart than this.
    private const int Phrase = 6;

    public static void Take(SentenceAlignment alignment, Measures measures)
    {
        var statement = alignment.Statement;
        var content = alignment.Content;
        var loose = 0;
        for (var bit = 0; bit < content.Length; bit++)
        {
            var term = statement.Terms[content[bit]];
            if (term.Stem < 0)
            {
                measures.Add(Feature.UnseenSoft, (float)alignment.Weights[bit] * (1 - Math.Max(0, statement.BestLikeness(content[bit]))));
                measures.Note(FindingKind.UnseenWord, statement.Text[term.Start..term.End]);
            }

            loose += bit > 0 && !alignment.Source.AreNear(statement.Terms[content[bit - 1]].Stem, term.Stem, Phrase) ? 1 : 0;
        }

        measures.Set(Feature.ContentPairLoose, content.Length < 2 ? 0 : (double)loose / (content.Length - 1));
    }
}
