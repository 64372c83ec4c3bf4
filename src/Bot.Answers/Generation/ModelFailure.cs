using System.ClientModel;
using System.Net;
using System.Text.Json;
using Microsoft.SemanticKernel;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Bot.Answers.Generation;

/// <summary>Why a model brought nothing usable, and which setting to look at. Never holds a key or anybody's words.</summary>
/// <param name="Advice">One sentence for the operator.</param>
public sealed record ModelFailure(ModelFailureKind Kind, string Advice)
{
    internal static ModelFailure Budget(string setting) => new(ModelFailureKind.Budget, $"{setting} is used up.");

    internal static ModelFailure TooLong { get; } = new(ModelFailureKind.Budget, "The article is too long for the model; raise Model:TokensPerQuestion.");

    internal static ModelFailure NoCredit { get; } = new(ModelFailureKind.Limited, "The account of Model:ApiKey has reached a limit or has no credit.");

    internal static ModelFailure WrongKey { get; } = new(ModelFailureKind.Denied, "The server at Model:Endpoint does not accept Model:ApiKey.");

    internal static ModelFailure UnknownModel { get; } = new(ModelFailureKind.Unknown, "The server knows no such model or address; check Model:Name and Model:Endpoint.");

    internal static ModelFailure Filtered { get; } = new(
        ModelFailureKind.Refusal, "The content filter of the server at Model:Endpoint stopped the question or the answer; loosen it, or try another Model:Name.");

    internal static ModelFailure Deadline { get; } = new(ModelFailureKind.Timeout, "The model took longer than Model:Deadline.");

    internal static ModelFailure Empty { get; } = new(ModelFailureKind.Empty, "The model sent no words; try another Model:Name.");

    internal static ModelFailure Refusal { get; } = new(ModelFailureKind.Refusal, "The model refused to answer; try another Model:Name.");

    internal static ModelFailure Unreadable { get; } = new(ModelFailureKind.Unreadable, "The model does not keep to the form it is asked for; try another Model:Name.");

    /// <param name="tokens">Of the model's context; null when the server does not tell.</param>
    internal static ModelFailure ContextExceeded(int? tokens) =>
        new(ModelFailureKind.TooLong, "The context of the model is too small for the question and one paragraph; raise it at the server, or try another Model:Name.") { ContextTokens = tokens };

    internal int? ContextTokens { get; private init; }

    internal static ModelFailure KeepsLookingUp { get; } = new(ModelFailureKind.Unreadable, "The model looks things up without end; set Model:Tools to false or try another Model:Name.");

    /// <summary>Null when the exception does not come from the model or the way to it.</summary>
    internal static ModelFailure? From(Exception exception) => exception switch
    {
        ModelFailureException trouble => trouble.Trouble,
        TimeoutRejectedException => new(ModelFailureKind.Timeout, "The model took longer than Model:Timeout."),
        BrokenCircuitException => new(ModelFailureKind.Outage, "The server at Model:Endpoint failed again and again and is left alone for a while."),
        HttpOperationException { StatusCode: { } status } => FromStatus((int)status),
        ClientResultException { Status: > 0 } result => FromStatus(result.Status),
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => new(ModelFailureKind.Unreadable, "The model's reply has no end; try another Model:Name."),
        HttpRequestException or HttpIOException or IOException => new(ModelFailureKind.Outage, "The server at Model:Endpoint cannot be reached."),
        HttpOperationException or ClientResultException or KernelException { InnerException: { } } when exception.InnerException is { } inner => From(inner) ?? NoCompletion,
        JsonException or FormatException or KeyNotFoundException or ArgumentException or InvalidOperationException or HttpOperationException or ClientResultException or KernelException => NoCompletion,
        _ => null,
    };

    internal static ModelFailure NoCompletion { get; } = new(ModelFailureKind.Unreadable, "What stands at Model:Endpoint does not send chat completions; check the address and its version.");

    private static ModelFailure FromStatus(int status) => (HttpStatusCode)status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => WrongKey,
        HttpStatusCode.NotFound => UnknownModel,
        HttpStatusCode.RequestTimeout => new(ModelFailureKind.Timeout, "The server at Model:Endpoint gave up on the request."),
        HttpStatusCode.TooManyRequests => NoCredit,
        >= HttpStatusCode.InternalServerError => new(ModelFailureKind.Outage, "The server at Model:Endpoint is failing."),
        >= HttpStatusCode.BadRequest => new(ModelFailureKind.Rejected, "The server rejects the request; check that Model:Name is a chat model."),
        _ => NoCompletion,
    };
}

public enum ModelFailureKind
{
    Outage,
    Denied,
    Unknown,
    Rejected,
    Limited,
    Timeout,
    Budget,
    TooLong,
    Empty,
    Refusal,
    Unreadable,
}

/// <summary>Carries a trouble from where it happens to where the extractive answer takes over; never leaves this project.</summary>
public sealed class ModelFailureException(ModelFailure trouble) : Exception(trouble.Advice)
{
    public ModelFailure Trouble => trouble;
}
