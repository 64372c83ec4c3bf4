namespace Bot.Health;

/// <summary>What one check found.</summary>
/// <param name="Finding">For a person; when it failed, what to change.</param>
internal sealed record CheckResult(CheckState State, string Subject, string Finding)
{
    public static CheckResult Passed(string subject, string finding) => new(CheckState.Passed, subject, finding);

    public static CheckResult Failed(string subject, string finding) => new(CheckState.Failed, subject, finding);

    public static CheckResult Off(string subject, string finding) => new(CheckState.Off, subject, finding);
}

internal enum CheckState
{
    Passed,
    Failed,

    /// <summary>Not configured, which is no fault.</summary>
    Off,
}
