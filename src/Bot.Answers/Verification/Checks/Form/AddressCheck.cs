using System.Text.RegularExpressions;
using Bot.Answers.Verification.Evidence;

namespace Bot.Answers.Verification.Checks;

/// <summary>No statement may lead somewhere else; mentions of people are taken out before.</summary>
internal static partial class AddressCheck
{
    public static Finding? Find(Claim claim) => Address().IsMatch(claim.Text) ? new Finding(FindingKind.LeadsElsewhere, "") : null;

    /// <summary>The text without mentions of people, roles or everyone.</summary>
    public static string WithoutMentions(string text) => Mention().Replace(text, "").Trim();

    [GeneratedRegex(@"@(?:everyone|here)\b|<(?:@[!&]?|#)\d+>|<@[!&]?>", RegexOptions.IgnoreCase)]
    private static partial Regex Mention();

    [GeneratedRegex(@"(?:https?://|www\.|discord\.gg/)[^\s)\]>”""]+", RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
