using System.Collections.Immutable;
using Bot.Answers;
using Bot.Answers.Summaries;
using Bot.Articles;
using Bot.Localization;
using Bot.Messages;
using Bot.Storage.Answers;

namespace Bot.Commands.Answers;

/// <summary>Answers in the form in which they are kept.</summary>
internal static class GivenAnswers
{
    /// <summary>The answer with what came of its question.</summary>
    public static AnswerRecord With(this AnswerRecord asked, Answer answer, Translation translation) => answer switch
    {
        Answer.Answered answered => asked.With(answered.Statements, answered.Citations, answer.Mode).And(answered.Comparisons, translation) with
        {
            Outcome = AnswerOutcome.Answered,
            Confidence = answer.Confidence,
        },
        // One is named: two would read like an answer, and what has nothing to do with the question like noise.
        Answer.NotInArticle silent => asked.With([], [.. silent.Nearest.Take(1).Where(nearest => silent.FalsePremise is not null || Bearing.Bears(asked.Question, nearest.Quote))], answer.Mode) with
        {
            Outcome = AnswerOutcome.NotInArticle,
            FalsePremise = silent is { FalsePremise: { } premise, Nearest.Length: > 0 } ? new PremiseRecord(premise.Asked, premise.Says) : null,
            Confidence = answer.Confidence,
        },
        _ => throw new InvalidOperationException($"{answer.GetType().Name} cannot be kept."),
    };

    public static AnswerRecord With(this AnswerRecord asked, Summary summary) =>
        asked.With(summary.Points, summary.Citations, summary.Mode) with { Outcome = AnswerOutcome.Summary, Article = summary.Article.Id, Confidence = 1 };

    public static AnswerRecord With(this AnswerRecord asked, Article article, IEnumerable<Quotation> quotations) => asked with
    {
        Outcome = AnswerOutcome.Quotes,
        Article = article.Id,
        Confidence = 1,
        Citations = [.. quotations.GroupBy(SpeakersOf).SelectMany(ofOne => ofOne).Select((quotation, i) => new CitationRecord(
            i + 1, article.Id, article.Version, article.Title, quotation.Paragraph, quotation.Start, quotation.End, quotation.Text, article.Url))],
    };

    /// <summary>Whose words they are, in a form to compare; all together that are nobody's.</summary>
    public static string SpeakersOf(Quotation quotation) => $"{string.Join('\n', quotation.Speakers)}\n{quotation.Certainty}";

    private static AnswerRecord And(this AnswerRecord answer, ImmutableArray<SourceComparison> comparisons, Translation translation) => answer with
    {
        Statements = [.. answer.Statements, .. comparisons.Select(comparison => new StatementRecord(ComparisonSentence.Of(comparison, translation), null, comparison.Citations, Compares: true))],
    };

    private static AnswerRecord With(this AnswerRecord asked, ImmutableArray<Statement> statements, ImmutableArray<Citation> citations, AnswerMode mode) => asked with
    {
        ByModel = mode == AnswerMode.Model,
        Statements = [.. statements.Select(statement => new StatementRecord(statement.Text, statement.Note, statement.Citations))],
        Citations = [.. citations.Select(citation => new CitationRecord(
            citation.Number, citation.ArticleId, citation.Version, citation.Title, citation.Paragraph, citation.Start, citation.End, citation.Quote, citation.Url)
        {
            Highlight = citation.Highlight,
        })],
    };
}
