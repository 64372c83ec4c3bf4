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
    Certainty Certainty)
{
    /// <summary>Whether the article says that they said it.</summary>
    public Standing Standing { get; init; }
}

/// <summary>How the article stands to the claim that somebody said these words.</summary>
public enum Standing
{
    /// <summary>The article reports it as said.</summary>
    Said,

    /// <summary>The article, or the person, says that it was not said.</summary>
    Denied,

    /// <summary>Somebody else claims that they said it.</summary>
    Alleged,
}

/// <summary>How far the speaker's name can be relied on.</summary>
public enum Certainty
{
    /// <summary>The article names nobody, or does not say which of several people spoke.</summary>
    Unknown,

    /// <summary>The most plausible reading; another one exists.</summary>
    Likely,

    /// <summary>Stated next to the quotation; right at least 99 times in 100.</summary>
    Sure,
}
