namespace Bot.Configuration;

/// <summary>Section <c>Limits</c>.</summary>
public sealed class LimitsOptions
{
    public const string Section = "Limits";

    /// <summary>Longest question that is read, in UTF-16 code units.</summary>
    public int QuestionLength { get; set; } = 1000;

    /// <summary>Questions that one person may ask in Discord within a minute.</summary>
    public int QuestionsPerMinute { get; set; } = 10;
}
