using System.Text.Json;
using static Bot.Testing.Models.Servers.ServerCase;

namespace Bot.Testing.Models.Servers;

/// <summary>Refusals of something in the request that an answer can do without: asked again without it, the model answers.</summary>
internal static class ServerRefusals
{
    private const int FewParagraphs = 5;

    public static IReadOnlyList<ServerCase> All { get; } =
    [
        Without("response_format", "llama.cpp: grammar", 400, """{"error":{"code":400,"message":"Failed to initialize samplers: failed to parse grammar","type":"invalid_request_error"}}"""),
        Without("response_format", "llama.cpp of 2025: grammar", 500, """{"error":{"code":500,"message":"Failed to parse grammar","type":"server_error"}}"""),
        Without("response_format", "vLLM: a keyword that its grammar does not know", 400, """{"object":"error","message":"Grammar error: Unimplemented keys: [\"additionalProperties\"]","type":"BadRequestError","param":null,"code":400}"""),
        Without("response_format", "LM Studio: response_format.type", 400, """{"error":"'response_format.type' must be 'json_schema' or 'text'"}"""),
        Without("response_format", "Groq: no json_schema for this model", 400, """{"error":{"message":"This model does not support response format `json_schema`. See supported models","type":"invalid_request_error"}}"""),
        Without("response_format", "Groq: the JSON did not validate", 400, """{"error":{"message":"Failed to generate JSON. Please adjust your prompt.","type":"invalid_request_error","code":"json_validate_failed","failed_generation":"{\"tool\":"}}"""),
        Without("response_format", "DeepSeek: this type is unavailable", 400, """{"error":{"message":"This response_format type is unavailable now","type":"invalid_request_error","param":null,"code":"invalid_request_error"}}"""),
        Without("response_format", "Gemini: no JSON beside functions", 400, """[{"error":{"code":400,"message":"Function calling with a response mime type: 'application/json' is unsupported","status":"INVALID_ARGUMENT"}}]"""),
        Without("response_format", "LiteLLM: unsupported params", 400, """{"error":{"message":"litellm.UnsupportedParamsError: together_ai does not support parameters: ['response_format'], for model=x. To drop these, set `litellm.drop_params=True`","type":"None","param":null,"code":"400"}}"""),
        Without("response_format", "Azure OpenAI: an api-version without schemas", 400, """{"error":{"code":"BadRequest","message":"response_format value as json_schema is enabled only for api versions 2024-08-01-preview and later"}}"""),
        Without("response_format", "Bedrock gateway: extraneous key", 400, """{"message":"Malformed input request: extraneous key [response_format] is not permitted, please reformat your input and try again."}"""),
        Without("response_format", "xAI: an argument by its name in the protocol", 400, """{"code":"Client specified an invalid argument","error":"Argument not supported on this model: responseFormat"}"""),
        Without("response_format", "Ollama: schema in format", 400, """{"error":{"message":"invalid JSON schema in format","type":"invalid_request_error","param":null,"code":null}}"""),
        Without("response_format", "SGLang: grammar does not compile", 400, """{"object":"error","message":"Failed to compile json schema: unsupported keyword minItems","type":"BadRequestError","param":null,"code":400}"""),
        Without("response_format", "Mistral: JSON beside functions", 400, """{"object":"error","message":"Cannot use json response type with tools","type":"invalid_request_error","param":null,"code":"3051"}"""),
        Without("tools", "MLX: the template knows no functions", 400, """{"detail":"The chat template of this model has no support for function calls."}"""),
        Without("temperature", "Anthropic: temperature deprecated", 400, """{"type":"error","error":{"type":"invalid_request_error","message":"`temperature` is deprecated for this model."}}"""),
        Without("tools", "llama.cpp: no --jinja", 500, """{"error":{"code":500,"message":"tools param requires --jinja flag","type":"server_error"}}"""),
        Without("tools", "Ollama: model without tools", 400, """{"error":{"message":"registry.ollama.ai/library/gemma:2b does not support tools","type":"api_error","param":null,"code":null}}"""),
        Without("tools", "vLLM: no parser for tools", 400, """{"object":"error","message":"\"auto\" tool choice requires --enable-auto-tool-choice and --tool-call-parser to be set","type":"BadRequestError","param":null,"code":400}"""),
        Without("tools", "OpenRouter: no endpoint with tools", 404, """{"error":{"message":"No endpoints found that support tool use. To learn more about provider routing, visit: https://openrouter.ai/docs/provider-routing","code":404}}"""),
        Without("tools", "TGI: no tools", 422, """{"error":"Tool error: No function found matching the given tools","error_type":"tool_error"}"""),
        Without("tools", "SambaNova: functions unsupported", 400, """{"error":{"code":null,"message":"Function calling is not supported for this model","param":null,"type":"invalid_request_error"}}"""),
        Without("temperature", "OpenAI o-series: a fixed temperature", 400, """{"error":{"message":"Unsupported value: 'temperature' does not support 0 with this model. Only the default (1) value is supported.","type":"invalid_request_error","param":"temperature","code":"unsupported_value"}}"""),
        Without("temperature", "Kimi: a fixed temperature", 400, """{"error":{"message":"invalid temperature: only 1 is allowed for this model","type":"invalid_request_error"}}"""),
        new("OpenAI o-series: max_tokens has another name", request => request.Body.ContainsKey("max_tokens")
            ? Raw(400, """{"error":{"message":"Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.","type":"invalid_request_error","param":"max_tokens","code":"unsupported_parameter"}}""") : FakeBehaviours.Honest(request)),
        Without("max_completion_tokens", "Mistral: extra inputs, with the question repeated", 422, """{"object":"error","message":{"detail":[{"type":"extra_forbidden","loc":["body","max_completion_tokens"],"msg":"Extra inputs are not permitted","input":"a tool, a system message and a context length"}]},"type":"invalid_request_error"}"""),
        new("llama.cpp: neither grammar nor tools", request => request.Body.ContainsKey("response_format") || request.Body.ContainsKey("tools")
            ? Raw(400, """{"error":{"code":400,"message":"Failed to initialize samplers: failed to parse grammar","type":"invalid_request_error"}}""") : FakeBehaviours.Honest(request), Requests: 3),
        Sparing("DeepSeek: max_tokens out of range", 1_024, """{"error":{"message":"Invalid max_tokens value, the valid range of max_tokens is [1, 1024]","type":"invalid_request_error"}}"""),
        Sparing("Anthropic: max_tokens above the model's", 1_200, """{"error":{"type":"invalid_request_error","message":"max_tokens: 1500 > 1200, which is the maximum allowed number of output tokens for this model"}}"""),
        Sparing("vLLM: max_tokens too large for what is left", 784, """{"object":"error","message":"'max_tokens' or 'max_completion_tokens' is too large: 1500. This model's maximum context length is 4096 tokens and your request has 3296 input tokens (1500 > 4096 - 3296).","type":"BadRequestError","param":null,"code":400}"""),
        Sparing("Fireworks: max_tokens without a number", 750, """{"error":{"object":"error","type":"invalid_request_error","message":"max_tokens is too large for this model"}}"""),
        NoSystem("Gemma by llama.cpp: no system role", 500, """{"error":{"code":500,"message":"Jinja Exception: System role not supported","type":"server_error"}}"""),
        NoSystem("Mistral by vLLM: only user and assistant", 400, """{"object":"error","message":"Only user and assistant roles are supported!","type":"BadRequestError","param":null,"code":400}"""),
        NoSystem("OpenAI o1-mini: role of the first message", 400, """{"error":{"message":"Unsupported value: 'messages[0].role' does not support 'system' with this model.","type":"invalid_request_error","param":"messages[0].role","code":"unsupported_value"}}"""),
        NoSystem("Gemini for Gemma: developer instruction", 400, """[{"error":{"code":400,"message":"Developer instruction is not enabled for models/gemma-3-27b-it","status":"INVALID_ARGUMENT"}}]"""),
        new("DashScope: thinking must be switched off", request => request.Body["enable_thinking"]?.GetValueKind() == JsonValueKind.False ? FakeBehaviours.Honest(request)
            : Raw(400, """{"error":{"message":"parameter.enable_thinking must be set to false for non-streaming calls","type":"invalid_request_error","param":null,"code":"invalid_parameter_error"}}"""), Requests: 2),
        TooLong("llama.cpp: context exceeded", 400, """{"error":{"code":400,"message":"the request exceeds the available context size, try increasing it","type":"exceed_context_size_error","n_prompt_tokens":5012,"n_ctx":2500}}"""),
        TooLong("vLLM: context exceeded", 400, """{"object":"error","message":"This model's maximum context length is 2500 tokens. However, you requested 5000 tokens (3500 in the messages, 1500 in the completion). Please reduce the length of the messages or completion.","type":"BadRequestError","param":null,"code":400}"""),
        TooLong("LM Studio: context exceeded", 400, """{"error":"Trying to keep the first 5012 tokens when context the overflows. However, the model is loaded with context length of only 2500 tokens, which is not enough. Try to load the model with a larger context length, or provide a shorter input"}"""),
        TooLong("TGI: inputs and new tokens", 422, """{"error":"Input validation error: `inputs` tokens + `max_new_tokens` must be <= 2500. Given: 3500 `inputs` tokens and 1500 `max_new_tokens`","error_type":"validation"}"""),
        TooLong("OpenAI: context_length_exceeded", 400, """{"error":{"message":"This model's maximum context length is 2500 tokens. However, your messages resulted in 5012 tokens. Please reduce the length of the messages.","type":"invalid_request_error","param":"messages","code":"context_length_exceeded"}}"""),
        TooLong("LiteLLM: ContextWindowExceededError", 400, """{"error":{"message":"litellm.ContextWindowExceededError: litellm.BadRequestError: prompt is too long: 5012 tokens > 2500 maximum","type":null,"param":null,"code":"400"}}"""),
        TooLong("Groq: too large for the minute", 413, """{"error":{"message":"Request too large for model `x` on tokens per minute (TPM): Limit 2500, Requested 5012, please reduce your message size and try again.","type":"tokens","code":"rate_limit_exceeded"}}"""),
        TooLong("Bedrock gateway: input too long, no number", 400, """{"message":"Input is too long for requested model."}"""),
        TooLong("nginx: entity too large", 413, "<html><head><title>413 Request Entity Too Large</title></head></html>"),
    ];

    private static ServerCase Without(string parameter, string name, int status, string error) => new(
        name, request => request.Body.ContainsKey(parameter) ? Raw(status, error) : FakeBehaviours.Honest(request), Requests: 2);

    private static ServerCase Sparing(string name, int most, string error) => new(name, request =>
        (request.Body["max_tokens"] ?? request.Body["max_completion_tokens"])?.GetValue<int>() > most ? Raw(400, error) : FakeBehaviours.Honest(request), Requests: 2);

    private static ServerCase NoSystem(string name, int status, string error) => new(name, request =>
        request.Body["messages"]![0]!["role"]!.GetValue<string>() == "system" ? Raw(status, error) : FakeBehaviours.Honest(request), Requests: 2);

    private static ServerCase TooLong(string name, int status, string error) => new(name, request =>
        request.Passages.Count > FewParagraphs ? Raw(status, error) : FakeBehaviours.Honest(request), Requests: 2);
}
