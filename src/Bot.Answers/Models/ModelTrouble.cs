using System.ClientModel;
using System.Net;
using System.Text.Json;
using Microsoft.SemanticKernel;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Bot.Answers.Models;

/// <summary>Why a model brought nothing usable, and which setting to look at. Never holds a key or anybody's words.</summary>
/// <param name="Advice">One sentence for the operator.</param>
public sealed record ModelTrouble(ModelTroubleKind Kind, string Advice)
{
    internal static ModelTrouble Budget(string setting) => new(ModelTroubleKind.Budget, $"{setting} is used up.");

    internal static ModelTrouble TooLong { get; } = new(ModelTroubleKind.Budget, "The article is too long for the model; raise Model:TokensPerQuestion.");

    internal static ModelTrouble NoCredit { get; } = new(ModelTroubleKind.Limited, "The account of Model:ApiKey has reached a limit or has no credit.");

    internal static ModelTrouble WrongKey { get; } = new(ModelTroubleKind.Denied, "The server at Model:Endpoint does not accept Model:ApiKey.");

    internal static ModelTrouble UnknownModel { get; } = new(ModelTroubleKind.Unknown, "The server knows no such model or address; check Model:Name and Model:Endpoint.");

    internal static ModelTrouble Filtered { get; } = new(
        ModelTroubleKind.Refusal, "The content filter of the server at Model:Endpoint stopped the question or the answer; loosen it, or try another Model:Name.");

    internal static ModelTrouble Deadline { get; } = new(ModelTroubleKind.Timeout, "The model took longer than Model:Deadline.");

    internal static ModelTrouble Empty { get; } = new(ModelTroubleKind.Empty, "The model sent no words; try another Model:Name.");

    internal static ModelTrouble Refusal { get; } = new(ModelTroubleKind.Refusal, "The model refused to answer; try another Model:Name.");

    internal static ModelTrouble Unreadable { get; } = new(ModelTroubleKind.Unreadable, "The model does not keep to the form it is asked for; try another Model:Name.");

    /// <param name="tokens">Of the model's context; null when the server does not tell.</param>
    internal static ModelTrouble ContextExceeded(int? tokens) =>
        new(ModelTroubleKind.TooLong, "The context of the model is too small for the question and one paragraph; raise it at the server, or try another Model:Name.") { ContextTokens = tokens };

    internal int? ContextTokens { get; private init; }

    internal static ModelTrouble KeepsLookingUp { get; } = new(ModelTroubleKind.Unreadable, "The model looks things up without end; set Model:Tools to false or try another Model:Name.");

    /// <summary>Null when the exception does not come from the model or the way to it.</summary>
    internal static ModelTrouble? From(Exception exception) => exception switch
    {
        ModelTroubleException trouble => trouble.Trouble,
        TimeoutRejectedException => new(ModelTroubleKind.Timeout, "The model took longer than Model:Timeout."),
        BrokenCircuitException => new(ModelTroubleKind.Outage, "The server at Model:Endpoint failed again and again and is left alone for a while."),
        HttpOperationException { StatusCode: { } status } => FromStatus((int)status),
        ClientResultException { Status: > 0 } result => FromStatus(result.Status),
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => new(ModelTroubleKind.Unreadable, "The model's reply has no end; try another Model:Name."),
        HttpRequestException or HttpIOException or IOException => new(ModelTroubleKind.Outage, "The server at Model:Endpoint cannot be reached."),
        HttpOperationException or ClientResultException or KernelException { InnerException: { } } when exception.InnerException is { } inner => From(inner) ?? NoCompletion,
        JsonException or FormatException or KeyNotFoundException or ArgumentException or InvalidOperationException or HttpOperationException or ClientResultException or KernelException => NoCompletion,
        _ => null,
    };

    internal static ModelTrouble NoCompletion { get; } = new(ModelTroubleKind.Unreadable, "What stands at Model:Endpoint does not send chat completions; check the address and its version.");

    private static ModelTrouble FromStatus(int status) => (HttpStatusCode)status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => WrongKey,
        HttpStatusCode.NotFound => UnknownModel,
        HttpStatusCode.RequestTimeout => new(ModelTroubleKind.Timeout, "The server at Model:Endpoint gave up on the request."),
        HttpStatusCode.TooManyRequests => NoCredit,
        >= HttpStatusCode.InternalServerError => new(ModelTroubleKind.Outage, "The server at Model:Endpoint is failing."),
        >= HttpStatusCode.BadRequest => new(ModelTroubleKind.Rejected, "The server rejects the request; check that Model:Name is a chat model."),
        _ => NoCompletion,
    };
}

public enum ModelTroubleKind
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
public sealed class ModelTroubleException(ModelTrouble trouble) : Exception(trouble.Advice)
{
    public ModelTrouble Trouble => trouble;
}
