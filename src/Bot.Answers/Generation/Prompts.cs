using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.SemanticKernel;

namespace Bot.Answers.Generation;

/// <summary>Every prompt of the bot, loaded and checked before the first question.</summary>
public sealed class Prompts
{
    private static readonly Dictionary<string, string[]> Passed = new(StringComparer.Ordinal)
    {
        ["answer"] = ["passages", "question", "review"],
        ["judge"] = ["statements"],
        ["rewrite"] = ["history", "language", "question"],
        ["summary"] = ["passages", "review", "wishes"],
    };

    private readonly Dictionary<string, Prompt> _prompts;

    private Prompts(Dictionary<string, Prompt> prompts) => _prompts = prompts;

    public Prompt Answer => _prompts["answer"];

    public Prompt Judge => _prompts["judge"];

    public Prompt Rewrite => _prompts["rewrite"];

    public Prompt Summary => _prompts["summary"];

    /// <summary>The prompts that are published beside the program.</summary>
    public static string DefaultFolder => Path.Combine(AppContext.BaseDirectory, "prompts");

    /// <param name="folder">Holds one folder for each prompt, with <c>skprompt.txt</c> and <c>config.json</c>.</param>
    /// <exception cref="InvalidOperationException">A prompt is missing, takes other variables than code passes, or would let text in as markup.</exception>
    public static Prompts Load(string folder) =>
        new(Passed.ToDictionary(entry => entry.Key, entry => Load(Path.Combine(folder, entry.Key), entry.Key, entry.Value), StringComparer.Ordinal));

    private static Prompt Load(string folder, string name, string[] passed)
    {
        var (template, configuration) = (Path.Combine(folder, "skprompt.txt"), Path.Combine(folder, "config.json"));
        if (!File.Exists(template) || !File.Exists(configuration))
        {
            throw new InvalidOperationException($"The prompt “{name}” is missing: {folder} must hold skprompt.txt and config.json.");
        }

        var (words, settings) = (File.ReadAllText(template).ReplaceLineEndings("\n").TrimEnd('\n'), File.ReadAllText(configuration).ReplaceLineEndings("\n"));
        var config = PromptTemplateConfig.FromJson(settings);
        config.Name = name;
        config.Template = words;
        if (config.AllowDangerouslySetContent || config.InputVariables.Any(variable => variable.AllowDangerouslySetContent))
        {
            throw new InvalidOperationException($"The prompt “{name}” sets allow_dangerously_set_content: articles and questions could then pose as instructions.");
        }

        var used = TemplateVariables.In(words);
        var declared = config.InputVariables.Select(variable => variable.Name).Order(StringComparer.Ordinal);
        if (!used.SetEquals(passed) || !declared.SequenceEqual(passed, StringComparer.Ordinal))
        {
            throw new InvalidOperationException($"The prompt “{name}” must use and declare exactly the variables {string.Join(", ", passed)}.");
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{words}\n{settings}")))[..12];
        return new Prompt(name, hash, KernelFunctionFactory.CreateFromPrompt(config), [.. passed]);
    }
}

/// <summary>A prompt as it was loaded.</summary>
/// <param name="Name">Its folder's name.</param>
/// <param name="Hash">The first twelve hex digits of the SHA-256 of its files: the same hash, the same prompt.</param>
/// <param name="Variables">What code must pass.</param>
public sealed record Prompt(string Name, string Hash, KernelFunction Function, ImmutableHashSet<string> Variables);

/// <summary>The variables that a prompt template mentions.</summary>
internal static partial class TemplateVariables
{
    public static ImmutableHashSet<string> In(string template) => [.. Variable().Matches(template).Select(match => match.Groups[1].Value)];

    [GeneratedRegex(@"\{\{\s*\$(\w+)\s*\}\}")]
    private static partial Regex Variable();
}
