using System.Collections.Immutable;

namespace Bot.Answers.Drafts;

/// <summary>What a model proposes to say, before anything is checked. No statements: the model holds that the articles do not say.</summary>
public sealed record Draft(ImmutableArray<DraftStatement> Statements)
{
    public static Draft Silent { get; } = new([]);
}

/// <param name="Text">One sentence in the model's words, without markers.</param>
/// <param name="Evidence">What the model says it relies on; may be wrong in every part.</param>
public sealed record DraftStatement(string Text, ImmutableArray<DraftEvidence> Evidence);

/// <param name="Passage">The number under which the passage was shown; null when the model named none that can be read.</param>
/// <param name="Quote">The words that the model says stand there; empty when it gave only a number.</param>
public sealed record DraftEvidence(int? Passage, string Quote);
