using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Answers.Drafts;

/// <summary>Marks of citation that models leave in their sentences although evidence has a place of its own: <c>[3]</c>, <c>[^3]</c>, <c>[P3, P5]</c>, <c>¶3</c>, <c>【3†source】</c>, <c>³</c>.</summary>
internal static partial class CitationMarks
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    public static string Without(string text) => Mark().Replace(text, "");

    /// <summary>The numbers of the marks, in order, each once.</summary>
    public static IEnumerable<int> In(string text) => Mark().Matches(text).SelectMany(mark => NumbersOf(mark.Value)).Distinct();

    private static IEnumerable<int> NumbersOf(string mark)
    {
        // Behind the dagger stands where in the source it is, which is no number of a paragraph.
        var numbers = mark.Split('†', ':')[0];
        return Number().Matches(numbers).Select(match => ToNumber(match.Value));
    }

    private static int ToNumber(string digits) => int.Parse(
        string.Concat(digits.Select(c => Superscripts.IndexOf(c, StringComparison.Ordinal) is >= 0 and var digit ? (char)('0' + digit) : c)), NumberStyles.None, CultureInfo.InvariantCulture);

    private const string Name = @"(?:(?:paragraphs?|passages?|sources?|para|par|doc(?:ument)?|ref|nr|no|p|n)\.?|¶|§|#|\^)?";

    // “km²” is no mark: a superscript is one behind a longer word, a sign or a number in brackets.
    [GeneratedRegex(
        @"\s?\[" + Name + @"\s?\d{1,4}(?:\s?[,;–-]\s?" + Name + @"\s?\d{1,4})*\](?:\(#[^)\s]*\))?"
        + @"|\s?【\s?\d{1,4}(?::\d+)?\s?(?:†[^】]*)?】"
        + @"|\s?\((?:see )?(?:paragraphs?|passages?|sources?|para|¶|§)\.?\s?\d{1,4}(?:(?:\s?[,;–-]| and|, and)\s?\d{1,4})*\)"
        + @"|\s?¶\s?\d{1,4}"
        + @"|\s?<sup>\s?\[?\d{1,4}\]?\s?</sup>"
        + @"|(?<=\p{L}{4}|[.,;:!?”""’)\]\s])[⁰¹²³⁴-⁹]{1,3}(?![\p{L}\d])",
        RegexOptions.IgnoreCase)]
    private static partial Regex Mark();

    [GeneratedRegex(@"\d{1,4}|[⁰¹²³⁴-⁹]{1,3}")]
    private static partial Regex Number();
}
