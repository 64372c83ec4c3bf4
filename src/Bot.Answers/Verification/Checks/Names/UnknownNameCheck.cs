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
        StatementText? statement = null;
        for (var i = 0; i < words.Length; i++)
        {
            if (IsName(words, i) && !claim.Shown.Words.Have(words[i]) && !IsNamedOtherwise(statement ??= new StatementText(claim.Text, claim.Shown.Source), words[i]))
            {
                return new Finding(FindingKind.UnknownName, claim.Text[words[i].Start..words[i].End]);
            }
        }

        return null;
    }

    /// <summary>“NATO” where the article says “North Atlantic Treaty Organization”.</summary>
    private static bool IsNamedOtherwise(StatementText statement, Word word) => Array.Exists(statement.Terms, term => term.Start == word.Start && term.Stem >= 0);

    /// <summary>A capital inside the sentence; at its beginning, where every word has one, a word that owns or does something.</summary>
    private static bool IsName(ImmutableArray<Word> words, int i)
    {
        var word = words[i];
        return word.IsCapital && !word.IsStop && !word.IsNumber
            && ((word.Traits & WordTraits.Opening) == 0 || (word.Traits & WordTraits.Possessive) != 0
                || (i + 1 < words.Length && words[i + 1].Text is "has" or "have" or "had" or "is" or "was" or "will" or "would"));
    }
}
