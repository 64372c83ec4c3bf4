using System.Diagnostics;
using Bot.Answers.Drafts;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using OpenAI.Chat;
using ChatMessageContent = Microsoft.SemanticKernel.ChatMessageContent;

namespace Bot.Answers.Models;

/// <summary>Sends a prompt through Semantic Kernel and counts what it takes. The one place where a model is called.</summary>
public sealed class ModelClient(Kernel kernel, IOptions<ModelOptions> options, TokenBudget budget, ModelMetrics metrics, TimeProvider time)
{
    /// <summary>One span for each prompt, with its content hash; never anybody's words.</summary>
    public static ActivitySource Activities { get; } = new(ModelMetrics.MeterName);

    // About four letters to a token in English; only used to stop before a request that would be too long.
    private const int LettersPerToken = 4;

    internal ModelOptions Options => options.Value;

    /// <summary>How many letters of text one request may carry and leave room for look-ups, the reply and a repair.</summary>
    internal int MostLetters => Options.TokensPerQuestion / 4 * LettersPerToken;

    /// <summary>Asks for a draft; null when the reply is none.</summary>
    /// <param name="functions">What the model may call; null for nothing.</param>
    /// <exception cref="ModelTroubleException">The model is out of reach, out of budget, or sends nothing usable.</exception>
    internal async Task<Draft?> DraftAsync(Prompt prompt, KernelArguments arguments, ModelUse use, ArticlePlugin? functions, CancellationToken cancellationToken) =>
        DraftParser.Parse(await CompleteAsync(prompt, arguments, use, functions, DraftFormat.Json, cancellationToken));

    /// <summary>Asks for words.</summary>
    /// <exception cref="ModelTroubleException">The model is out of reach, out of budget, or sends nothing usable.</exception>
    internal Task<string> WordsAsync(Prompt prompt, KernelArguments arguments, ModelUse use, CancellationToken cancellationToken) =>
        CompleteAsync(prompt, arguments, use, functions: null, format: null, cancellationToken);

    private async Task<string> CompleteAsync(
        Prompt prompt, KernelArguments arguments, ModelUse use, ArticlePlugin? functions, ChatResponseFormat? format, CancellationToken cancellationToken)
    {
        if (budget.Exhausted(use.Guild) is { } setting)
        {
            throw new ModelTroubleException(ModelTrouble.Budget(setting));
        }

        var size = arguments.Sum(argument => (argument.Value as string)?.Length ?? 0) / LettersPerToken;
        if (use.Tokens + size > Allowed(use))
        {
            throw new ModelTroubleException(ModelTrouble.Budget("Model:TokensPerQuestion"));
        }

        var started = time.GetTimestamp();
        using var activity = Activities.StartActivity($"prompt {prompt.Name}");
        activity?.SetTag("bot.prompt.hash", prompt.Hash);
        try
        {
            use.Sent(prompt);
            return await InvokeAsync(prompt, arguments, use, functions, format, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && ModelTrouble.From(exception) is { } trouble && exception is not ModelTroubleException)
        {
            activity?.SetStatus(ActivityStatusCode.Error, trouble.Advice);
            throw new ModelTroubleException(trouble);
        }
        finally
        {
            metrics.Took(prompt.Name, time.GetElapsedTime(started));
        }
    }

    private async Task<string> InvokeAsync(
        Prompt prompt, KernelArguments arguments, ModelUse use, ArticlePlugin? functions, ChatResponseFormat? format, CancellationToken cancellationToken)
    {
        var settings = OpenAIPromptExecutionSettings.FromExecutionSettings(prompt.Function.ExecutionSettings![PromptExecutionSettings.DefaultServiceId]);
        settings = (OpenAIPromptExecutionSettings)settings.Clone();
        settings.ResponseFormat = format;
        var own = kernel.Clone();
        // Half of the tokens are kept for the answer and its repair.
        var limit = new LookUpLimit(use, Options.MaxLookUps, () => use.Tokens < Allowed(use) / 2, message => Count(prompt, message, use));
        if (functions is not null && Options.Tools && Options.MaxLookUps > 0)
        {
            own.Plugins.AddFromObject(functions, ArticlePlugin.Name);
            own.AutoFunctionInvocationFilters.Add(limit);
            settings.FunctionChoiceBehavior = FunctionChoiceBehavior.Auto();
        }

        var filled = new KernelArguments(arguments, new Dictionary<string, PromptExecutionSettings> { [PromptExecutionSettings.DefaultServiceId] = settings });
        var result = await prompt.Function.InvokeAsync(own, filled, cancellationToken);
        var message = result.GetValue<ChatMessageContent>() ?? throw new ModelTroubleException(ModelTrouble.Empty);
        if (limit.Exceeded)
        {
            throw new ModelTroubleException(ModelTrouble.KeepsLookingUp);
        }

        Count(prompt, message, use);
        var completion = message.InnerContent as ChatCompletion;
        if (completion?.Refusal is { Length: > 0 } || completion?.FinishReason == ChatFinishReason.ContentFilter)
        {
            throw new ModelTroubleException(ModelTrouble.Refusal);
        }

        return string.IsNullOrWhiteSpace(message.Content) ? throw new ModelTroubleException(ModelTrouble.Empty) : message.Content;
    }

    private long Allowed(ModelUse use) => (long)Options.TokensPerQuestion * use.Allowance;

    private void Count(Prompt prompt, ChatMessageContent message, ModelUse use)
    {
        if (message.Metadata?.GetValueOrDefault("Usage") is not ChatTokenUsage usage)
        {
            return;
        }

        use.Count(usage.InputTokenCount, usage.OutputTokenCount);
        budget.Spend(use.Guild, usage.TotalTokenCount);
        var cost = ((usage.InputTokenCount * Options.InputPrice) + (usage.OutputTokenCount * Options.OutputPrice)) / 1_000_000;
        metrics.Used(prompt.Name, usage.InputTokenCount, usage.OutputTokenCount, cost);
    }
}
