using System.Collections.Immutable;
using Bot.Answers;
using Bot.Answers.Summaries;
using Bot.Articles;
using Bot.Phrasebook;
using Bot.Storage.Answers;

namespace Bot.Ask;

/// <summary>Answers in the form in which they are kept.</summary>
internal static class GivenAnswers
{
    /// <summary>The answer with what came of its question.</summary>
    public static AnswerGiven With(this AnswerGiven asked, Answer answer, Phrases phrases) => answer switch
    {
        Answer.Answered answered => asked.With(answered.Statements, answered.Citations, answer.Mode).And(answered.Comparisons, phrases) with
        {
            Outcome = AnswerOutcome.Answered,
            Confidence = answer.Confidence,
        },
        // One is named: two would read like an answer.
        Answer.NotInArticle silent => asked.With([], [.. silent.Nearest.Take(1)], answer.Mode) with
        {
            Outcome = AnswerOutcome.NotInArticle,
            FalsePremise = silent is { FalsePremise: { } premise, Nearest.Length: > 0 } ? new PremiseGiven(premise.Asked, premise.Says) : null,
            Confidence = answer.Confidence,
        },
        _ => throw new InvalidOperationException($"{answer.GetType().Name} cannot be kept."),
    };

    public static AnswerGiven With(this AnswerGiven asked, Summary summary) =>
        asked.With(summary.Points, summary.Citations, summary.Mode) with { Outcome = AnswerOutcome.Summary, Article = summary.Article.Id, Confidence = 1 };

    public static AnswerGiven With(this AnswerGiven asked, Article article, IEnumerable<Quotation> quotations) => asked with
    {
        Outcome = AnswerOutcome.Quotes,
        Article = article.Id,
        Confidence = 1,
        Citations = [.. quotations.Select((quotation, i) => new CitationGiven(
            i + 1, article.Id, article.Version, article.Title, quotation.Paragraph, quotation.Start, quotation.End, quotation.Text, article.Url))],
    };

    private static AnswerGiven And(this AnswerGiven answer, ImmutableArray<SourceComparison> comparisons, Phrases phrases) => answer with
    {
        Statements = [.. answer.Statements, .. comparisons.Select(comparison => new StatementGiven(ComparisonSentence.Of(comparison, phrases), null, comparison.Citations, Compares: true))],
    };

    private static AnswerGiven With(this AnswerGiven asked, ImmutableArray<Statement> statements, ImmutableArray<Citation> citations, AnswerMode mode) => asked with
    {
        ByModel = mode == AnswerMode.Model,
        Statements = [.. statements.Select(statement => new StatementGiven(statement.Text, statement.Note, statement.Citations))],
        Citations = [.. citations.Select(citation => new CitationGiven(
            citation.Number, citation.ArticleId, citation.Version, citation.Title, citation.Paragraph, citation.Start, citation.End, citation.Quote, citation.Url))],
    };
}
