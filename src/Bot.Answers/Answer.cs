using System.Collections.Immutable;

namespace Bot.Answers;

/// <summary>What came of a question. Expected outcomes are values; broken machinery is an exception.</summary>
public abstract record Answer
{
    private Answer(AnswerMode mode, double confidence)
    {
        Mode = mode;
        Confidence = confidence;
    }

    public AnswerMode Mode { get; init; }

    /// <summary>Calibrated probability from 0 to 1 that the articles answer the question.</summary>
    public double Confidence { get; init; }

    /// <summary>Whether a model should have written this and was of no use.</summary>
    public bool ModelFailed { get; init; }

    /// <summary>Statements, each with the numbers of its citations; every citation is verbatim.</summary>
    public sealed record Answered(
        ImmutableArray<Statement> Statements,
        ImmutableArray<Citation> Citations,
        AnswerMode Mode,
        double Confidence) : Answer(Mode, Confidence)
    {
        /// <summary>Where the articles cited agree, differ or contradict each other; empty when they are not about the same thing, or only one is cited.</summary>
        public ImmutableArray<SourceComparison> Comparisons { get; init; } = [];
    }

    /// <summary>The articles do not say; <paramref name="Nearest"/> holds at most two passages that come closest, which answer nothing.</summary>
    public sealed record NotInArticle(ImmutableArray<Citation> Nearest, AnswerMode Mode, double Confidence) : Answer(Mode, Confidence)
    {
        /// <summary>Set when the first of the nearest passages says the contrary of what the question takes for granted.</summary>
        public FalsePremise? FalsePremise { get; init; }

        /// <summary>The language of the question (ISO 639-1) when it could not be read for being asked in another one than the English articles; null otherwise.</summary>
        public string? AskedIn { get; init; }
    }

    /// <summary>No answer could be tried. <paramref name="Reason"/> is a sentence for the person who asked.</summary>
    public sealed record Unavailable(string Reason, AnswerMode Mode) : Answer(Mode, 0);
}

/// <param name="Citations">Numbers of the citations it relies on, at least one.</param>
/// <param name="Note">An explanation in brackets, outside the quote, such as whom a leading pronoun means; null when there is none.</param>
public sealed record Statement(string Text, ImmutableArray<int> Citations, string? Note = null);

/// <param name="Asked">The question's words that the article contradicts: “admit”, “7%”.</param>
/// <param name="Says">The article's words, verbatim, that stand against them: “denies”, “5%”.</param>
public sealed record FalsePremise(string Asked, string Says);

public enum AnswerMode
{
    Extractive,
    Model,
}
