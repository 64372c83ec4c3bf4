using System.Collections.Immutable;

namespace Bot.Articles;

/// <summary>A stretch of quoted speech or writing inside one paragraph, and who it is attributed to.</summary>
/// <param name="Paragraph">Number of the paragraph it stands in.</param>
/// <param name="Start">First UTF-16 code unit inside the marks.</param>
/// <param name="End">End exclusive, before the closing mark.</param>
/// <param name="Text">Exactly the paragraph's text from start to end.</param>
/// <param name="Speakers">The fullest names the article gives, several for joint statements, empty when it gives none.</param>
/// <param name="Role">Office or description of the speaker in the article's words (“EU foreign policy chief”).</param>
/// <param name="Attribution">The reporting words (“Kaja Kallas, said”), empty when there are none.</param>
public sealed record Quotation(
    int Paragraph,
    int Start,
    int End,
    string Text,
    ImmutableArray<string> Speakers,
    string? Role,
    string Attribution,
    Certainty Certainty);

/// <summary>How far the speaker's name can be relied on.</summary>
public enum Certainty
{
    /// <summary>The article names nobody, or does not say which of several people spoke.</summary>
    Unknown,

    /// <summary>The most plausible reading; another one exists.</summary>
    Likely,

    /// <summary>Stated next to the quotation; right at least 97 times in 100.</summary>
    Sure,
}
