using System.Collections.Immutable;
using Bot.Articles;
using Bot.Language;

namespace Bot.Storage.Answers;

/// <summary>An answer as it was given to somebody: what its buttons, its follow-up questions and its judges go back to. Personal data.</summary>
/// <param name="Id">Discord's id of what asked for it, an interaction or a message, so that a question has one answer.</param>
/// <param name="Guild"><see cref="GuildId.Everyone"/> in direct messages.</param>
/// <param name="Channel">A channel, a thread or a direct conversation.</param>
/// <param name="Asked">As it was typed.</param>
/// <param name="Question">As it stands alone.</param>
public sealed record AnswerRecord(ulong Id, GuildId Guild, ulong Channel, ulong Person, string Asked, string Question)
{
    /// <summary>The one article that was asked; null for all.</summary>
    public string? Article { get; init; }

    /// <summary>The answer that this one continues; it may have been deleted since.</summary>
    public ulong? Follows { get; init; }

    public AnswerOutcome Outcome { get; init; }

    /// <summary>What the question takes for granted and the first citation contradicts; null for nothing.</summary>
    public PremiseRecord? FalsePremise { get; init; }

    /// <summary>Whether the citations prove something, rather than being what comes nearest.</summary>
    public bool IsProven => Outcome != AnswerOutcome.NotInArticle || FalsePremise is not null;

    public bool ByModel { get; init; }

    /// <summary>From 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>Whether only the person has seen it.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Set when it is stored; to the millisecond.</summary>
    public DateTimeOffset Given { get; init; }

    public ImmutableArray<StatementRecord> Statements { get; init; } = [];

    /// <summary>Numbered from 1; for <see cref="AnswerOutcome.NotInArticle"/> what came nearest, or contradicts the question.</summary>
    public ImmutableArray<CitationRecord> Citations { get; init; } = [];
}

public enum AnswerOutcome
{
    Answered = 0,
    NotInArticle = 1,
    Summary = 2,

    /// <summary>There is no answer; the question is kept so that it can be asked again.</summary>
    Failed = 3,

    /// <summary>Quotations, as citations without statements.</summary>
    Quotes = 4,
}

/// <param name="Asked">Words of the question.</param>
/// <param name="Says">The article's words, verbatim, that stand against them.</param>
public sealed record PremiseRecord(string Asked, string Says);

/// <param name="Citations">Numbers of the citations it relies on.</param>
/// <param name="Compares">Whether it says how the cited articles agree or differ, rather than what they say.</param>
public sealed record StatementRecord(string Text, string? Note, ImmutableArray<int> Citations, bool Compares = false);

/// <param name="Start">UTF-16 code units into the paragraph's text.</param>
/// <param name="End">Exclusive.</param>
public sealed record CitationRecord(int Number, string Article, int Version, string Title, int Paragraph, int Start, int End, string Quote, Uri? Url)
{
    /// <summary>The words that answer, as ranges into the paragraph's text in order, all inside the quote; empty where that is not certain.</summary>
    public ImmutableArray<Sentence> Highlight { get; init; } = [];
}

/// <summary>What somebody thinks of an answer, or of one of its citations.</summary>
/// <param name="Citation">Number of the citation; 0 for the answer as a whole.</param>
/// <param name="At">Set when it is stored; to the millisecond.</param>
public sealed record Feedback(ulong Answer, ulong Person, int Citation, bool IsGood, DateTimeOffset At = default);
