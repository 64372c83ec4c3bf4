using Bot.Answers.Drafts;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using OpenAI.Chat;
using Polly.Timeout;
using ChatMessageContent = Microsoft.SemanticKernel.ChatMessageContent;

namespace Bot.Answers.Generation;

/// <summary>Sends a prompt through Semantic Kernel and counts what it takes. The one place where a model is called.</summary>
public sealed class ModelClient(Kernel kernel, IOptions<ModelOptions> options, TokenBudget budget, ServerLimits limits, ModelMetrics metrics, TimeProvider time)
{
    // About four letters to a token in English; used before a request, and after one to a server that does not count.
    private const int LettersPerToken = 4;

    // What a reasoning model may think on top of what it says.
    private const int RoomToThink = 8;

    // Of a model's context what instructions, question and reply take, and how carefully the rest is filled: not every language has four letters to a token.
    private const int TokensBeside = 2_200;
    private const int CarefulLettersPerToken = 3;
    private const int LeastLetters = 500;
    private const int MostTries = 5;

    private volatile bool _thinks;

    internal ModelOptions Options => options.Value;

    /// <summary>How many letters of text one request may carry and leave room for look-ups, the reply and a repair.</summary>
    internal int MostLetters => Math.Min(Options.TokensPerQuestion / 4 * LettersPerToken, limits.Letters ?? int.MaxValue);

    /// <summary>Does it again with less text, as much as <see cref="MostLetters"/> then says, when the server finds a request too long for the model.</summary>
    /// <exception cref="ModelFailureException">Anything else went wrong, or even the least is too long.</exception>
    internal async Task<T> WithinContextAsync<T>(Func<Task<T>> write)
    {
        for (var tries = 1; ; tries++)
        {
            var room = MostLetters;
            try
            {
                return await write();
            }
            catch (ModelFailureException exception) when (exception.Trouble.Kind == ModelFailureKind.TooLong && MostLetters < room && tries < MostTries)
            {
                // What was found out is remembered; the next try keeps to it.
            }
        }
    }

    /// <summary>Asks for a draft; null when the reply is none.</summary>
    /// <param name="functions">What the model may call; null for nothing.</param>
    /// <exception cref="ModelFailureException">The model is out of reach, out of budget, or sends nothing usable.</exception>
    internal async Task<Draft?> DraftAsync(Prompt prompt, KernelArguments arguments, ModelUse use, ArticlePlugin? functions, CancellationToken cancellationToken) =>
        DraftParser.Parse(await CompleteAsync(prompt, arguments, use, functions, DraftFormat.Json, cancellationToken));

    /// <summary>Asks for words.</summary>
    /// <exception cref="ModelFailureException">The model is out of reach, out of budget, or sends nothing usable.</exception>
    internal Task<string> WordsAsync(Prompt prompt, KernelArguments arguments, ModelUse use, CancellationToken cancellationToken) =>
        CompleteAsync(prompt, arguments, use, functions: null, format: null, cancellationToken);

    private async Task<string> CompleteAsync(
        Prompt prompt, KernelArguments arguments, ModelUse use, ArticlePlugin? functions, ChatResponseFormat? format, CancellationToken cancellationToken)
    {
        if (budget.Exhausted(use.Guild) is { } setting)
        {
            throw new ModelFailureException(ModelFailure.Budget(setting));
        }

        if (use.Tokens + TokensOf(arguments) > Allowed(use))
        {
            throw new ModelFailureException(ModelFailure.Budget("Model:TokensPerQuestion"));
        }

        var (started, inputBefore, outputBefore) = (time.GetTimestamp(), use.InputTokens, use.OutputTokens);
        string? error = null;
        using var activity = ModelTelemetry.StartChat(Options);
        try
        {
            use.Sent(prompt);
            var settings = Settings(prompt, format);
            return await InvokeAsync(prompt, arguments, use, functions, settings, cancellationToken)
                ?? await InvokeAsync(prompt, arguments, use, functions, WithRoomToThink(settings), cancellationToken)
                ?? throw new ModelFailureException(ModelFailure.Empty);
        }
        // A request that has run out of its time in the moment in which the question did is no less a failure of the model.
        catch (Exception exception) when ((exception is TimeoutRejectedException || !cancellationToken.IsCancellationRequested) && ModelFailure.From(exception) is { } trouble)
        {
            error = ModelTelemetry.TypeOf(trouble.Kind);
            Narrow(trouble, arguments);
            throw new ModelFailureException(trouble);
        }
        catch (OperationCanceledException)
        {
            error = "cancelled";
            throw;
        }
        finally
        {
            activity?.SetTag(ModelTelemetry.InputTokens, use.InputTokens - inputBefore).SetTag(ModelTelemetry.OutputTokens, use.OutputTokens - outputBefore);
            if (error is not null)
            {
                activity?.SetTag(ModelTelemetry.ErrorType, error).SetStatus(System.Diagnostics.ActivityStatusCode.Error);
            }

            metrics.Took(prompt.Name, time.GetElapsedTime(started), error);
        }
    }

    /// <returns>The reply without what the model thought on its way to it; null when it used up its tokens thinking.</returns>
    private async Task<string?> InvokeAsync(
        Prompt prompt, KernelArguments arguments, ModelUse use, ArticlePlugin? functions, OpenAIPromptExecutionSettings settings, CancellationToken cancellationToken)
    {
        var own = kernel.Clone();
        // Half of the tokens are kept for the answer and its repair.
        var limit = new ToolCallLimit(use, Options.MaxLookUps, () => use.Tokens < Allowed(use) / 2, message => Count(prompt, arguments, message, use));
        if (functions is not null && Options.Tools && Options.MaxLookUps > 0)
        {
            functions.AddTo(own);
            own.AutoFunctionInvocationFilters.Add(limit);
            settings.FunctionChoiceBehavior = FunctionChoiceBehavior.Auto();
        }

        var filled = new KernelArguments(arguments, new Dictionary<string, PromptExecutionSettings> { [PromptExecutionSettings.DefaultServiceId] = settings });
        var result = await prompt.Function.InvokeAsync(own, filled, cancellationToken);
        var message = result.GetValue<ChatMessageContent>() ?? throw new ModelFailureException(ModelFailure.Empty);
        if (limit.Exceeded)
        {
            throw new ModelFailureException(ModelFailure.KeepsLookingUp);
        }

        Count(prompt, arguments, message, use);
        var completion = message.InnerContent as ChatCompletion;
        if (completion?.Refusal is { Length: > 0 } || completion?.FinishReason == ChatFinishReason.ContentFilter)
        {
            throw new ModelFailureException(ModelFailure.Refusal);
        }

        var words = ReasoningTags.Without(message.Content ?? "");
        return words.Length > 0 ? words
            : completion?.FinishReason == ChatFinishReason.Length ? null
            : throw new ModelFailureException(ModelFailure.Empty);
    }

    private OpenAIPromptExecutionSettings Settings(Prompt prompt, ChatResponseFormat? format)
    {
        var settings = OpenAIPromptExecutionSettings.FromExecutionSettings(prompt.Function.ExecutionSettings![PromptExecutionSettings.DefaultServiceId]);
        settings = (OpenAIPromptExecutionSettings)settings.Clone();
        settings.ResponseFormat = format;
        settings.MaxTokens *= _thinks ? RoomToThink : 1;
        return settings;
    }

    private OpenAIPromptExecutionSettings WithRoomToThink(OpenAIPromptExecutionSettings settings)
    {
        settings = (OpenAIPromptExecutionSettings)settings.Clone();
        settings.MaxTokens *= _thinks ? 1 : RoomToThink;
        _thinks = true;
        return settings;
    }

    private void Narrow(ModelFailure trouble, KernelArguments arguments)
    {
        if (trouble.Kind == ModelFailureKind.TooLong)
        {
            var sent = TokensOf(arguments) * LettersPerToken;
            limits.LimitLetters(Math.Max(LeastLetters, Math.Min(sent * 3 / 4, limits.Letters is null && trouble.ContextTokens is { } tokens ? (tokens - TokensBeside) * CarefulLettersPerToken : sent / 2)));
        }
    }

    private long Allowed(ModelUse use) => (long)Options.TokensPerQuestion * use.Quota;

    private static int TokensOf(KernelArguments arguments) => arguments.Sum(argument => (argument.Value as string)?.Length ?? 0) / LettersPerToken;

    private void Count(Prompt prompt, KernelArguments arguments, ChatMessageContent message, ModelUse use)
    {
        var (input, output) = message.Metadata?.GetValueOrDefault("Usage") is ChatTokenUsage { TotalTokenCount: > 0 } usage
            ? (usage.InputTokenCount, usage.OutputTokenCount)
            : (TokensOf(arguments), (message.Content ?? "").Length / LettersPerToken);
        use.Count(input, output);
        budget.Spend(use.Guild, input + output);
        metrics.Used(prompt.Name, input, output);
    }
}
