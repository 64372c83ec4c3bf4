namespace Bot.Answers.Models;

/// <summary>What a reasoning model writes down before it answers, where the server leaves it in the reply: <c>&lt;think&gt;…&lt;/think&gt;</c>.</summary>
internal static class Thoughts
{
    private static readonly string[] Names = ["think", "thinking", "thought", "reasoning"];

    /// <returns>The reply behind the last thought, trimmed; empty when the reply ends inside one.</returns>
    public static string Without(string reply)
    {
        var rest = reply.AsSpan().Trim();
        foreach (var name in Names)
        {
            var close = rest.LastIndexOf($"</{name}>", StringComparison.OrdinalIgnoreCase);
            if (close >= 0)
            {
                rest = rest[(close + name.Length + 3)..].Trim();
            }
            else if (rest.StartsWith($"<{name}>", StringComparison.OrdinalIgnoreCase))
            {
                return "";
            }
        }

        return rest.ToString();
    }
}
