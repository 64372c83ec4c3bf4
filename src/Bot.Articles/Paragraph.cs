using System.Collections.Immutable;
using Bot.Language;

namespace Bot.Articles;

/// <summary>One paragraph; headings are not paragraphs, they name the <paramref name="Section"/> of those below.</summary>
/// <param name="Number">From 1, in reading order.</param>
/// <param name="Text">The words as they stand in the article; every offset of ours counts UTF-16 code units into this.</param>
/// <param name="Section">The heading above, or null before the first one.</param>
/// <param name="Sentences">In order, not overlapping.</param>
public sealed record Paragraph(int Number, string Text, string? Section, ImmutableArray<Sentence> Sentences)
{
    public string TextOf(Sentence sentence) => Text[sentence.Start..sentence.End];
}
