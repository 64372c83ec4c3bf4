using Bot.Answers;
using Bot.Answers.Extraction;
using Bot.Answers.Extraction.Passages;

namespace Bot.Evaluation;

/// <summary><c>answer</c>: one question of one article; where the answer stands and in which words, or that the article does not say.</summary>
internal static class AnswerTask
{
    public static async Task<int> RunAsync(EvaluationOptions options, CancellationToken cancellationToken)
    {
        using var meanings = KeptMeanings.Open(options);
        var answerer = new ExtractiveAnswerer(meanings);
        var predictions = new List<Prediction>();
        foreach (var path in options.Data)
        {
            await foreach (var item in JsonLines.ReadAsync<AnswerCase>(path, cancellationToken))
            {
                predictions.Add(Predict(answerer, item));
            }
        }

        await JsonLines.WriteAsync(options.Out, predictions, cancellationToken);
        Console.WriteLine($"{predictions.Count} questions, {predictions.Count(prediction => prediction.Abstained)} not answered");
        return 0;
    }

    private static Prediction Predict(ExtractiveAnswerer answerer, AnswerCase item)
    {
        var result = answerer.Answer(item.Question, EvidencePassage.Of(item.ReadArticle()));
        var (text, citations) = result.Answer switch
        {
            Answer.Answered answered => (string.Join(' ', answered.Statements.Select(statement => statement.Text)), answered.Citations),
            Answer.NotInArticle { FalsePremise: not null } corrected => (string.Empty, corrected.Nearest),
            _ => (string.Empty, []),
        };
        return new Prediction(
            item.Id,
            result.Answer is not Answer.Answered,
            text,
            [.. citations.Select(citation => new PredictedCitation(
                citation.Paragraph - 1, citation.Quote, [.. citation.Highlight.Select(words => citation.Quote[(words.Start - citation.Start)..(words.End - citation.Start)])]))],
            result.Answer.Confidence,
            result.Ranking,
            result.Answer is Answer.NotInArticle { FalsePremise: not null });
    }

    private sealed record Prediction(
        string Id, bool Abstained, string Answer, IReadOnlyList<PredictedCitation> Citations, double Confidence, IReadOnlyList<int> Ranking, bool PremiseCorrection);

    /// <param name="Paragraph">From 0.</param>
    /// <param name="Highlight">The words that answer; none where that is not certain.</param>
    private sealed record PredictedCitation(int Paragraph, string Quote, IReadOnlyList<string> Highlight);
}
