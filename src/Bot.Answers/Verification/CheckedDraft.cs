using System.Collections.Immutable;

namespace Bot.Answers.Verification;

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
