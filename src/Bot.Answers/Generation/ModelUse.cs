using System.Collections.Immutable;
using Bot.Articles;

namespace Bot.Answers.Generation;

/// <summary>What one question or summary has taken of the model so far. Used by one flow at a time.</summary>
public sealed class ModelUse(GuildId guild)
{
    private readonly List<string> _prompts = [];

    public GuildId Guild => guild;

    public long InputTokens { get; private set; }

    public long OutputTokens { get; private set; }

    public long Tokens => InputTokens + OutputTokens;

    /// <summary>How many times the tokens of one question this may take: more than once for an article that is read in parts.</summary>
    internal int Quota { get; set; } = 1;

    /// <summary>Functions that the model called.</summary>
    public int LookUps { get; internal set; }

    /// <summary>“answer 1f2e3d4c5b6a” for every prompt that was sent, in order.</summary>
    public ImmutableArray<string> Prompts => [.. _prompts];

    internal void Sent(Prompt prompt) => _prompts.Add($"{prompt.Name} {prompt.Hash}");

    internal void Count(long input, long output)
    {
        InputTokens += input;
        OutputTokens += output;
    }
}
