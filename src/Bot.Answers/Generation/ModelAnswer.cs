using System.Collections.Immutable;
using Bot.Answers.Verification;

namespace Bot.Answers.Generation;

/// <param name="Answer">The extractive answer when <see cref="ModelTrace.Trouble"/> is set, or when everything that the model wrote was dropped.</param>
public sealed record ModelAnswer(Answer Answer, ModelTrace Trace);

/// <summary>How an answer or a summary came about; holds what was dropped, so it is shown to operators only.</summary>
/// <param name="Trouble">Why the model was of no use; null when it was.</param>
/// <param name="Prompts">Name and content hash of each prompt sent.</param>
public sealed record ModelTrace(
    ModelFailure? Trouble, ImmutableArray<DroppedStatement> Dropped, ImmutableArray<string> Prompts, long InputTokens, long OutputTokens, int LookUps)
{
    internal static ModelTrace Of(ModelUse use, ModelFailure? trouble, ImmutableArray<DroppedStatement> dropped) =>
        new(trouble, dropped, use.Prompts, use.InputTokens, use.OutputTokens, use.LookUps);
}
