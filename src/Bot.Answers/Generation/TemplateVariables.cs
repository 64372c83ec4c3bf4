using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Bot.Answers.Generation;

/// <summary>The variables that a prompt template mentions.</summary>
internal static partial class TemplateVariables
{
    public static ImmutableHashSet<string> In(string template) => [.. Variable().Matches(template).Select(match => match.Groups[1].Value)];

    [GeneratedRegex(@"\{\{\s*\$(\w+)\s*\}\}")]
    private static partial Regex Variable();
}
