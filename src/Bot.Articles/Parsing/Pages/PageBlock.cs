using AngleSharp.Dom;
using Bot.Language;

namespace Bot.Articles.Parsing.Pages;

/// <summary>A block of a page and what tells whether it belongs to the article.</summary>
/// <param name="Holder">The name of the element whose text it is.</param>
/// <param name="Near">The elements around that one, the nearest first; outside of a post or a passage that is quoted whole.</param>
/// <param name="IsQuoted">Whether it is in such a one.</param>
/// <param name="IsComment">Whether it stands among what readers wrote.</param>
/// <param name="Linked">Letters of it that stand in links.</param>
/// <param name="Link">Where its last link leads.</param>
/// <param name="Around">How surely it stands outside of the text.</param>
internal sealed record PageBlock(string Text, BlockKind Kind, string Holder, IElement?[] Near, bool IsQuoted, bool IsComment, int Linked, string? Link, Surroundings Around)
{
    private const int ShortestProse = 80;
    private const int ShortestSentence = 25;

    /// <summary>Long enough for a sentence, and not there to lead elsewhere.</summary>
    public bool IsProse => Kind != BlockKind.Heading && Around == Surroundings.Text && !IsLinked
        && (Text.Length >= ShortestProse || (Text.Length >= ShortestSentence && Punctuation.HasFinal(Text)) || (Text.Length >= ShortestSentence / 2 && Punctuation.IsDense(Text)));

    public bool IsLinked => Linked * 2 >= Text.Length;
}

internal enum Surroundings
{
    Text,

    /// <summary>In a figure or player: a post embedded there is text all the same.</summary>
    Medium,

    /// <summary>In a menu, a box of links, a form, a footer.</summary>
    Furniture,
}
