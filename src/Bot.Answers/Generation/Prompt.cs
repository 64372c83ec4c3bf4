using System.Collections.Immutable;
using Microsoft.SemanticKernel;

namespace Bot.Answers.Generation;

/// <summary>A prompt as it was loaded.</summary>
/// <param name="Name">Its folder's name.</param>
/// <param name="Hash">The first twelve hex digits of the SHA-256 of its files: the same hash, the same prompt.</param>
/// <param name="Variables">What code must pass.</param>
public sealed record Prompt(string Name, string Hash, KernelFunction Function, ImmutableHashSet<string> Variables);
