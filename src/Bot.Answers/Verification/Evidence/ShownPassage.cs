using Bot.Articles;

namespace Bot.Answers.Verification.Evidence;

/// <summary>A paragraph that the model was shown and may cite.</summary>
/// <param name="Number">What it was called towards the model; not necessarily the paragraph's own number.</param>
public sealed record ShownPassage(int Number, Article Article, Paragraph Paragraph);
