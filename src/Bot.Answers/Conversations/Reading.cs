namespace Bot.Answers.Conversations;

/// <summary>A way to understand a question.</summary>
/// <param name="Prior">From 0 to 1: how likely it is meant so, before the articles are asked.</param>
/// <param name="IsWhole">Whether it can be shown to somebody as a question.</param>
public sealed record Reading(string Text, double Prior, bool IsWhole = true);
