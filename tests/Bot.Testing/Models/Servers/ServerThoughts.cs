using static Bot.Testing.Models.Servers.ServerCase;

namespace Bot.Testing.Models.Servers;

/// <summary>Replies in which thinking is left, with a whole draft in it that was discarded, and replies that give several drafts.</summary>
internal static class ServerThoughts
{
    public static IReadOnlyList<ServerCase> All { get; } =
    [
        Thinks("DeepSeek R1: think tags", "<think>\n{0}\nNo, that is not in the article.\n</think>\n\n{1}"),
        Thinks("DeepSeek R1 by its template: the opening tag is missing", "{0}\nNo.\n</think>\n\n{1}"),
        Thinks("Nemotron: empty think tags", "<think>\n\n</think>\n{1}"),
        Thinks("gpt-oss without a parser: Harmony channels", "<|channel|>analysis<|message|>{0} Hmm, no.<|end|><|start|>assistant<|channel|>final<|message|>{1}<|return|>"),
        Thinks("gpt-oss: a constrained final channel", "<|channel|>analysis<|message|>{0}<|end|><|start|>assistant<|channel|>final <|constrain|>json<|message|>{1}"),
        Thinks("gpt-oss with its marks lost", "analysisWe need {0} no.assistantfinal{1}"),
        Thinks("Magistral: THINK in brackets", "[THINK]{0}[/THINK]{1}"),
        Thinks("Kimi: think between diamonds", "◁think▷{0}◁/think▷{1}"),
        Thinks("Seed-OSS: tags with a prefix", "<seed:think>{0}</seed:think>\n{1}"),
        Thinks("Open WebUI: details", "<details type=\"reasoning\" done=\"true\">\n<summary>Thought for 4 seconds</summary>\n> {0}\n</details>\n{1}"),
        Thinks("EXAONE: thought tags", "<thought>{0}</thought>{1}"),
        Thinks("Reka: reasoning tags", "<reasoning> {0} </reasoning> {1}"),
        Thinks("Hermes: a scratchpad", "<SCRATCHPAD>{0}</SCRATCHPAD>\n{1}"),
        Thinks("Granite: headings for thought and response", "Here is my thought process:\n{0}\n\nHere is my response:\n{1}"),
        Thinks("QwQ: a heading for the final answer", "Let me see. {0} Wait.\n\n**Final Answer**\n{1}"),
        Thinks("OpenThinker: begin and end of thought", "<|begin_of_thought|>{0}<|end_of_thought|>\n<|begin_of_solution|>{1}<|end_of_solution|>"),
        Thinks("Apertus: an inner voice", "<|inner_prefix|>{0}<|inner_suffix|>{1}"),
        Thinks("GLM: a box around the answer", "<think>{0}</think>\n<|begin_of_box|>{1}<|end_of_box|>"),
        Thinks("ERNIE: a response in tags", "<think>{0}</think>\n<response>\n{1}\n</response>"),
        Thinks("Command A: capital marks around thinking and response", "<|START_THINKING|>{0}<|END_THINKING|><|START_RESPONSE|>{1}<|END_RESPONSE|>"),
        Thinks("Hunyuan: an answer in tags", "<think>\n{0}\n</think>\n<answer>\n{1}\n</answer>"),
        Thinks("Solar: marks of its own", "<|think|>{0}<|end|><|begin|>assistant<|content|>{1}<|end|>"),
        Thinks("Step: thinking twice", "<think>{0}</think>\n{0}\n<think>No.</think>\n{1}"),
        Thinks("Phi: headings for thinking and answer", "### Thinking\n{0}\n\n### Answer\n{1}"),
        Thinks("Llama: words before the output", "Thinking Process:\n{0}\n\nOutput:\n{1}"),
        Thinks("Gemma: a chain of thought in tags", "<chain_of_thought>{0}</chain_of_thought>{1}"),
        Thinks("gpt-oss: commentary between", "<|channel|>analysis<|message|>{0}<|end|><|start|>assistant<|channel|>commentary<|message|>{0}<|end|><|start|>assistant<|channel|>final<|message|>{1}"),
        Thinks("Falcon: thinking marks that close with a slash", "<|thinking|>{0}<|/thinking|>{1}"),
        Thinks("Qwen: thinking fenced", "```thinking\n{0}\n```\n\n```json\n{1}\n```"),
        new("Ollama: thinking and an empty answer in tags", request => FakeReply.Words($"<think>{FalseDraft(request)}</think><answer></answer>"), ServerOutcome.StandIn, 1, "Model:Name"),
        Thinks("Llama: end marks left in", "{1}<|eot_id|>"),
        Thinks("Phi: two drafts, the second one meant", "{0}\n\nWait, that is not supported. Revised:\n\n{1}"),
        Thinks("Gemma: a fence", "```json\n{1}\n```\n<end_of_turn>"),
        new("Qwen: the last draft is empty", request => FakeReply.Words($"<think>{FalseDraft(request)}</think>\n{{\"statements\":[]}}"), ServerOutcome.Quoted),
        new("gpt-oss: the final channel is empty", request => FakeReply.Words($"<|channel|>analysis<|message|>{Draft(request)}<|end|><|start|>assistant<|channel|>final<|message|>{{\"statements\":[]}}"), ServerOutcome.Quoted),
        new("Ollama: a draft taken back", request => FakeReply.Words($"{Draft(request)}\nOn reflection the paragraphs do not say.\n{{\"statements\":[]}}"), ServerOutcome.Quoted),
        new("QwQ: nothing but thinking, to the end of its tokens", request => request.Body["max_tokens"] is null && request.Body["max_completion_tokens"] is null ? FakeBehaviours.Honest(request)
            : new FakeReply { Content = $"<think>{Draft(request)}", FinishReason = "length" }, ServerOutcome.StandIn, 2, "Model:Name"),
        new("vLLM: thinking in a field of its own", request => FakeBehaviours.Honest(request) with { Reasoning = FalseDraft(request) }),
        new("LM Studio: the schema caught the thinking, no content", request => request.Body.ContainsKey("response_format")
            ? new FakeReply { Content = "", Reasoning = Draft(request) } : FakeBehaviours.Honest(request), Requests: 2),
    ];

    /// <param name="form">0 is a draft of which nothing is true, 1 the honest one.</param>
    private static ServerCase Thinks(string name, string form) =>
        new(name, request => FakeReply.Words(form.Replace("{0}", FalseDraft(request), StringComparison.Ordinal).Replace("{1}", Draft(request), StringComparison.Ordinal)));
}
