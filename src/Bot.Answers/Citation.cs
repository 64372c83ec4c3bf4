using System.Collections.Immutable;
using Bot.Language;

namespace Bot.Answers;

/// <summary>The exact words of a stored article that a statement relies on.</summary>
/// <param name="Number">From 1, the [n] in the answer.</param>
/// <param name="Paragraph">From 1.</param>
/// <param name="Start">UTF-16 code units into the paragraph's text.</param>
/// <param name="End">Exclusive.</param>
/// <param name="Quote">The paragraph's text from start to end, character for character.</param>
public sealed record Citation(
    int Number,
    string ArticleId,
    int Version,
    string Title,
    int Paragraph,
    int Start,
    int End,
    string Quote,
    Uri? Url)
{
    /// <summary>The words that answer, as ranges into the paragraph's text in order, all inside the quote; empty where that is not certain.</summary>
    public ImmutableArray<Sentence> Highlight { get; init; } = [];
}
