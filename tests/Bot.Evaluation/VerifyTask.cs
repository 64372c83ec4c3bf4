using Bot.Answers.Verification;
using Bot.Answers.Verification.Evidence;

namespace Bot.Evaluation;

/// <summary>Is each response supported by its source? The same judgement as for a statement, over the whole source.</summary>
internal static class VerifyTask
{
    public static async Task<int> RunAsync(EvaluationOptions options, CancellationToken cancellationToken)
    {
        var predictions = new List<object>();
        using var vectors = new TextVectors();
        var sources = new Dictionary<string, SourceText>(StringComparer.Ordinal);
        foreach (var path in options.Data)
        {
            await foreach (var item in JsonLines.ReadAsync<VerifyCase>(path, cancellationToken))
            {
                if (!sources.TryGetValue(item.SourceText, out var source))
                {
                    sources.Add(item.SourceText, source = VerifyCase.Read(item.SourceText, vectors));
                }

                predictions.Add(Predict(item, source));
            }
        }

        await JsonLines.WriteAsync(options.Out, predictions, cancellationToken);
        return 0;
    }

    private static object Predict(VerifyCase item, SourceText source)
    {
        var offsets = CodePoints.Of(item.Response);
        var support = Support.Judge(item.Response, source, []);
        return new
        {
            item.Id,
            Label = support.Holds ? "supported" : "unsupported",
            Score = 1 / (1 + Math.Exp(-support.Sentences.Max(sentence => sentence.LogOdds))),
            Reason = support.Holds ? null : support.Fault.Reason,
            UnsupportedSpans = support.Sentences.Where(sentence => !sentence.Holds).Select(sentence => new[] { offsets[sentence.Range.Start], offsets[sentence.Range.End] }),
        };
    }
}
