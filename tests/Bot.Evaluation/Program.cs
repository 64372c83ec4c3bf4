using Bot.Evaluation;

// <task> --data FILE --out FILE [--corpus FILE]: reads JSON Lines, runs the code the bot runs, writes one prediction a line in input order.
var tasks = new SortedDictionary<string, Func<EvaluationOptions, CancellationToken, Task<int>>>(StringComparer.Ordinal)
{
    ["answer"] = AnswerTask.RunAsync,
    ["build-lexicon"] = BuildLexicon.RunAsync,
    ["summarize"] = SummarizeTask.RunAsync,
    ["citations"] = CitationsTask.RunAsync,
    ["train-verifier"] = TrainVerifier.RunAsync,
    ["verify"] = VerifyTask.RunAsync,
    ["retrieve"] = RetrieveTask.RunAsync,
    ["quotes"] = QuotesTask.RunAsync,
    ["train-answers"] = TrainAnswers.RunAsync,
};

if (args.Length == 0 || !tasks.TryGetValue(args[0], out var task) || EvaluationOptions.Parse(args.AsSpan(1)) is not { } options)
{
    await Console.Error.WriteLineAsync($"usage: <{string.Join('|', tasks.Keys)}> --data FILE --out FILE [--corpus FILE] [--weights FILE]");
    return 2;
}

return await task(options, CancellationToken.None);
