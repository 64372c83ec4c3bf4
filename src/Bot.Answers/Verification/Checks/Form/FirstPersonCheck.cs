using System.Text.RegularExpressions;
using Bot.Answers.Verification.Evidence;
using Bot.Language;

namespace Bot.Answers.Verification.Checks;

/// <summary>No report says “I”, outside of what it quotes: whoever does speaks for somebody, or for itself.</summary>
/// <remarks>The first of that name is none, nor is a title: “World War I”, “Queen Elizabeth I”, “the Me Too movement”.</remarks>
internal static partial class FirstPersonCheck
{
    public static Finding? Find(Claim claim)
    {
        var bare = Quoted().Replace(claim.Text, quoted => new string(' ', quoted.Length));
        foreach (Match match in FirstPerson().Matches(bare))
        {
            if (!IsPartOfName(claim, match))
            {
                return new Finding(FindingKind.FirstPerson, match.Value);
            }
        }

        return null;
    }

    /// <summary>True when the article joins the word to a name in the same way.</summary>
    private static bool IsPartOfName(Claim claim, Match match)
    {
        if (!char.IsUpper(match.Value[0]) || match.Value.Contains('’', StringComparison.Ordinal) || match.Value.Contains('\'', StringComparison.Ordinal))
        {
            return false;
        }

        var words = claim.Words;
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].Start == match.Index)
            {
                return (i > 0 && IsName(claim, words[i - 1]) && IsJoined(claim, words[i - 1], words[i]))
                    || (match.Value != "I" && i + 1 < words.Length && words[i + 1].IsCapital && IsJoined(claim, words[i], words[i + 1]));
            }
        }

        return false;
    }

    private static bool IsName(Claim claim, Word word)
    {
        var stem = claim.Shown.Source.StemOf(word.Stem);
        return word.IsCapital && stem >= 0 && claim.Shown.Source.IsName(stem);
    }

    private static bool IsJoined(Claim claim, Word first, Word second) =>
        second.Start - first.End == 1 && claim.Shown.Source.HasPair(claim.Shown.Source.StemOf(first.Stem), claim.Shown.Source.StemOf(second.Stem));

    [GeneratedRegex("“[^”]*”|\"[^\"]*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\b(?:I['’](?:m|ve|d|ll)|I|[Mm]y|[Mm]e|[Mm]yself)\b")]
    private static partial Regex FirstPerson();
}
