using System.Text.RegularExpressions;

namespace Bot.Answers.Generation;

/// <summary>What a model writes down before it answers, where the server leaves it in the reply. The one place where it is taken out.</summary>
/// <remarks>
/// Tags of many names, also without the opening one; Harmony's channels (<c>&lt;|channel|&gt;analysis … final</c>); headings such as “**Final answer**”. Thinking may hold whole
/// drafts that were discarded, so that what stands behind the last thought is the answer, even when it is nothing.
/// </remarks>
internal static partial class ReasoningTags
{
    /// <returns>The reply behind the last thought, trimmed; empty when the reply ends inside one.</returns>
    public static string Without(string reply)
    {
        if (Channel().Matches(reply) is { Count: > 0 } channels)
        {
            var last = channels[^1];
            reply = last.Groups["name"].Value.StartsWith("final", StringComparison.OrdinalIgnoreCase) ? reply[(last.Index + last.Length)..] : "";
        }

        reply = Close().Matches(reply) is { Count: > 0 } closed ? reply[(closed[^1].Index + closed[^1].Length)..] : reply;
        reply = Open().Match(reply) is { Success: true } open ? reply[..open.Index] : reply;
        reply = Heading().Matches(reply) is { Count: > 0 } headings && reply[(headings[^1].Index + headings[^1].Length)..] is var answer && !string.IsNullOrWhiteSpace(answer) ? answer : reply;
        return EndMark().Replace(reply, "").Trim();
    }

    private const string Name = @"(?:\w+:)?(?:think|thinking|thought|thoughts|reasoning|reason|reflection|scratchpad|analysis|inner_monologue)";

    [GeneratedRegex(@"<\|channel\|>\s*(?<name>\w+)(?:(?!<\|).)*?(?:<\|message\|>|(?=<\||$))", RegexOptions.Singleline)]
    private static partial Regex Channel();

    [GeneratedRegex(@"</\s*" + Name + @"\s*>|\[/THINK(?:ING)?\]|◁/think▷|</details>|<\|(?:end_of_thought|inner_suffix|/think|end_thinking|END_THINKING|content)\|>|<channel\|>", RegexOptions.IgnoreCase)]
    private static partial Regex Close();

    [GeneratedRegex(@"<\s*" + Name + @"(?:\s[^>]*)?>|\[THINK(?:ING)?\]|◁think▷|<details\b[^>]*>|<\|(?:begin_of_thought|inner_prefix|think|start_thinking)\|>", RegexOptions.IgnoreCase)]
    private static partial Regex Open();

    [GeneratedRegex(@"^[ \t#>*_]*(?:(?:the )?final (?:answer|draft|response|json)|here is my response)[ \t*_]*:?[ \t*_]*$|<\|begin_of_solution\|>|assistantfinal(?=\W)", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"<\|(?:return|end|im_end|eot_id|end_of_turn|endoftext|end_of_solution|begin_of_box|end_of_box|message|start|assistant)\|>|</?(?:s|end_of_turn|start_of_turn|answer|output)>", RegexOptions.IgnoreCase)]
    private static partial Regex EndMark();
}
