using Bot.Articles;
using Bot.Phrasebook;
using Bot.Storage.Answers;

namespace Bot.Ask;

/// <summary>An answer as Discord shows it: what is stated, and for each citation one quiet line.</summary>
/// <param name="answer">As it was given.</param>
/// <param name="articles">The articles that it cites, by id and version, as far as they can still be read.</param>
internal sealed class AnswerMessage(AnswerGiven answer, IReadOnlyDictionary<(string, int), Article> articles, Phrases phrases)
{
    private const int LongestQuestion = 200;
    private const int LongestPremise = 120;

    // A shorter summary is read at a glance.
    private const int FewestWithHeadings = 8;

    /// <summary>Whether the question stands above, for places where nobody else sees what was asked.</summary>
    public bool WithQuestion { get; init; }

    /// <summary>Whether a model should have written and could not.</summary>
    public bool ModelFailed { get; init; }

    /// <summary>Escaped; stands below.</summary>
    public string? Closing { get; init; }

    /// <returns>The texts of one or more messages.</returns>
    public IReadOnlyList<string> Pages() => MessagePages.First(MessagePages.Of([Opening(), .. Body(), Ending()]), phrases.MoreThanFits);

    private IReadOnlyList<MessagePart> Opening()
    {
        var isRewritten = answer.Question != answer.Asked && answer.Outcome is (AnswerOutcome.Answered or AnswerOutcome.NotInArticle);
        return
        [
            .. WithQuestion ? [new MessagePart("-# ❝ ", SourceNote.Shortened(answer.Asked, LongestQuestion))] : Array.Empty<MessagePart>(),
            .. isRewritten ? [new MessagePart("-# ", phrases.ReadAs(SourceNote.Shortened(answer.Question, LongestQuestion)))] : Array.Empty<MessagePart>(),
        ];
    }

    private IEnumerable<IReadOnlyList<MessagePart>> Body() => answer.Outcome switch
    {
        AnswerOutcome.NotInArticle when answer.FalsePremise is { } premise => Contradicted(premise),
        AnswerOutcome.NotInArticle => [[$"**{phrases.DoesNotSay}**"], .. answer.Citations.Select(Nearest)],
        AnswerOutcome.Summary => Summarised(),
        _ when answer.ByModel => [.. answer.Statements.Select(Stated), .. answer.Citations.Select(citation => new[] { Source(citation, withQuote: true) })],
        _ => answer.Statements.Select(statement => statement.Compares ? Stated(statement) : Quoted(statement)),
    };

    private IEnumerable<IReadOnlyList<MessagePart>> Summarised()
    {
        if (answer.Citations.IsEmpty)
        {
            return [[answer.Asked.Length == 0 ? phrases.NothingToSummarise : phrases.SaysNothingAbout(DiscordText.EscapeInline(SourceNote.Shortened(answer.Asked, LongestQuestion)))]];
        }

        var first = answer.Citations[0];
        var article = articles.GetValueOrDefault((first.Article, first.Version));
        return [[new("**", SourceNote.Shortened(first.Title, LongestQuestion), "**"), .. SourceNote.StateOf(first, article, phrases) is { Length: > 0 } state ? [$"-# {state}"] : Array.Empty<MessagePart>()], .. Points(article)];
    }

    private IEnumerable<IReadOnlyList<MessagePart>> Points(Article? article)
    {
        string? section = null;
        foreach (var point in answer.Statements)
        {
            var heading = article?.Paragraph(answer.Citations[point.Citations[0] - 1].Paragraph)?.Section;
            var isNew = answer.Statements.Length >= FewestWithHeadings && heading is not null && heading != section;
            section = heading;
            yield return
            [
                .. isNew ? [new("__", SourceNote.Shortened(heading!, LongestQuestion), "__")] : Array.Empty<MessagePart>(),
                new("- ", point.Note is null ? point.Text : $"{point.Text} ({point.Note})", "", Markers(point)),
                .. point.Citations.Select(number => SourceNote.Of(answer.Citations[number - 1], article, phrases, withQuote: answer.ByModel, withArticle: false)),
            ];
        }
    }

    private IReadOnlyList<MessagePart> Ending() =>
    [
        .. ModelFailed ? [$"-# ⚠ {phrases.ModelFailed}"] : Array.Empty<MessagePart>(),
        .. Closing is not null ? [$"-# {Closing}"] : Array.Empty<MessagePart>(),
    ];

    private IEnumerable<IReadOnlyList<MessagePart>> Contradicted(PremiseGiven premise) =>
    [
        [
            $"**{phrases.SaysOtherwise(SourceNote.Escaped(premise.Says, LongestPremise), SourceNote.Escaped(premise.Asked, LongestPremise))}**",
            .. answer.Citations.SelectMany(citation => new[] { MessagePart.Quote(citation.Quote, $" [{citation.Number}]"), Source(citation, withQuote: false) }),
        ],
    ];

    private MessagePart[] Nearest(CitationGiven citation) =>
    [
        phrases.Nearest(SourceNote.Named(citation, articles.GetValueOrDefault((citation.Article, citation.Version)))), MessagePart.Quote(citation.Quote),
    ];

    private static MessagePart[] Stated(StatementGiven statement) => [new(statement.Compares ? "⚖ " : "", statement.Text, "", Markers(statement))];

    // The statement is the quote: it is not repeated beside its source.
    private MessagePart[] Quoted(StatementGiven statement) =>
    [
        MessagePart.Quote(statement.Text, Markers(statement)),
        .. statement.Note is null ? [] : new[] { new MessagePart("-# (", statement.Note, ")") },
        .. statement.Citations.Select(number => Source(answer.Citations[number - 1], withQuote: false)),
    ];

    private MessagePart Source(CitationGiven citation, bool withQuote) =>
        SourceNote.Of(citation, articles.GetValueOrDefault((citation.Article, citation.Version)), phrases, withQuote);

    private static string Markers(StatementGiven statement) => $" {string.Concat(statement.Citations.Select(number => $"[{number}]"))}";
}
