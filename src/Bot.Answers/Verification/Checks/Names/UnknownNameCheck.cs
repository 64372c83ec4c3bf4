using System.Collections.Immutable;
using Bot.Answers.Verification.Evidence;
using Bot.Language;

namespace Bot.Answers.Verification.Checks;

/// <summary>Every name must be in something that was shown, so that no learned judgement can let through whom the article does not know.</summary>
internal static class UnknownNameCheck
{
    public static Finding? Find(Claim claim)
    {
        var words = claim.Words;
        for (var i = 0; i < words.Length; i++)
        {
            if (IsName(words, i) && !claim.Shown.Words.Have(words[i]))
            {
                return new Finding(FindingKind.UnknownName, claim.Text[words[i].Start..words[i].End]);
            }
        }

        return null;
    }

    /// <summary>A capital inside the sentence; at its beginning, where every word has one, a word that owns or does something.</summary>
    private static bool IsName(ImmutableArray<Word> words, int i)
    {
        var word = words[i];
        return word.IsCapital && !word.IsStop && !word.IsNumber
            && ((word.Traits & WordTraits.Opening) == 0 || (word.Traits & WordTraits.Possessive) != 0
                || (i + 1 < words.Length && words[i + 1].Text is "has" or "have" or "had" or "is" or "was" or "will" or "would"));
    }
}
