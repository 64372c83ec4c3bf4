using System.Collections.Frozen;

namespace Bot.Language;

/// <summary>Words whose full stop need not end a sentence, without that full stop. Case counts: “Mar.” is a month, “mar.” may be the Spanish sea.</summary>
internal static class Abbreviations
{
    /// <summary>Always followed by a name or the rest of a phrase.</summary>
    private static readonly FrozenSet<string> Leading = WordList.Set("abbreviations");

    /// <summary>May end a sentence too; the next word decides.</summary>
    private static readonly FrozenSet<string> Ambiguous = WordList.Set("abbreviations-or-ends");

    /// <summary>Abbreviations only in front of a number.</summary>
    private static readonly FrozenSet<string> BeforeNumber = WordList.Set("abbreviations-before-numbers");

    /// <summary>Words that often begin a sentence and hardly ever a name.</summary>
    private static readonly FrozenSet<string> Starters = WordList.Set("sentence-starters");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> LeadingWords = Leading.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AmbiguousWords = Ambiguous.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NumberWords = BeforeNumber.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> StarterWords = Starters.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool IsLeading(ReadOnlySpan<char> word) => LeadingWords.Contains(word);

    public static bool IsAmbiguous(ReadOnlySpan<char> word) => AmbiguousWords.Contains(word);

    public static bool StandsBeforeNumber(ReadOnlySpan<char> word) => NumberWords.Contains(word);

    public static bool OftenStartsSentence(ReadOnlySpan<char> word)
    {
        var contraction = word.IndexOfAny('\'', '’');
        return StarterWords.Contains(contraction > 0 ? word[..contraction] : word);
    }
}
