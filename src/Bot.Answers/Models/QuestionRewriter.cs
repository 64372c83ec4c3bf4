using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;

namespace Bot.Answers.Models;

/// <summary>Makes a follow-up question stand alone with the help of a model.</summary>
public sealed partial class QuestionRewriter(ModelClient client, Prompts prompts, ModelMetrics metrics, TimeProvider time, ILogger<QuestionRewriter> logger)
{
    private const int LongestQuestion = 500;
    private const int LongestAnswer = 600;
    private const int MostTurns = 4;

    /// <param name="turns">Earlier questions and what was answered, oldest first.</param>
    /// <returns>One line; the question as it was when there is nothing to add or the model fails.</returns>
    public async Task<string> RewriteAsync(Question question, IReadOnlyList<ConversationTurn> turns, CancellationToken cancellationToken)
    {
        if (turns.Count == 0)
        {
            return question.Text;
        }

        using var deadline = new CancellationTokenSource(client.Options.Timeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        var history = turns.TakeLast(MostTurns).Select(turn => ShownEvidence.Line(new { question = turn.Question, answer = Head(turn.Answer) }));
        var arguments = new KernelArguments
        {
            ["history"] = string.Join('\n', history),
            ["question"] = ShownEvidence.Line(new { question = question.Text }),
        };
        try
        {
            var reply = await client.WordsAsync(prompts.Rewrite, arguments, new ModelUse(question.Guild), both.Token);
            return Question(reply) ?? question.Text;
        }
        catch (ModelTroubleException exception)
        {
            return AsItWas(exception.Trouble);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return AsItWas(ModelTrouble.Deadline);
        }

        string AsItWas(ModelTrouble trouble)
        {
            metrics.Troubled(trouble.Kind);
            Log.Unusable(logger, trouble.Kind, trouble.Advice);
            return question.Text;
        }
    }

    /// <summary>The last line of the reply, as models that think aloud end with the answer; null when it is no question.</summary>
    private static string? Question(string reply)
    {
        var line = reply.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).LastOrDefault()?.Trim('"', '“', '”', '`', ' ');
        return line is { Length: > 0 and <= LongestQuestion } && !line.StartsWith('{') ? line : null;
    }

    private static string Head(string answer) => answer.Length <= LongestAnswer ? answer : answer[..LongestAnswer];

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The model cannot rewrite a follow-up question ({Kind}); it is taken as it was asked. {Advice}")]
        public static partial void Unusable(ILogger logger, ModelTroubleKind kind, string advice);
    }
}

/// <param name="Answer">The statements' text, without citations.</param>
public sealed record ConversationTurn(string Question, string Answer);
