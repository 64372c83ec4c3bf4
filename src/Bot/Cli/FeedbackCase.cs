using System.Text.Json.Serialization;
using Bot.Articles;
using Bot.Storage.Answers;

namespace Bot.Cli;

/// <summary>One judged answer as a case of the evaluation's <c>answer</c> task; field names are those of its data.</summary>
/// <param name="Answerable">Null where people called the answer wrong, since what would be right they did not say.</param>
/// <param name="GoldParagraphs">Indexes from 0.</param>
/// <param name="Judged"><c>good</c> or <c>wrong</c>.</param>
/// <param name="Wrong">The citations that were called wrong.</param>
/// <param name="Given">What the bot answered, as a prediction of the same task.</param>
internal sealed record FeedbackCase(
    string Id,
    [property: JsonPropertyName("article_title")] string ArticleTitle,
    IReadOnlyList<string> Paragraphs,
    string Question,
    bool? Answerable,
    [property: JsonPropertyName("gold_paragraphs")] IReadOnlyList<int> GoldParagraphs,
    IReadOnlyList<string> Answers,
    string Source,
    string Judged,
    IReadOnlyList<FeedbackCitation> Wrong,
    FeedbackAnswer Given)
{
    public static FeedbackCase Of(AnswerRecord answer, IReadOnlyCollection<Feedback> feedback, Article article)
    {
        var here = answer.Citations.Where(citation => citation.Article == article.Id && citation.Version == article.Version).ToList();
        var isGood = feedback.Count(opinion => opinion.IsGood) > feedback.Count(opinion => !opinion.IsGood);
        var isAnswered = answer.Outcome == AnswerOutcome.Answered;
        var wrong = feedback.Where(opinion => !opinion.IsGood).Select(opinion => opinion.Citation).ToHashSet();
        var isCorrected = answer.FalsePremise is not null;
        return new FeedbackCase(
            $"answer-{answer.Id}",
            article.Title,
            [.. article.Paragraphs.Select(paragraph => paragraph.Text)],
            answer.Question,
            isGood ? isAnswered : null,
            isGood && isAnswered ? [.. here.Select(citation => citation.Paragraph - 1).Distinct()] : [],
            [],
            "feedback",
            isGood ? "good" : "wrong",
            [.. here.Where(citation => wrong.Contains(citation.Number) || (wrong.Contains(0) && (isAnswered || isCorrected))).Select(FeedbackCitation.Of)],
            new FeedbackAnswer(
                !isAnswered, string.Join(' ', answer.Statements.Where(statement => !statement.Compares).Select(statement => statement.Text)), isAnswered || isCorrected ? [.. here.Select(FeedbackCitation.Of)] : [], answer.Confidence, isCorrected));
    }
}

/// <param name="Paragraph">Index from 0.</param>
internal sealed record FeedbackCitation(int Paragraph, string Quote)
{
    public static FeedbackCitation Of(CitationRecord citation) => new(citation.Paragraph - 1, citation.Quote);
}

internal sealed record FeedbackAnswer(bool Abstained, string Answer, IReadOnlyList<FeedbackCitation> Citations, double Confidence, [property: JsonPropertyName("premise_correction")] bool PremiseCorrection);
