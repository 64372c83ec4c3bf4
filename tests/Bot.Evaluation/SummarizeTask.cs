using Bot.Answers.Summaries;
using Bot.Articles;

namespace Bot.Evaluation;

/// <summary>Extractive summaries of news, as many sentences as the data set's own summaries have.</summary>
internal static class SummarizeTask
{
    // The reference summaries of this set hold about this part of each article.
    private const double BbcShare = 0.42;

    public static async Task<int> RunAsync(EvaluationOptions options, CancellationToken cancellationToken)
    {
        var predictions = new List<Prediction>();
        await foreach (var item in options.Data.ToAsyncEnumerable().SelectMany(path => JsonLines.ReadAsync<Case>(path, cancellationToken)).WithCancellation(cancellationToken))
        {
            var article = ArticleReader.FromParagraphs(null, item.Article.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
            var count = item.Dataset switch
            {
                "cnndm" => 3,
                "xsum" => 1,
                _ => Math.Max(1, (int)Math.Round(BbcShare * ExtractiveSummarizer.SentenceCount(article))),
            };

            // A line each: joined by a blank, a sentence without a full stop and the one after it would be read as one.
            predictions.Add(new(item.Id, string.Join('\n', ExtractiveSummarizer.Sentences(article, count))));
        }

        await JsonLines.WriteAsync(options.Out, predictions, cancellationToken);
        await Console.Out.WriteLineAsync($"{predictions.Count} summaries, {predictions.Average(prediction => prediction.Summary.Split([' ', '\n']).Length):F1} words on average");
        return 0;
    }

    private sealed record Case(string Id, string Article, string Dataset);

    private sealed record Prediction(string Id, string Summary);
}
