using Bot.Language;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;

namespace Bot.Answers.Generation;

/// <summary>Makes a follow-up question stand alone, or puts a question into English, with the help of a model.</summary>
public sealed partial class ModelRewriter(ModelClient client, Prompts prompts, ModelMetrics metrics, TimeProvider time, ILogger<ModelRewriter> logger)
{
    private const string KeepLanguage = "Keep its language.";
    private const string IntoEnglish = "Write it in English.";
    private const int LongestQuestion = 500;
    private const int LongestQuote = 300;
    private const int MostQuotes = 3;
    private const int MostTurns = 4;

    // A rewriting says what the question leaves out; one that drops more than this of what was asked is another question.
    private const double LeastKept = 0.5;

    /// <param name="earlier">Oldest first, at least one.</param>
    /// <returns>One line made of words of the question and of the conversation; null when the model is of no use.</returns>
    internal async Task<string?> RewriteAsync(Question question, IReadOnlyList<ConversationTurn> earlier, CancellationToken cancellationToken)
    {
        var history = earlier.TakeLast(MostTurns).Select(turn => ShownEvidence.Line(new { question = turn.Question, cited = turn.Evidence.Take(MostQuotes).Select(Head) })).ToArray();
        return await WriteAsync(question, history, KeepLanguage, written => IsSameQuestion(written, question.Text, history), cancellationToken);
    }

    /// <returns>The question in English, on one line; null when the model is of no use.</returns>
    internal async Task<string?> TranslateAsync(Question question, CancellationToken cancellationToken)
    {
        var numbers = NumbersOf(question.Text).ToHashSet(StringComparer.Ordinal);
        return await WriteAsync(question, [], IntoEnglish, written => NumbersOf(written).All(numbers.Contains) && QuestionLanguage.Of(written) is null or "en", cancellationToken);

        static IEnumerable<string> NumbersOf(string text) => Words.Read(text).Where(word => char.IsAsciiDigit(word.Text[0])).Select(word => word.Text);
    }

    private async Task<string?> WriteAsync(Question question, string[] history, string language, Predicate<string> isUsable, CancellationToken cancellationToken)
    {
        using var activity = ModelTelemetry.StartStep("rewrite", prompts.Rewrite);
        using var deadline = new CancellationTokenSource(client.Options.Timeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        var arguments = new KernelArguments
        {
            ["history"] = string.Join('\n', history),
            ["language"] = language,
            ["question"] = ShownEvidence.Line(new { question = question.Text }),
        };
        try
        {
            var written = LastLine(await client.WordsAsync(prompts.Rewrite, arguments, new ModelUse(question.Guild), both.Token));
            return written is not null && isUsable(written) ? written : Unusable(ModelFailure.Unreadable);
        }
        catch (ModelFailureException exception)
        {
            return Unusable(exception.Trouble);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Unusable(ModelFailure.Deadline);
        }

        string? Unusable(ModelFailure trouble)
        {
            metrics.Troubled(trouble.Kind);
            Log.Unusable(logger, trouble.Kind, trouble.Advice);
            return null;
        }
    }

    /// <summary>Models that think aloud end with the answer. Null when that is no question.</summary>
    private static string? LastLine(string reply)
    {
        var line = reply.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).LastOrDefault()?.Trim('"', '“', '”', '`', ' ');
        return line is { Length: > 0 and <= LongestQuestion } && !line.StartsWith('{') ? line : null;
    }

    /// <summary>It asks what the question asks, and names and numbers nothing that was not mentioned before: what earlier texts order or claim is not followed.</summary>
    private static bool IsSameQuestion(string written, string question, string[] history)
    {
        var asked = Words.Read(question);
        var stems = Words.Read(written).Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);
        var content = asked.Where(word => !word.IsStop).ToArray();
        var known = history.SelectMany(line => Words.Read(line)).Concat(asked).Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);
        return content.Count(word => stems.Contains(word.Stem)) >= LeastKept * content.Length
            && Words.Read(written).All(word => known.Contains(word.Stem) || !(word.IsNumber || (word.IsCapital && !word.IsStop && (word.Traits & WordTraits.Opening) == 0)));
    }

    private static string Head(string quote) => quote.Length <= LongestQuote ? quote : quote[..LongestQuote];

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The model cannot rewrite a question ({Kind}); it is read by rules instead. {Advice}")]
        public static partial void Unusable(ILogger logger, ModelFailureKind kind, string advice);
    }
}
