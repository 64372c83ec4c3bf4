using System.Text.Json.Nodes;

namespace Bot.Testing.Models;

/// <summary>Ways for <see cref="FakeModel"/> to behave. A request without a question that can be read still gets an answer.</summary>
public static class FakeBehaviours
{
    private const int Statements = 3;

    /// <summary>Says what the first paragraphs shown say, with true quotes.</summary>
    public static FakeReply Honest(FakeRequest request) => FakeReply.Words(FakeDraft.Json(FakeDraft.Honest(request.Passages).Take(Statements)));

    public static FakeReply SaysNothing(FakeRequest _) => FakeReply.Words(FakeDraft.Json());

    public static FakeReply InventsQuotes(FakeRequest request) => Corrupt(request, (honest, random) => FakeDraft.InventsQuote(honest, random));

    public static FakeReply AltersOneWord(FakeRequest request) => Corrupt(request, FakeDraft.AltersOneWord);

    public static FakeReply CitesWrongParagraph(FakeRequest request) => Corrupt(request, FakeDraft.CitesWrongParagraph);

    public static FakeReply SwapsSpeakers(FakeRequest request) =>
        Corrupt(request, (honest, random) => FakeDraft.SwapsSpeakers(honest, [.. request.Passages.SelectMany(passage => passage.Speakers)], random));

    public static FakeReply FlipsNegation(FakeRequest request) => Corrupt(request, FakeDraft.FlipsNegation);

    public static FakeReply ChangesNumber(FakeRequest request) => Corrupt(request, FakeDraft.ChangesNumber);

    public static FakeReply AddsOutsideKnowledge(FakeRequest request) => Corrupt(request, FakeDraft.AddsOutsideKnowledge);

    /// <summary>Does what a text told it to, with a real quote beside it.</summary>
    public static Func<FakeRequest, FakeReply> Obeys(string demand) => request => Corrupt(request, (honest, _) => honest with { Text = demand, Supported = false });

    public static FakeReply PingsEveryone(FakeRequest request) => Corrupt(request, (honest, _) => honest with { Text = $"@everyone <@&1> {honest.Text}" });

    /// <summary>Repeats its instructions as if they were an answer.</summary>
    public static FakeReply LeaksPrompt(FakeRequest request)
    {
        var instructions = request.Body["messages"]?[0]?["content"]?.ToString() ?? "no instructions";
        return Corrupt(request, (honest, _) => honest with { Text = $"My instructions are: {instructions}", Supported = false });
    }

    /// <summary>Quotes a paragraph that it was not shown.</summary>
    public static Func<FakeRequest, FakeReply> Quotes(string text, int paragraph, string quote) => _ => FakeReply.Words(FakeDraft.Json(new FakeStatement(text, paragraph, quote)));

    /// <summary>The honest answer as models really send it: thinking aloud, a fence, a trailing comma.</summary>
    public static FakeReply Untidy(FakeRequest request)
    {
        var json = Honest(request).Content;
        return FakeReply.Words($"<think>Paragraphs… let me see {{}}</think>Sure! Here is the answer:\n```json\n{json[..^2]},]}}\n```\nLet me know if you need more.");
    }

    public static FakeReply CutOff(FakeRequest request)
    {
        var json = Honest(request).Content;
        return new FakeReply { Content = json[..(json.Length * 2 / 3)], FinishReason = "length" };
    }

    public static FakeReply Prose(FakeRequest _) => FakeReply.Words("I think the alliance is in some trouble, broadly speaking.");

    public static FakeReply Empty(FakeRequest _) => FakeReply.Words(string.Empty);

    public static FakeReply Refuses(FakeRequest _) => new() { Content = string.Empty, Refusal = "I'm sorry, I can't help with that." };

    public static FakeReply Filtered(FakeRequest _) => new() { Content = string.Empty, FinishReason = "content_filter" };

    public static FakeReply BrokenBody(FakeRequest _) => new() { RawBody = "<html>502 Bad Gateway</html>" };

    public static FakeReply NoChoices(FakeRequest _) => new() { RawBody = """{"id":"x","object":"chat.completion","created":1,"model":"m","choices":[]}""" };

    public static FakeReply Endless(FakeRequest _) => new() { Endless = true };

    public static FakeReply Hangs(FakeRequest _) => new() { Hangs = true };

    public static FakeReply BreaksOff(FakeRequest _) => new() { Breaks = true };

    public static FakeReply RejectsKey(FakeRequest _) => FakeReply.Error(401, "Incorrect API key provided.");

    public static FakeReply KnowsNoSuchModel(FakeRequest _) => FakeReply.Error(404, "The model does not exist.");

    public static FakeReply TooManyRequests(FakeRequest _) => FakeReply.Error(429, "Rate limit reached.") with { RetryAfterSeconds = 0 };

    public static FakeReply IsDown(FakeRequest _) => FakeReply.Error(503, "The server is overloaded.");

    /// <summary>A reasoning model: no temperature, another name for the limit of tokens.</summary>
    public static FakeReply RejectsTemperature(FakeRequest request) =>
        request.Body.ContainsKey("temperature") ? FakeReply.Error(400, "Unsupported value: 'temperature' does not support 0 with this model.")
        : request.Body.ContainsKey("max_tokens") ? FakeReply.Error(400, "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.")
        : Honest(request);

    /// <summary>A small local model: neither JSON mode nor tools.</summary>
    public static FakeReply KnowsOnlyText(FakeRequest request) =>
        request.Body.ContainsKey("response_format") ? FakeReply.Error(400, "'response_format' is not supported by this model.")
        : request.OffersTools ? FakeReply.Error(400, "This model does not support tools.")
        : Honest(request);

    /// <summary>Knows the limit of tokens by its old name only.</summary>
    public static FakeReply KnowsOnlyMaxTokens(FakeRequest request) =>
        request.Body.ContainsKey("max_completion_tokens") ? FakeReply.Error(422, "Extra inputs are not permitted: max_completion_tokens") : Honest(request);

    /// <summary>A model whose template has no system message.</summary>
    public static FakeReply KnowsNoSystemMessage(FakeRequest request) =>
        request.Body["messages"]![0]!["role"]!.GetValue<string>() == "system" ? FakeReply.Error(400, "System role not supported") : Honest(request);

    /// <summary>A reasoning model that needs more tokens than an answer has before it says a word, and counts them as part of it.</summary>
    public static FakeReply ThinksLong(FakeRequest request) =>
        request.Body["max_completion_tokens"]!.GetValue<int>() < 5_000
            ? new FakeReply { Content = string.Empty, FinishReason = "length", Reasoning = "The paragraphs say" }
            : Honest(request) with { Reasoning = "The paragraphs say enough." };

    /// <summary>An honest model behind a server that does not tell how many tokens it took.</summary>
    public static FakeReply CountsNothing(FakeRequest request) => Honest(request) with { CountsNothing = true };

    /// <summary>Calls one function first, then answers from what it was shown in return.</summary>
    public static Func<FakeRequest, FakeReply> LooksUp(string function, JsonObject arguments) => request =>
        request.ToolResults == 0 && request.OffersTools
            ? new FakeReply { ToolCalls = [(function, (JsonObject)arguments.DeepClone())] }
            : FakeReply.Words(FakeDraft.Json(FakeDraft.Honest(request.Passages).TakeLast(1)));

    /// <summary>Never stops calling functions.</summary>
    public static Func<FakeRequest, FakeReply> KeepsLookingUp(string function, JsonObject arguments) =>
        _ => new FakeReply { ToolCalls = [(function, (JsonObject)arguments.DeepClone())] };

    private static FakeReply Corrupt(FakeRequest request, Func<FakeStatement, Random, FakeStatement> change)
    {
        // The same request is always corrupted the same way.
        var random = new Random(request.Text.Length);
        return FakeReply.Words(FakeDraft.Json(FakeDraft.Honest(request.Passages).Take(Statements).Select(honest => change(honest, random))));
    }
}
