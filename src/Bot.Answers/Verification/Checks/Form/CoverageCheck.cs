using Bot.Answers.Verification.Evidence;

namespace Bot.Answers.Verification.Checks;

/// <summary>Most of what a statement speaks of must stand in the paragraphs that it cites: the floor under every judgement.</summary>
internal static class CoverageCheck
{
    private const double LeastShare = 0.5;

    public static Finding? Find(Claim claim)
    {
        var content = claim.Words.Where(word => !word.IsStop).ToArray();
        return claim.Shown.Words.Count(content, claim.Paragraphs) > LeastShare * content.Length ? null : new Finding(FindingKind.TooLittle, "");
    }
}
