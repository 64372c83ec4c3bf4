using Bot.Answers.Verification.Evidence;
using Bot.Answers.Verification.Terms;
using Bot.Language;

namespace Bot.Answers.Verification.Checks;

/// <summary>Phrases of passages that a statement does not cite: what was shown but is not cited supports nothing, and half of one sentence with half of another is neither.</summary>
internal static class UncitedWordsCheck
{
    private const int LeastPairs = 2;

    /// <summary>Words that stand side by side in what was shown, but not in what is cited; null when there are none that tell anything.</summary>
    public static Finding? Find(Claim claim)
    {
        var (words, shown) = (claim.Words, claim.Shown.Source);
        var cited = shown.Of([.. claim.Paragraphs]);
        var (first, telling, unknown) = (0, 0, 0);
        for (var i = 1; i <= words.Length; i++)
        {
            if (i < words.Length && IsBorrowed(words[i - 1], words[i], shown, cited))
            {
                continue;
            }

            (telling, unknown) = (0, 0);
            for (var j = first; j < i; j++)
            {
                telling += words[j].IsStop || words[j].IsNumber ? 0 : 1;
                unknown += words[j].IsStop || words[j].IsNumber || words[j].IsCapital || Wording.IsReport(words[j].Text) || cited.StemOf(words[j].Stem) >= 0 ? 0 : 1;
            }

            if (i - 1 - first >= LeastPairs && telling > 1 && unknown > 0)
            {
                return new Finding(FindingKind.UncitedWords, claim.Text[words[first].Start..words[i - 1].End]);
            }

            first = i;
        }

        return null;
    }

    private static bool IsBorrowed(Word first, Word second, SourceText shown, SourceText cited)
    {
        var (one, other) = (TermReading.StemOf(first), TermReading.StemOf(second));
        return shown.HasPair(shown.StemOf(one), shown.StemOf(other)) && !cited.HasPair(cited.StemOf(one), cited.StemOf(other));
    }
}
