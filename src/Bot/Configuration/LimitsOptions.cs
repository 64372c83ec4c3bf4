using System.ComponentModel.DataAnnotations;

namespace Bot.Configuration;

/// <summary>Section <c>Limits</c>.</summary>
public sealed class LimitsOptions
{
    public const string Section = "Limits";

    /// <summary>Longest question that is read, in UTF-16 code units.</summary>
    [Range(16, 4000)]
    public int QuestionLength { get; set; } = 1000;
}
