namespace Bot.Language;

/// <summary>One word of a text.</summary>
/// <param name="Start">UTF-16 code units into the text it was read from.</param>
/// <param name="End">Exclusive; a possessive “’s” is left outside.</param>
/// <param name="Text">Lower case, without diacritics, apostrophes straight, digits without grouping (“1,500” is “1500”).</param>
/// <param name="Stem">What its inflections, its irregular forms and its British and American spellings have in common.</param>
public readonly record struct Word(int Start, int End, string Text, string Stem, WordTraits Traits)
{
    public bool IsStop => (Traits & WordTraits.Stop) != 0;

    public bool IsCapital => (Traits & WordTraits.Capital) != 0;

    public bool IsNumber => (Traits & WordTraits.Number) != 0;
}

[Flags]
public enum WordTraits
{
    None = 0,

    /// <summary>Says little about what a text is about (“the”, “did”).</summary>
    Stop = 1,

    /// <summary>Begins with a capital letter.</summary>
    Capital = 2,

    /// <summary>Holds a digit, or is a number in words.</summary>
    Number = 4,

    /// <summary>The first word of the text, or the first after a sentence's end, where a capital says nothing.</summary>
    Opening = 8,

    /// <summary>Stood with a possessive “’s” or “’”.</summary>
    Possessive = 16,
}
