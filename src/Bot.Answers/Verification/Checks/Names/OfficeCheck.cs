using Bot.Answers.Verification.Evidence;

namespace Bot.Answers.Verification.Checks;

/// <summary>Offices and descriptions belong to whom the article gives them.</summary>
internal static class OfficeCheck
{
    public static Finding? Find(Claim claim) =>
        claim.Shown.Descriptions.Misapplied(claim.Text, claim.Words) is var (name, description) ? new Finding(FindingKind.WrongOffice, name, description) : null;
}
