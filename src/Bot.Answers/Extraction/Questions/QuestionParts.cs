using System.Text.RegularExpressions;
using Bot.Answers.Conversations;

namespace Bot.Answers.Extraction.Questions;

/// <summary>Takes a question apart that asks two things: “What did X say, and when did he leave?”, “What do X and Y say about Z?”, “What happened to X and to Y?”.</summary>
internal static partial class QuestionParts
{
    // A part shorter than this is no question of its own (“… and why?”).
    private const int LeastWords = 3;

    /// <summary>The questions in order, each standing alone; the question itself when it asks one thing.</summary>
    public static IReadOnlyList<string> Of(string question)
    {
        if (Second().Match(question) is { Success: true } second)
        {
            var (first, rest) = (question[..second.Index].TrimEnd(',', '?', ' ') + "?", question[second.Groups["question"].Index..]);
            if (WordsIn(first) >= LeastWords && WordsIn(rest) >= LeastWords && Asking().IsMatch(first))
            {
                return [first, FollowUpReadings.Of(rest, [new ConversationTurn(first, [])])[0].Text];
            }
        }

        return Speakers().Match(question) is { Success: true } speakers ? [Asked(speakers, "one"), Asked(speakers, "other")]
            : Twice().Match(question) is { Success: true } twice ? [Asked(twice, "one") + "?", Asked(twice, "other")]
            : [question];
    }

    private static string Asked(Match match, string whom) => $"{match.Groups["ask"]} {match.Groups[whom]} {match.Groups["rest"]}".TrimEnd();

    private static int WordsIn(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;

    [GeneratedRegex(
        @"(?:,? and|[,;?]) (?<question>(?:what|who|whom|when|where|why|how|which|did|does|do|is|are|was|were|has|have|will|would|can) )",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Second();

    // “After the war, what …” asks one thing.
    [GeneratedRegex(@"\b(?:what|who|whom|whose|when|where|why|how|which)\b|^(?:did|does|do|is|are|was|were|has|have|had|will|would|can|could) ", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Asking();

    [GeneratedRegex(
        @"^(?<ask>(?:what|how) (?:do|does|did|have|has|had)) (?<one>[^,]{2,60}?) and (?<other>[^,]{2,60}?) (?:each |both )?(?<rest>(?:say|said|think|thought|warn|warned|claim|claimed|write|written|tell|told|describe|described|react|reacted|respond|responded|call|called|argue|argued)\b.*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Speakers();

    // “What happened to the driver, and to his passenger?”
    [GeneratedRegex(
        @"^(?<ask>(?:what|who|when|where|how|why)\b[^,]{2,60}? (?<little>to|for|with|from|about|of|against|by)) (?<one>[^,?]{2,60}?),? and \k<little> (?<other>.{2,})$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Twice();
}
