using System.Text;
using System.Text.Json.Nodes;
using static Bot.Testing.Models.Servers.ServerCase;

namespace Bot.Testing.Models.Servers;

/// <summary>Replies in which a server says all that is needed, in another form than OpenAI's.</summary>
internal static class ServerReplies
{
    public static IReadOnlyList<ServerCase> All { get; } =
    [
        new("OpenAI: as documented", FakeBehaviours.Honest),
        new("llama.cpp: timings beside the usage", Sent(completion => completion["timings"] = new JsonObject { ["prompt_ms"] = 12.5, ["predicted_per_second"] = 31.4 })),
        new("llama-cpp-python: usage null", Sent(completion => completion["usage"] = null)),
        new("llamafile: created null", Sent(completion => completion["created"] = null)),
        new("Jan: finish_reason null", Sent(completion => Choice(completion)["finish_reason"] = null)),
        new("Ollama: finish_reason null after a timeout, fingerprint", Sent(completion =>
        {
            completion["system_fingerprint"] = "fp_ollama";
            Choice(completion)["finish_reason"] = null;
        })),
        new("LocalAI: finish_reason empty, id missing", Sent(completion =>
        {
            Choice(completion)["finish_reason"] = "";
            completion.Remove("id");
        })),
        new("Together: finish_reason eos", Sent(completion => Choice(completion)["finish_reason"] = "eos")),
        new("TGI: finish_reason eos_token, id empty, object text_completion", Sent(completion =>
        {
            Choice(completion)["finish_reason"] = "eos_token";
            completion["id"] = "";
            completion["object"] = "text_completion";
        })),
        new("SGLang: finish_reason as an object", Sent(completion => Choice(completion)["finish_reason"] = new JsonObject { ["type"] = "stop", ["matched"] = 151645 })),
        new("Ai00: finish_reason as the word null", Sent(completion => Choice(completion)["finish_reason"] = "null")),
        new("Anthropic behind a gateway: finish_reason end_turn", Sent(completion => Choice(completion)["finish_reason"] = "end_turn")),
        new("Cohere: finish_reason COMPLETE", Sent(completion => Choice(completion)["finish_reason"] = "COMPLETE")),
        new("llama.cpp server of 2024: no finish_reason at all", Sent(completion => Choice(completion).Remove("finish_reason"))),
        new("SambaNova: created with a fraction", Sent(completion => completion["created"] = 1760000000.123)),
        new("Bedrock gateway: created in scientific notation", Sent(completion => completion["created"] = JsonNode.Parse("1.76e+09"))),
        new("text-generation-webui: created as words", Sent(completion => completion["created"] = "1760000000")),
        new("Gemini: role model", Sent(completion => Message(completion)["role"] = "model")),
        new("MLX: role null", Sent(completion => Message(completion)["role"] = null)),
        new("Aphrodite: role missing", Sent(completion => Message(completion).Remove("role"))),
        new("TabbyAPI: usage missing", Sent(completion => completion.Remove("usage"))),
        new("Groq: usage with times and a part of its own", Sent(completion =>
        {
            completion["usage"]!["queue_time"] = 0.018;
            completion["usage"]!["total_time"] = 0.4;
            completion["x_groq"] = new JsonObject { ["id"] = "req_01" };
        })),
        new("DeepInfra: usage with a cost", Sent(completion => completion["usage"]!["estimated_cost"] = 0.000021)),
        new("NIM: usage as fractions", Sent(completion => completion["usage"] = new JsonObject { ["prompt_tokens"] = 812.0, ["completion_tokens"] = 64.5, ["total_tokens"] = 876.5 })),
        new("Gemini while it thinks: usage without completion_tokens", Sent(completion => completion["usage"]!.AsObject().Remove("completion_tokens"))),
        new("Xinference: usage of -1", Sent(completion => completion["usage"] = new JsonObject { ["prompt_tokens"] = -1, ["completion_tokens"] = -1, ["total_tokens"] = -1 })),
        new("vLLM: everything that is not used as null", Sent(completion =>
        {
            var message = Message(completion);
            (message["reasoning_content"], message["function_call"], message["audio"], message["annotations"]) = (null, null, null, null);
            message["tool_calls"] = new JsonArray();
            (Choice(completion)["logprobs"], Choice(completion)["stop_reason"]) = (null, null);
            (completion["prompt_logprobs"], completion["kv_transfer_params"], completion["service_tier"]) = (null, null, null);
        })),
        new("LMDeploy: tool_calls null, id a number", Sent(completion =>
        {
            Message(completion)["tool_calls"] = null;
            completion["id"] = 17;
        })),
        new("LM Studio: stats and empty reasoning", Sent(completion =>
        {
            completion["stats"] = new JsonObject();
            Message(completion)["reasoning_content"] = "";
        })),
        new("KoboldCpp: object and model missing", Sent(completion =>
        {
            completion.Remove("object");
            completion.Remove("model");
        })),
        new("Mistral: content in parts, the first of them thinking", Sent((completion, request) => Message(completion)["content"] = new JsonArray(
            new JsonObject { ["type"] = "thinking", ["thinking"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = FalseDraft(request) }) },
            new JsonObject { ["type"] = "text", ["text"] = Draft(request) }))),
        new("LiteLLM: content in parts", Sent((completion, request) => Message(completion)["content"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = Draft(request) }))),
        new("FastChat: text as in the old completions", Sent((completion, request) =>
        {
            Choice(completion).Remove("message");
            Choice(completion)["text"] = Draft(request);
        })),
        new("Triton: delta in place of message", Sent((completion, request) =>
        {
            Choice(completion).Remove("message");
            Choice(completion)["delta"] = new JsonObject { ["role"] = "assistant", ["content"] = Draft(request) };
        })),
        new("Cloudflare: wrapped in result", request => new FakeReply
        {
            RawBody = new JsonObject { ["result"] = FakeModel.Completion(request, FakeBehaviours.Honest(request)), ["success"] = true, ["errors"] = new JsonArray() }.ToJsonString(),
        }),
        new("Perplexity: marks and sources", Sent(completion =>
        {
            completion["citations"] = new JsonArray("https://news.example/1");
            completion["search_results"] = new JsonArray();
        })),
        new("Azure OpenAI: results of the content filter", Sent(completion =>
        {
            completion["prompt_filter_results"] = new JsonArray(new JsonObject { ["prompt_index"] = 0 });
            Choice(completion)["content_filter_results"] = new JsonObject { ["hate"] = new JsonObject { ["filtered"] = false, ["severity"] = "safe" } };
        })),
        new("IIS in front: a byte order mark", request => new FakeReply { RawBody = "\uFEFF" + FakeModel.Completion(request, FakeBehaviours.Honest(request)).ToJsonString() }),
        new("DeepSeek: blank lines while one waits", request => new FakeReply { RawBody = "\n\n\n" + FakeModel.Completion(request, FakeBehaviours.Honest(request)).ToJsonString() }),
        new("OpenRouter: comments while one waits", request => new FakeReply
        {
            RawBody = ": OPENROUTER PROCESSING\n\n: OPENROUTER PROCESSING\n\n" + FakeModel.Completion(request, FakeBehaviours.Honest(request)).ToJsonString(),
        }),
        new("LightLLM: a stream although none was asked for", Streamed),
        new("one-api: a content type of plain text", request => FakeBehaviours.Honest(request) is var honest
            ? new FakeReply { ContentType = "text/plain; charset=utf-8", RawBody = FakeModel.Completion(request, honest).ToJsonString() } : null!),
        new("TGI: tool arguments as an object, id 0", LooksUp((call, arguments) =>
        {
            call["id"] = 0;
            call["function"]!["arguments"] = arguments;
        }), Requests: 2),
        new("Gemini: tool call without an id", LooksUp((call, _) => call["id"] = ""), Requests: 2),
        new("Ollama: tool call with an index and no type", LooksUp((call, _) =>
        {
            call["index"] = 0;
            call.Remove("type");
        }), Requests: 2),
        new("vLLM: tool arguments null", LooksUp((call, _) => (call["function"]!["name"], call["function"]!["arguments"]) = ("article-outline", null)), Requests: 2),
        new("mlx-lm: finish_reason tool_call", LooksUp((_, _) => { }, "tool_call"), Requests: 2),
        new("old OpenAI: function_call in place of tool_calls", request => request.ToolResults > 0 ? FakeBehaviours.Honest(request) : Sent(completion =>
        {
            Message(completion)["content"] = null;
            Message(completion)["function_call"] = new JsonObject { ["name"] = "article-get_paragraph", ["arguments"] = "{\"number\":3}" };
            Choice(completion)["finish_reason"] = "function_call";
        })(request), Requests: 2),
    ];

    private static FakeReply Streamed(FakeRequest request)
    {
        var body = new StringBuilder();
        foreach (var part in Draft(request).Chunk(40))
        {
            body.Append("data: ").Append(new JsonObject
            {
                ["id"] = "s1",
                ["object"] = "chat.completion.chunk",
                ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = new JsonObject { ["content"] = new string(part) }, ["finish_reason"] = null }),
            }.ToJsonString()).Append("\n\n");
        }

        return new FakeReply
        {
            ContentType = "text/event-stream",
            RawBody = body.Append("data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n").ToString(),
        };
    }

    private static Func<FakeRequest, FakeReply> LooksUp(Action<JsonObject, JsonObject> change, string reason = "tool_calls") => request =>
    {
        if (request.ToolResults > 0)
        {
            return FakeBehaviours.Honest(request);
        }

        var arguments = new JsonObject { ["number"] = 3 };
        var call = new JsonObject
        {
            ["id"] = "call_abc",
            ["type"] = "function",
            ["function"] = new JsonObject { ["name"] = "article-get_paragraph", ["arguments"] = arguments.ToJsonString() },
        };
        change(call, arguments);
        return Sent(completion =>
        {
            Message(completion)["content"] = null;
            Message(completion)["tool_calls"] = new JsonArray(call);
            Choice(completion)["finish_reason"] = reason;
        })(request);
    };
}
