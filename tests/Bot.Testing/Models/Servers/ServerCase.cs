using System.Text.Json.Nodes;

namespace Bot.Testing.Models.Servers;

/// <summary>One way in which a real server was seen to answer, and what must come of it.</summary>
/// <param name="Name">The server, and what it does.</param>
/// <param name="Outcome">Whose words the reader sees.</param>
/// <param name="Requests">How many are sent for one question.</param>
/// <param name="Advice">The setting that the one line for the operator must name; null when nothing is wrong.</param>
public sealed record ServerCase(string Name, Func<FakeRequest, FakeReply> Behaviour, ServerOutcome Outcome = ServerOutcome.Model, int Requests = 1, string? Advice = null)
{
    /// <summary>Every case: well-formed and odd replies, thinking that was left in, refusals and failures.</summary>
    public static IReadOnlyList<ServerCase> All { get; } = [.. ServerReplies.All, .. ServerThoughts.All, .. ServerRefusals.All, .. ServerFailures.All];

    /// <summary>Those in which a server refuses something that an answer can do without.</summary>
    public static IReadOnlyList<ServerCase> Refusals => ServerRefusals.All;

    public override string ToString() => Name;

    /// <summary>The honest draft of the request as JSON.</summary>
    internal static string Draft(FakeRequest request) => FakeBehaviours.Honest(request).Content;

    /// <summary>A draft of which nothing is true.</summary>
    internal static string FalseDraft(FakeRequest request) => FakeBehaviours.AddsOutsideKnowledge(request).Content;

    /// <summary>What OpenAI itself sends, changed.</summary>
    internal static Func<FakeRequest, FakeReply> Sent(Action<JsonObject> change) => Sent((completion, _) => change(completion));

    internal static Func<FakeRequest, FakeReply> Sent(Action<JsonObject, FakeRequest> change) => request =>
    {
        var completion = FakeModel.Completion(request, FakeBehaviours.Honest(request));
        change(completion, request);
        return new FakeReply { RawBody = completion.ToJsonString() };
    };

    /// <summary>The message of the only choice.</summary>
    internal static JsonObject Message(JsonObject completion) => completion["choices"]![0]!["message"]!.AsObject();

    internal static JsonObject Choice(JsonObject completion) => completion["choices"]![0]!.AsObject();

    internal static FakeReply Raw(int status, string body) => new() { Status = status, RawBody = body };
}

/// <summary>Whose words the reader sees.</summary>
public enum ServerOutcome
{
    /// <summary>The model's, checked.</summary>
    Model,

    /// <summary>The article's own sentences, marked as standing in for a model that was of no use.</summary>
    StandIn,

    /// <summary>The article's own sentences: the model held that it does not say, but it does.</summary>
    Quoted,
}
