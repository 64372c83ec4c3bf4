using System.Collections.Immutable;
using Bot.Articles;

namespace Bot.Answers.Verification;

/// <summary>A paragraph that the model was shown and may cite.</summary>
/// <param name="Number">What it was called towards the model; not necessarily the paragraph's own number.</param>
public sealed record ShownPassage(int Number, Article Article, Paragraph Paragraph);

/// <summary>What is left of a draft once every word of it has been checked.</summary>
/// <param name="Kept">Ready to be shown, in the draft's order.</param>
/// <param name="Citations">Verbatim; numbered from 1 in the order in which the statements use them.</param>
/// <param name="Corrections">What the model got wrong without being misleading, such as the number of a paragraph.</param>
public sealed record CheckedDraft(
    ImmutableArray<Statement> Kept,
    ImmutableArray<Citation> Citations,
    ImmutableArray<DroppedStatement> Dropped,
    ImmutableArray<string> Corrections);

/// <param name="Reason">A sentence for a person, and for the model that gets one chance to repair it.</param>
public sealed record DroppedStatement(string Text, string Reason);
