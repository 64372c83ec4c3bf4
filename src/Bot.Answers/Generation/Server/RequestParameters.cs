using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Bot.Answers.Generation.Server;

/// <summary>What a request can do without, and how to leave it out.</summary>
/// <remarks>
/// Reasoning models refuse <c>temperature</c>, servers call the limit of tokens <c>max_tokens</c> or <c>max_completion_tokens</c>; small local models know neither JSON
/// schemas nor functions nor a system message. The draft parser reads prose as well, so that nothing is lost but a little order.
/// </remarks>
internal static partial class RequestParameters
{
    public const string Temperature = "temperature";
    public const string MaxTokens = "max_tokens";
    public const string MaxCompletionTokens = "max_completion_tokens";
    public const string Format = "response_format";
    public const string Tools = "tools";
    public const string SystemMessage = "system message";
    public const string Thinking = "enable_thinking";

    private static readonly string[] Optional = [Temperature, MaxCompletionTokens, MaxTokens, Format, Tools];

    /// <summary>What of the request the error speaks of; null when it speaks of none of it. Every round finds another one, so that rounds end.</summary>
    public static string? Refused(JsonObject body, ServerError error)
    {
        // A server that fails may speak of anything; only what can mean nothing else is believed.
        var isSure = (int)error.Status < 500;
        if ((int)error.Status is not (400 or 404 or 422 or 500 or 501) || ((int)error.Status == 404 && !error.Has(AboutTools())))
        {
            return null;
        }

        if (Array.Find(Optional, name => body.ContainsKey(name) && error.Names(name is Tools ? "tool_choice" : name)) is { } named)
        {
            return named;
        }

        return error.Names(Thinking) && !body.ContainsKey(Thinking) ? Thinking
            : SystemOf(body) is not null && error.Has(AboutSystem()) ? SystemMessage
            : body.ContainsKey(Format) && error.Has(AboutFormat()) ? Format
            : body.ContainsKey(Tools) && error.Has(AboutTools()) ? Tools
            : body.ContainsKey(Format) && isSure && error.Has(PerhapsFormat()) ? Format
            : null;
    }

    public static void Remove(JsonObject body, string parameter, Predicate<string> isRefused)
    {
        switch (parameter)
        {
            case SystemMessage:
                SayAsUser(body);
                return;
            case Thinking:
                body[Thinking] = false;
                return;
        }

        if (!body.Remove(parameter, out var value))
        {
            return;
        }

        switch (parameter)
        {
            case MaxTokens when !isRefused(MaxCompletionTokens):
                body[MaxCompletionTokens] = value?.DeepClone();
                break;
            case MaxCompletionTokens when !isRefused(MaxTokens):
                body[MaxTokens] = value?.DeepClone();
                break;
            case Tools:
                body.Remove("tool_choice");
                body.Remove("parallel_tool_calls");
                break;
        }
    }

    /// <summary>How many tokens of reply are asked for; null when nothing is said of it.</summary>
    public static int? ReplyTokens(JsonObject body) =>
        (body[MaxCompletionTokens] ?? body[MaxTokens]) is JsonValue value && value.TryGetValue<int>(out var tokens) ? tokens : null;

    public static void LimitReply(JsonObject body, int tokens)
    {
        foreach (var name in (string[])[MaxTokens, MaxCompletionTokens])
        {
            if (body[name] is JsonValue value && value.TryGetValue<int>(out var asked) && asked > tokens)
            {
                body[name] = tokens;
            }
        }
    }

    private static JsonObject? SystemOf(JsonObject body) =>
        body["messages"] is JsonArray and [JsonObject first, JsonObject, ..] && first["role"]?.GetValue<string>() is "system" or "developer" ? first : null;

    /// <summary>The instructions become the beginning of the first message that the model does read.</summary>
    private static void SayAsUser(JsonObject body)
    {
        if (SystemOf(body) is { } system && body["messages"] is JsonArray messages)
        {
            var rest = messages[1]!.AsObject();
            rest["content"] = $"{system["content"]}\n\n{rest["content"]}";
            messages.RemoveAt(0);
        }
    }

    [GeneratedRegex(@"(?:system|developer)['""`’]? ?(?:role|message|prompt|instruction)s?|roles?['""`’:]? ?(?:of )?['""`’]?(?:system|developer)|(?:not support|unexpected|unknown|unsupported|invalid)[^.;]{0,40}['""`](?:system|developer)['""`]|only (?:the )?user and assistant", RegexOptions.IgnoreCase)]
    private static partial Regex AboutSystem();

    [GeneratedRegex(@"response[_ ]?format|json[_ ](?:schema|mode|object|validate|response)|grammar|structured output|guided|mime ?type|failed to generate json|outlines", RegexOptions.IgnoreCase)]
    private static partial Regex AboutFormat();

    [GeneratedRegex(@"\btools?\b|tool[_ -](?:use|call|choice)|function[_ ]?call|\bfunctions\b|--jinja|grammar|reasoning_content", RegexOptions.IgnoreCase)]
    private static partial Regex AboutTools();

    [GeneratedRegex(@"json|schema", RegexOptions.IgnoreCase)]
    private static partial Regex PerhapsFormat();
}
