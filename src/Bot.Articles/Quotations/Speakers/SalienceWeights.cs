namespace Bot.Articles.Quotations.Speakers;

/// <summary>What makes somebody the one a pronoun means; fitted on news text, in points.</summary>
internal static class SalienceWeights
{
    public const double Subject = 2.0;

    /// <summary>Of a clause inside the sentence: “said that Reed was late”.</summary>
    public const double InnerSubject = 1.0;
    public const double Speaker = 2.5;
    public const double Pronoun = 2.0;
    public const double PerSentence = 1.8;
    public const double PerParagraph = 0.5;
    public const double KnownGender = 2.0;
    public const double Doubtful = 1.5;
    public const double SameSentence = 1.8;
    public const double LastSpeaker = 0.35;
}
