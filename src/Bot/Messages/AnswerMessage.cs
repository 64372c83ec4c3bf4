using Bot.Articles;
using Bot.Localization;
using Bot.Storage.Answers;

namespace Bot.Messages;

/// <summary>An answer as Discord shows it: what is stated, and for each citation one quiet line.</summary>
/// <param name="answer">As it was given.</param>
/// <param name="articles">The articles that it cites, by id and version, as far as they can still be read.</param>
internal sealed class AnswerMessage(AnswerRecord answer, IReadOnlyDictionary<(string, int), Article> articles, Translation translation)
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
    public IReadOnlyList<string> Pages() => MessagePages.First(MessagePages.Of([Opening(), .. Body(), Ending()]), translation.MoreThanFits);

    private IReadOnlyList<MessagePart> Opening()
    {
        var isRewritten = answer.Question != answer.Asked && answer.Outcome is (AnswerOutcome.Answered or AnswerOutcome.NotInArticle);
        return
        [
            .. WithQuestion ? [new MessagePart("-# ❝ ", SourceNote.Shortened(answer.Asked, LongestQuestion))] : Array.Empty<MessagePart>(),
            .. isRewritten ? [new MessagePart("-# ", translation.ReadAs(SourceNote.Shortened(answer.Question, LongestQuestion)))] : Array.Empty<MessagePart>(),
        ];
    }

    private IEnumerable<IReadOnlyList<MessagePart>> Body() => answer.Outcome switch
    {
        AnswerOutcome.NotInArticle when answer.FalsePremise is { } premise => Contradicted(premise),
        AnswerOutcome.NotInArticle => [[$"**{translation.DoesNotSay}**"], .. answer.Citations.Select(Nearest)],
        AnswerOutcome.Summary => Summarised(),
        _ when answer.ByModel => [.. answer.Statements.Select(Stated), .. answer.Citations.Select(citation => new[] { Source(citation, withQuote: true) })],
        _ => answer.Statements.Select(statement => statement.Compares ? Stated(statement) : Quoted(statement)),
    };

    private IEnumerable<IReadOnlyList<MessagePart>> Summarised()
    {
        if (answer.Citations.IsEmpty)
        {
            return [[answer.Asked.Length == 0 ? translation.NothingToSummarise : translation.SaysNothingAbout(DiscordText.EscapeInline(SourceNote.Shortened(answer.Asked, LongestQuestion)))]];
        }

        var first = answer.Citations[0];
        var article = articles.GetValueOrDefault((first.Article, first.Version));
        return [[new("**", SourceNote.Shortened(first.Title, LongestQuestion), "**"), .. SourceNote.StateOf(first, article, translation) is { Length: > 0 } state ? [$"-# {state}"] : Array.Empty<MessagePart>()], .. Points(article)];
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
                .. point.Citations.Select(number => SourceNote.Of(answer.Citations[number - 1], article, translation, withQuote: answer.ByModel, withArticle: false)),
            ];
        }
    }

    private IReadOnlyList<MessagePart> Ending() =>
    [
        .. ModelFailed ? [$"-# ⚠ {translation.ModelFailed}"] : Array.Empty<MessagePart>(),
        .. Closing is not null ? [$"-# {Closing}"] : Array.Empty<MessagePart>(),
    ];

    private IEnumerable<IReadOnlyList<MessagePart>> Contradicted(PremiseRecord premise) =>
    [
        [
            $"**{translation.SaysOtherwise(SourceNote.Escaped(premise.Says, LongestPremise), SourceNote.Escaped(premise.Asked, LongestPremise))}**",
            .. answer.Citations.SelectMany(citation => new[] { MessagePart.Quote(citation.Quote, $" [{citation.Number}]"), Source(citation, withQuote: false) }),
        ],
    ];

    private MessagePart[] Nearest(CitationRecord citation) =>
    [
        translation.Nearest(SourceNote.Named(citation, articles.GetValueOrDefault((citation.Article, citation.Version)))), MessagePart.Quote(citation.Quote),
    ];

    private static MessagePart[] Stated(StatementRecord statement) => [new(statement.Compares ? "⚖ " : "", statement.Text, "", Markers(statement))];

    // The statement is the quote: it is not repeated beside its source.
    private MessagePart[] Quoted(StatementRecord statement) =>
    [
        MessagePart.Quote(statement.Text, Markers(statement)),
        .. statement.Note is null ? [] : new[] { new MessagePart("-# (", statement.Note, ")") },
        .. statement.Citations.Select(number => Source(answer.Citations[number - 1], withQuote: false)),
    ];

    private MessagePart Source(CitationRecord citation, bool withQuote) =>
        SourceNote.Of(citation, articles.GetValueOrDefault((citation.Article, citation.Version)), translation, withQuote);

    private static string Markers(StatementRecord statement) => $" {string.Concat(statement.Citations.Select(number => $"[{number}]"))}";
}
