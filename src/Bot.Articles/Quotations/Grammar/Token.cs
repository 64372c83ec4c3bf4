namespace Bot.Articles.Quotations.Grammar;

/// <summary>A word, a punctuation mark or a whole quotation of one paragraph.</summary>
/// <param name="Start">UTF-16 code units into the paragraph.</param>
/// <param name="End">Exclusive; a possessive’s ’s is left out.</param>
/// <param name="Mark">The punctuation mark, '"' for a quotation, '\0' for a word.</param>
/// <param name="Span">Index of the quotation, -1 for anything else.</param>
internal readonly record struct Token(int Start, int End, char Mark, WordClass Class, bool Capitalised, bool Possessive, int Span)
{
    public bool IsWord => Mark == '\0';

    public bool IsQuote => Mark == '"';

    public bool Is(WordClass any) => (Class & any) != 0;

    /// <summary>Upper case where the place in the sentence does not explain it, as far as the word alone can tell.</summary>
    public bool IsProper => IsWord && Capitalised && !Is(WordClass.Common | WordClass.Pronoun | WordClass.Determiner | WordClass.Conjunction);
}
