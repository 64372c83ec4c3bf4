using System.Diagnostics;

namespace Bot.Answers.Generation;

/// <summary>Everything the model path reports is named here, after OpenTelemetry's conventions for generative AI where they have a word. Never anybody's words.</summary>
/// <remarks>
/// Spans: <c>draft</c>, <c>repair</c>, <c>verify</c>, <c>judge</c>, <c>rewrite</c>, each with the prompt's name and content hash where it sends one; below them
/// <c>chat MODEL</c> and <c>execute_tool FUNCTION</c>. Metrics: see <see cref="ModelMetrics"/>. https://opentelemetry.io/docs/specs/semconv/gen-ai/
/// </remarks>
public static class ModelTelemetry
{
    /// <summary>Of the activity source and of the meter: what an exporter has to add.</summary>
    public const string Name = "Bot.Model";

    internal const string TokenUsage = "gen_ai.client.token.usage";
    internal const string OperationDuration = "gen_ai.client.operation.duration";
    internal const string Cost = "bot.model.cost";
    internal const string Troubles = "bot.model.troubles";
    internal const string Statements = "bot.model.statements";
    internal const string Repairs = "bot.model.repairs";

    internal const string Operation = "gen_ai.operation.name";
    internal const string Provider = "gen_ai.provider.name";
    internal const string RequestModel = "gen_ai.request.model";
    internal const string ResponseModel = "gen_ai.response.model";
    internal const string InputTokens = "gen_ai.usage.input_tokens";
    internal const string OutputTokens = "gen_ai.usage.output_tokens";
    internal const string TokenType = "gen_ai.token.type";
    internal const string Tool = "gen_ai.tool.name";
    internal const string ServerAddress = "server.address";
    internal const string ServerPort = "server.port";
    internal const string ErrorType = "error.type";
    internal const string PromptName = "bot.prompt.name";
    internal const string PromptHash = "bot.prompt.hash";
    internal const string Kept = "bot.statements.kept";
    internal const string Dropped = "bot.statements.dropped";
    internal const string Outcome = "outcome";

    /// <summary>The conventions' name for whatever speaks OpenAI's protocol.</summary>
    internal const string OpenAI = "openai";
    internal const string Chat = "chat";

    private static readonly ActivitySource Source = new(Name);

    /// <param name="step">What is done with the prompt: draft, repair, judge, rewrite.</param>
    internal static Activity? StartStep(string step, Prompt prompt) => Source.StartActivity(step)?.SetTag(PromptName, prompt.Name).SetTag(PromptHash, prompt.Hash);

    internal static Activity? StartVerify() => Source.StartActivity("verify");

    internal static Activity? StartChat(ModelOptions options) => Source.StartActivity($"{Chat} {options.Name}", ActivityKind.Client)
        ?.SetTag(Operation, Chat)
        .SetTag(Provider, OpenAI)
        .SetTag(RequestModel, options.Name)
        .SetTag(ServerAddress, options.Endpoint?.Host)
        .SetTag(ServerPort, options.Endpoint?.Port);

    internal static Activity? StartTool(string function) =>
        Source.StartActivity($"execute_tool {function}")?.SetTag(Operation, "execute_tool").SetTag(Tool, function);

    /// <summary>As the conventions want it: few values, no words.</summary>
    internal static string TypeOf(ModelFailureKind kind) => kind.ToString().ToLowerInvariant();
}
