using static Bot.Testing.Models.Servers.ServerCase;

namespace Bot.Testing.Models.Servers;

/// <summary>Failures for which the article's own sentences stand in, and what the operator must be told.</summary>
internal static class ServerFailures
{
    public static IReadOnlyList<ServerCase> All { get; } =
    [
        Fails("OpenAI: insufficient_quota", 429, """{"error":{"message":"You exceeded your current quota, please check your plan and billing details.","type":"insufficient_quota","param":null,"code":"insufficient_quota"}}""", "Model:ApiKey"),
        Fails("DeepSeek: no balance", 402, """{"error":{"message":"Insufficient Balance","type":"unknown_error","param":null,"code":"invalid_request_error"}}""", "Model:ApiKey"),
        Fails("OpenRouter: more credits, or fewer max_tokens", 402, """{"error":{"message":"This request requires more credits, or fewer max_tokens. You requested up to 1500 tokens, but can only afford 612.","code":402}}""", "Model:ApiKey"),
        Fails("Anthropic: credit balance too low", 400, """{"error":{"type":"invalid_request_error","message":"Your credit balance is too low to access the Anthropic API. Please go to Plans & Billing to upgrade or purchase credits."}}""", "Model:ApiKey"),
        Fails("LiteLLM: budget exceeded", 400, """{"error":{"message":"Budget has been exceeded! Current cost: 10.2, Max budget: 10.0","type":"budget_exceeded","param":null,"code":"400"}}""", "Model:ApiKey"),
        Fails("Azure OpenAI: the prompt was filtered", 400, """{"error":{"message":"The response was filtered due to the prompt triggering Azure OpenAI's content management policy. Please modify your prompt and retry.","type":null,"param":"prompt","code":"content_filter","status":400,"innererror":{"code":"ResponsibleAIPolicyViolation"}}}""", "content filter"),
        Fails("DashScope: data inspection", 400, """{"error":{"code":"data_inspection_failed","param":null,"message":"Input data may contain inappropriate content.","type":"data_inspection_failed"}}""", "content filter"),
        Fails("OpenRouter: moderation", 403, """{"error":{"message":"Your chosen model requires moderation and your input was flagged for \"violence\".","code":403,"metadata":{"reasons":["violence"],"flagged_input":"a tool with a system message"}}}""", "content filter"),
        Fails("GLM: finish_reason sensitive", Sent(completion =>
        {
            Message(completion)["content"] = "";
            Choice(completion)["finish_reason"] = "sensitive";
        }), "Model:Name"),
        Fails("OpenAI: a wrong key", 401, """{"error":{"message":"Incorrect API key provided: sk-abc.","type":"invalid_request_error","param":null,"code":"invalid_api_key"}}""", "Model:ApiKey"),
        Fails("xAI: a wrong key, as a bad request", 400, """{"code":"Client specified an invalid argument","error":"Incorrect API key provided: xa***yz. You can obtain an API key from https://console.x.ai."}""", "Model:ApiKey"),
        Fails("Gemini: a wrong key, as a bad request", 400, """[{"error":{"code":400,"message":"API key not valid. Please pass a valid API key.","status":"INVALID_ARGUMENT"}}]""", "Model:ApiKey"),
        Fails("vLLM: unauthorized", 401, """{"error":"Unauthorized"}""", "Model:ApiKey"),
        Fails("MiniMax: a failed login, as if all were well", 200, """{"id":"1","choices":null,"base_resp":{"status_code":1004,"status_msg":"login fail: Please carry the API secret key in the 'Authorization' field of the request header"}}""", "Model:ApiKey"),
        Fails("Ollama: no such model", 404, """{"error":{"message":"model \"llama9\" not found, try pulling it first","type":"api_error","param":null,"code":null}}""", "Model:Name"),
        Fails("DeepSeek: no such model, as a bad request", 400, """{"error":{"message":"Model Not Exist","type":"invalid_request_error","param":null,"code":"invalid_request_error"}}""", "Model:Name"),
        Fails("OpenRouter: not a valid model", 400, """{"error":{"message":"openai/gpt-9 is not a valid model ID","code":400}}""", "Model:Name"),
        Fails("Azure OpenAI: no such deployment", 404, """{"error":{"code":"DeploymentNotFound","message":"The API deployment for this resource does not exist."}}""", "Model:Name"),
        Fails("LM Studio: no models loaded", 404, """{"error":{"message":"No models loaded. Please load a model in the developer page or use the `lms load` command.","type":"invalid_request_error"}}""", "Model:Name"),
        Fails("LM Studio: unexpected endpoint, as if all were well", 200, """{"error":"Unexpected endpoint or method. (POST /chat/completions)"}""", "Model:Endpoint"),
        Fails("FastAPI: no such path", 404, """{"detail":"Not Found"}""", "Model:Endpoint"),
        Fails("nginx: method not allowed", 405, "<html><body><h1>405 Not Allowed</h1></body></html>", "Model:Endpoint"),
        Fails("Hugging Face: not a chat model", 400, """{"error":{"message":"The requested model 'gpt2' is not a chat model","type":"invalid_request_error","param":"model","code":"model_not_supported"}}""", "Model:Name"),
        Passes("OpenRouter: the provider failed, as if all were well", 200, """{"error":{"message":"Provider returned error","code":502,"metadata":{"raw":"upstream overloaded"}},"user_id":"u1"}"""),
        Passes("OpenRouter: a choice that is an error", 200, """{"id":"gen-1","choices":[{"index":0,"message":{"role":"assistant","content":""},"finish_reason":"error","error":{"code":503,"message":"Upstream idle timeout exceeded"}}]}"""),
        Passes("llama.cpp: loading the model", 503, """{"error":{"code":503,"message":"Loading model","type":"unavailable_error"}}"""),
        Passes("Hugging Face: loading the model", 503, """{"error":"Model x is currently loading","estimated_time":20.0}"""),
        Passes("Anthropic: overloaded", 529, """{"error":{"type":"overloaded_error","message":"Overloaded"}}"""),
        Passes("Cloudflare: bad gateway", 502, "<html><body>502 Bad gateway</body></html>"),
        Passes("OpenAI: a rate limit of the minute", 429, """{"error":{"message":"Rate limit reached for gpt-4.1 on tokens per min (TPM): Limit 30000, Used 29500, Requested 1400. Please try again in 1.8s.","type":"tokens","param":null,"code":"rate_limit_exceeded"}}""", "Model:ApiKey"),
        Passes("Ollama: not enough memory", 500, """{"error":{"message":"model requires more system memory (5.6 GiB) than is available (3.1 GiB)","type":"api_error"}}"""),
        Fails("Caddy: a page of HTML as if all were well", 200, "<!doctype html><html><body>It works!</body></html>", "Model:Endpoint"),
        Fails("one-api: no choices", 200, """{"id":"x","object":"chat.completion","created":1,"model":"m","choices":[]}""", "Model:Endpoint"),
    ];

    /// <summary>Once, and with the article's own sentences.</summary>
    private static ServerCase Fails(string name, int status, string body, string advice) => Fails(name, _ => Raw(status, body), advice);

    private static ServerCase Fails(string name, Func<FakeRequest, FakeReply> behaviour, string advice) => new(name, behaviour, ServerOutcome.StandIn, 1, advice);

    /// <summary>It may pass, so it is tried once more.</summary>
    private static ServerCase Passes(string name, int status, string body, string advice = "Model:Endpoint") => new(name, _ => Raw(status, body), ServerOutcome.StandIn, 2, advice);
}
