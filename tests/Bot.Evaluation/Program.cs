using Bot.Evaluation;
using Bot.Evaluation.Reader;

// <task> --data FILE --out FILE [--corpus FILE] [--embeddings FOLDER|endpoint]: reads JSON Lines, runs the code the bot runs, writes one prediction a line in input order.
var tasks = new SortedDictionary<string, Func<EvaluationOptions, CancellationToken, Task<int>>>(StringComparer.Ordinal)
{
    ["answer"] = AnswerTask.RunAsync,
    ["build-lexicon"] = BuildLexicon.RunAsync,
    ["citations"] = CitationsTask.RunAsync,
    ["make-encoder"] = MakeEncoder.RunAsync,
    ["make-reader"] = MakeEncoder.MakeReaderAsync,
    ["facts"] = FactsTask.RunAsync,
    ["followups"] = FollowUpsTask.RunAsync,
    ["pages"] = PagesTask.RunAsync,
    ["quotes"] = QuotesTask.RunAsync,
    ["reader-examples"] = ReaderExamples.RunAsync,
    ["retrieve"] = RetrieveTask.RunAsync,
    ["second-look"] = SecondLookTask.RunAsync,
    ["summarize"] = SummarizeTask.RunAsync,
    ["exam"] = ExamTask.RunAsync,
    ["golden"] = GoldenTask.RunAsync,
    ["train-answers"] = TrainAnswers.RunAsync,
    ["train-summaries"] = TrainSummaries.RunAsync,
    ["train-verifier"] = TrainVerifier.RunAsync,
    ["verify"] = VerifyTask.RunAsync,
};

if (args.Length == 0 || !tasks.TryGetValue(args[0], out var task) || EvaluationOptions.Parse(args.AsSpan(1)) is not { } options)
{
    await Console.Error.WriteLineAsync($"usage: <{string.Join('|', tasks.Keys)}> --data FILE --out FILE [--corpus FILE] [--embeddings FOLDER|endpoint]");
    return 2;
}

return await task(options, CancellationToken.None);
