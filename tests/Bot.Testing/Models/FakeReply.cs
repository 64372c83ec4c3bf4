using System.Text.Json.Nodes;

namespace Bot.Testing.Models;

/// <summary>What the fake sends back.</summary>
public sealed record FakeReply
{
    public int Status { get; init; } = 200;

    /// <summary>The assistant's words; with a status above 299 the error message.</summary>
    public string Content { get; init; } = string.Empty;

    public string FinishReason { get; init; } = "stop";

    public string? Refusal { get; init; }

    /// <summary>Functions the model wants called: name and arguments.</summary>
    public IReadOnlyList<(string Name, JsonObject Arguments)> ToolCalls { get; init; } = [];

    /// <summary>Sent instead of a completion or an error, word for word.</summary>
    public string? RawBody { get; init; }

    /// <summary>Of <see cref="RawBody"/>.</summary>
    public string ContentType { get; init; } = "application/json";

    /// <summary>Never answers; holds the connection until the client gives up.</summary>
    public bool Hangs { get; init; }

    /// <summary>Never stops sending.</summary>
    public bool Endless { get; init; }

    /// <summary>Closes the connection in the middle of the reply.</summary>
    public bool Breaks { get; init; }

    /// <summary>What the model thought, in a field of its own, as some servers send it.</summary>
    public string? Reasoning { get; init; }

    /// <summary>Says nothing of how many tokens were used.</summary>
    public bool CountsNothing { get; init; }

    public int? RetryAfterSeconds { get; init; }

    public static FakeReply Words(string content) => new() { Content = content };

    public static FakeReply Error(int status, string message) => new() { Status = status, Content = message };
}
