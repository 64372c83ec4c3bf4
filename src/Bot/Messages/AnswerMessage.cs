using System.Collections.Immutable;
using Bot.Answers.Conversations;
using Bot.Articles;
using Bot.Discord.Model;
using Bot.Discord.Rest;
using Bot.Language;
using Bot.Localization;
using Bot.Storage.Answers;

namespace Bot.Messages;

/// <summary>An answer as Discord shows it: the article's words with those that answer in bold, and one quiet line that says where they stand.</summary>
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

    /// <summary>Whether there is one article only that could have been asked.</summary>
    public bool IsOnlyArticle { get; init; } = true;

    /// <summary>Whether questions that the article does answer stand below, as buttons.</summary>
    public bool WithExamples { get; init; }

    /// <summary>The language of a question that was not read for not being English; null for every other question.</summary>
    public string? AskedIn { get; init; }

    /// <summary>Escaped; stands below.</summary>
    public string? Closing { get; init; }

    /// <param name="rows">Action rows under the last message.</param>
    /// <returns>One or more messages.</returns>
    public IReadOnlyList<OutgoingMessage> Messages(bool isPrivate, IReadOnlyList<Component> rows) => MessageLayout.Of(
        MessagePages.First(MessagePages.Of([Opening(), .. Body()]), translation.MoreThanFits), string.Join('\n', Ending()), Accent, isPrivate, rows);

    private int Accent => answer.Outcome switch
    {
        AnswerOutcome.NotInArticle => answer.FalsePremise is null ? MessageLayout.NotSaid : MessageLayout.Contradicted,
        AnswerOutcome.Summary => MessageLayout.Shown,
        _ => MessageLayout.Answered,
    };

    private IReadOnlyList<MessagePart> Opening()
    {
        var isRewritten = !Utterance.AreTheSame(answer.Question, answer.Asked) && answer.Outcome is (AnswerOutcome.Answered or AnswerOutcome.NotInArticle);
        return
        [
            .. WithQuestion ? [new MessagePart("-# ❝ ", SourceNote.Shortened(answer.Asked, LongestQuestion))] : Array.Empty<MessagePart>(),
            .. isRewritten ? [new MessagePart("-# ", translation.ReadAs(SourceNote.Shortened(answer.Question, LongestQuestion)))] : Array.Empty<MessagePart>(),
        ];
    }

    private IEnumerable<IReadOnlyList<MessagePart>> Body() => answer.Outcome switch
    {
        AnswerOutcome.NotInArticle when AskedIn is not null => [[$"**{Translation.For(AskedIn).ReadsEnglish}**"]],
        AnswerOutcome.NotInArticle when answer.FalsePremise is { } premise => Contradicted(premise),
        AnswerOutcome.NotInArticle => [[$"**{(answer.Article is not null || IsOnlyArticle ? translation.DoesNotSay : translation.NoneSays)}**"], .. answer.Citations.Select(Nearest)],
        AnswerOutcome.Summary => Summarised(),
        _ when answer.ByModel => [.. answer.Statements.Select(Stated), .. answer.Citations.Select(citation => new[] { Evidence(citation) })],
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
        return [[new("**", SourceNote.Shortened(first.Title, LongestQuestion), "**")], .. Points(article)];
    }

    private IEnumerable<IReadOnlyList<MessagePart>> Points(Article? article)
    {
        string? section = null;
        foreach (var point in answer.Statements)
        {
            var heading = article?.Paragraph(answer.Citations[point.Citations[0] - 1].Paragraph)?.Section;
            var isNew = answer.Statements.Length >= FewestWithHeadings && heading is not null && heading != section;
            section = heading;
            var places = point.Citations.Select(number => SourceNote.Place(answer.Citations[number - 1])).Distinct(StringComparer.Ordinal);
            yield return
            [
                .. isNew ? [new("__", SourceNote.Shortened(heading!, LongestQuestion), "__")] : Array.Empty<MessagePart>(),
                new("- ", point.Note is null ? point.Text : $"{point.Text} ({point.Note})", "", $" {string.Join(' ', places)}"),
            ];
        }
    }

    private IEnumerable<string> Ending() =>
    [
        .. Sources() is { Length: > 0 } sources ? [sources] : Array.Empty<string>(),
        .. WithExamples ? [$"-# {translation.AnsweredHere}"] : Array.Empty<string>(),
        .. ModelFailed ? [$"-# ⚠ {translation.ModelFailed}"] : Array.Empty<string>(),
        .. Closing is not null ? [$"-# {Closing}"] : Array.Empty<string>(),
    ];

    /// <summary>What proves nothing is no source, and a summary says at each point where it stands.</summary>
    private string Sources() => answer switch
    {
        { Citations.IsEmpty: true } or { IsProven: false } => "",
        { Outcome: AnswerOutcome.Summary, Citations: [var first, ..] } => SourceOfSummary(first),
        _ => SourceNote.Of(answer.Citations, articles, translation, verbatim: !answer.ByModel),
    };

    private string SourceOfSummary(CitationRecord first)
    {
        var article = articles.GetValueOrDefault((first.Article, first.Version));
        var verbatim = !answer.ByModel && article is not null && answer.Citations.All(citation => SourceNote.IsVerbatim(citation, article));
        var line = SourceLine.Join(verbatim ? translation.Verbatim : null, SourceNote.StateOf(first, article, translation));
        return line.Length == 0 ? "" : $"-# {line}";
    }

    private IEnumerable<IReadOnlyList<MessagePart>> Contradicted(PremiseRecord premise) =>
    [
        [
            $"**{translation.SaysOtherwise(SourceNote.Escaped(premise.Says, LongestPremise), SourceNote.Escaped(premise.Asked, LongestPremise))}**",
            .. answer.Citations.Select(citation => MessagePart.Quote(citation.Quote, $" [{citation.Number}]") with { Bold = Found(citation.Quote, premise.Says) }),
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
        MessagePart.Quote(statement.Text, Markers(statement)) with { Bold = [.. statement.Citations.SelectMany(number => Highlighted(statement.Text, answer.Citations[number - 1]))] },
        .. statement.Note is null ? [] : new[] { new MessagePart("-# (", statement.Note, ")") },
    ];

    private static MessagePart Evidence(CitationRecord citation) =>
        new MessagePart($"-# [{citation.Number}] “", citation.Quote, "”") { Bold = Highlighted(citation.Quote, citation) };

    /// <summary>The answering words of a citation inside a text that is its quote, or begins with it.</summary>
    private static ImmutableArray<Sentence> Highlighted(string text, CitationRecord citation) => text.StartsWith(citation.Quote, StringComparison.Ordinal)
        ? [.. citation.Highlight.Select(range => new Sentence(range.Start - citation.Start, range.End - citation.Start)).Where(range => range.Start >= 0 && range.Start < range.End && range.End <= citation.Quote.Length)]
        : [];

    private static ImmutableArray<Sentence> Found(string text, string words) =>
        text.IndexOf(words, StringComparison.Ordinal) is >= 0 and var start && words.Length > 0 ? [new Sentence(start, start + words.Length)] : [];

    private static string Markers(StatementRecord statement) => $" {string.Concat(statement.Citations.Select(number => $"[{number}]"))}";
}
