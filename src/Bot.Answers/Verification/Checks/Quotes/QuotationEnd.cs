using System.Buffers;
using System.Text.RegularExpressions;
using Bot.Answers.Verification.Evidence;

namespace Bot.Answers.Verification.Checks;

/// <summary>Where a speaker turned: “We will sign – if they withdraw” is not “We will sign”.</summary>
internal static partial class QuotationEnd
{
    // What is shorter is a phrase, which no condition belongs to.
    private const int LeastBlanks = 2;
    private const int LettersToShow = 40;

    private static readonly SearchValues<char> Stops = SearchValues.Create("“”\".!?;)");

    /// <summary>The turn that a quotation leaves out although it comes next; null when there is none, or the statement tells it outside of the marks.</summary>
    /// <param name="behind">What the statement says after the quotation.</param>
    /// <param name="text">The paragraph where the quotation stands.</param>
    /// <param name="begins">Whether the quotation begins where a sentence does, so that it is read as a whole one.</param>
    public static string? LeftOut(string quote, string behind, string text, SourceSpan found, bool begins)
    {
        if (quote.AsSpan().Trim().Count(' ') < LeastBlanks || quote.AsSpan().TrimEnd().EndsWith('…') || quote.AsSpan().TrimEnd().EndsWith("..."))
        {
            return null;
        }

        var rest = text[found.End..];
        var turn = Turn().Match(rest) is { Success: true } inside ? inside.Groups["turn"] : Resumed().Match(rest).Groups["turn"];
        if (!turn.Success || (!begins && !Condition().IsMatch(turn.Value)) || behind.Contains(turn.Value, StringComparison.Ordinal))
        {
            return null;
        }

        var words = rest.AsSpan(turn.Index);
        var end = words.Length <= LettersToShow ? words.Length : LettersToShow + Math.Max(0, words[LettersToShow..].IndexOf(' '));
        end = words[..end].IndexOfAny(Stops) is >= 0 and var stop ? stop : end;
        return words[..end].TrimEnd(" ,:–—-").ToString();
    }

    private const string Turns = "(?<turn>(?:but )?(?:only )?(?:if|unless)|but|only when|until|provided|except|although|though|however|as long as|so long as|assuming|on condition)";

    [GeneratedRegex(@"^\s*(?:[,;:(–—-]\s*)*(?:or |and )?" + Turns + @"\b")]
    private static partial Regex Turn();

    // “We will sign,” he said, “if they withdraw.”
    [GeneratedRegex(@"^\s*,?[”""]\s*[^“”"".!?;]{1,60},\s*[“""]" + Turns + @"\b")]
    private static partial Regex Resumed();

    [GeneratedRegex(@"\b(?:if|unless|provided|long as|assuming|condition|only when)$")]
    private static partial Regex Condition();
}
