using System.Text.RegularExpressions;
using Bot.Answers.Drafts;
using Bot.Answers.Verification;
using Bot.Answers.Verification.Evidence;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;

namespace Bot.Answers.Generation;

/// <summary>Draft, check, one repair, and if wished a second opinion: nothing a model writes gets past here unchecked.</summary>
internal sealed partial class CheckedDrafts(ModelClient client, Prompts prompts, ModelMetrics metrics, IStatementVectors? vectors, ILogger logger)
{
    /// <param name="arguments">Of the prompt, but for <c>review</c>.</param>
    /// <returns>What may be shown. No statements kept and none dropped: the model holds that the paragraphs do not say.</returns>
    /// <exception cref="ModelFailureException">The model brought nothing that could be read.</exception>
    public async Task<CheckedDraft> WriteAsync(
        Prompt prompt, KernelArguments arguments, ShownEvidence evidence, ModelUse use, ArticlePlugin? functions, CancellationToken cancellationToken)
    {
        arguments["review"] = "";
        var result = await DraftAsync("draft", prompt, arguments, evidence, use, functions, cancellationToken);
        if (result is null or { Dropped.IsEmpty: false })
        {
            result = await RepairAsync(prompt, arguments, evidence, use, result, cancellationToken);
        }

        if (client.Options.Judge && !result.Kept.IsEmpty)
        {
            result = await JudgeAsync(result, use, cancellationToken);
        }

        metrics.Checked(result.Kept.Length, result.Dropped.Length);
        return result;
    }

    private async Task<CheckedDraft?> DraftAsync(
        string step, Prompt prompt, KernelArguments arguments, ShownEvidence evidence, ModelUse use, ArticlePlugin? functions, CancellationToken cancellationToken)
    {
        using var activity = ModelTelemetry.StartStep(step, prompt);
        return await client.DraftAsync(prompt, arguments, use, functions, cancellationToken) is { } draft ? Check(draft, evidence) : null;
    }

    private async Task<CheckedDraft> RepairAsync(
        Prompt prompt, KernelArguments arguments, ShownEvidence evidence, ModelUse use, CheckedDraft? first, CancellationToken cancellationToken)
    {
        arguments["review"] = first is null ? "\nYour earlier reply could not be read as the JSON object that is asked for.\n" : Review(first);
        try
        {
            // What look-ups showed stays citable, so the model sees it again.
            arguments["passages"] = evidence.Show(evidence.Passages.Select(passage => (passage.Article, passage.Paragraph)));
            if (await DraftAsync("repair", prompt, arguments, evidence, use, functions: null, cancellationToken) is { } second)
            {
                var better = first is null || second.Kept.Length >= first.Kept.Length;
                metrics.Repaired(better);
                return better ? second with { Dropped = [.. first?.Dropped ?? [], .. second.Dropped] } : first!;
            }
        }
        catch (ModelFailureException) when (first is not null)
        {
            // The repair is a chance, not a need: what the first draft kept is good.
        }

        metrics.Repaired(taken: false);
        return first ?? throw new ModelFailureException(ModelFailure.Unreadable);
    }

    private async Task<CheckedDraft> JudgeAsync(CheckedDraft draft, ModelUse use, CancellationToken cancellationToken)
    {
        using var activity = ModelTelemetry.StartStep("judge", prompts.Judge);
        var lines = draft.Kept.Select((statement, i) => ShownEvidence.Line(new
        {
            statement = i + 1,
            text = statement.Text,
            cited = statement.Citations.Select(number => draft.Citations[number - 1].Quote),
        }));
        var reply = "";
        var trouble = ModelFailure.Unreadable;
        try
        {
            reply = await client.WordsAsync(prompts.Judge, new KernelArguments { ["statements"] = string.Join('\n', lines) }, use, cancellationToken);
        }
        catch (ModelFailureException exception)
        {
            trouble = exception.Trouble;
        }

        if (Unsupported().Matches(reply) is not [.., var match])
        {
            metrics.Troubled(trouble.Kind);
            Log.NoSecondOpinion(logger, trouble.Kind, trouble.Advice);
            return draft;
        }

        var numbers = Number().Matches(match.Groups[1].Value).Select(number => int.Parse(number.ValueSpan, provider: null)).ToHashSet();
        return Without(draft, statement => numbers.Contains(draft.Kept.IndexOf(statement) + 1) ? "The second opinion does not find it in the cited words." : null);
    }

    private CheckedDraft Check(Draft draft, ShownEvidence evidence)
    {
        using var activity = ModelTelemetry.StartVerify();
        var result = new CitationVerifier(evidence.Passages, vectors).Check(draft);
        activity?.SetTag(ModelTelemetry.Kept, result.Kept.Length).SetTag(ModelTelemetry.Dropped, result.Dropped.Length);
        return result;
    }

    /// <summary>Drops the statements with a fault, and the citations that only they used; the rest is numbered anew.</summary>
    private static CheckedDraft Without(CheckedDraft draft, Func<Statement, string?> fault)
    {
        var judged = draft.Kept.Select(statement => (Statement: statement, Fault: fault(statement))).ToArray();
        if (Array.TrueForAll(judged, entry => entry.Fault is null))
        {
            return draft;
        }

        var kept = judged.Where(entry => entry.Fault is null).Select(entry => entry.Statement).ToArray();
        var used = kept.SelectMany(statement => statement.Citations).Distinct().ToArray();
        return draft with
        {
            Kept = [.. kept.Select(statement => statement with { Citations = [.. statement.Citations.Select(number => Array.IndexOf(used, number) + 1)] })],
            Citations = [.. used.Select((number, i) => draft.Citations[number - 1] with { Number = i + 1 })],
            Dropped = [.. draft.Dropped, .. judged.Where(entry => entry.Fault is not null).Select(entry => new DroppedStatement(entry.Statement.Text, entry.Fault!))],
        };
    }

    private static string Review(CheckedDraft first)
    {
        var wrong = first.Dropped.Select(statement => ShownEvidence.Line(new { statement = statement.Text, problem = statement.Reason }));
        var right = first.Kept.Select(statement => ShownEvidence.Line(new { statement = statement.Text, right = true }));
        return $"""

            Your earlier draft, checked against the paragraphs:
            {string.Join('\n', wrong.Concat(right))}
            Write the whole draft again: keep what is right with its evidence, correct the rest from the paragraphs or leave it out.

            """;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "There is no second opinion ({Kind}); what the check kept is shown. {Advice}")]
        public static partial void NoSecondOpinion(ILogger logger, ModelFailureKind kind, string advice);
    }

    [GeneratedRegex(@"""unsupported""\s*:\s*\[([^\]]*)\]")]
    private static partial Regex Unsupported();

    [GeneratedRegex(@"\d{1,3}")]
    private static partial Regex Number();
}
