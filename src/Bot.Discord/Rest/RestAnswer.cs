using System.Net;
using Bot.Discord.Rest.RateLimiting;

namespace Bot.Discord.Rest;

/// <summary>What came of one attempt.</summary>
internal readonly record struct RestAnswer<T>(RestAnswerKind Kind)
{
    public T? Value { get; init; }

    public HttpStatusCode Status { get; init; }

    public DiscordError Error { get; init; }

    /// <summary>How long Discord asked to wait; zero when it did not.</summary>
    public TimeSpan RetryAfter { get; init; }

    public Exception? Cause { get; init; }

    public DiscordApiException ToException(DiscordRoute route) => new(Status, Error.Code, route.ToString(), Error.Fields ?? []);
}

internal enum RestAnswerKind
{
    /// <summary>Carried out.</summary>
    Done,

    /// <summary>Refused for good.</summary>
    Refused,

    /// <summary>Refused for now.</summary>
    RateLimited,

    /// <summary>Not carried out: no connection, or 502 and 503, after which Discord says it is safe to repeat.</summary>
    NotSent,

    /// <summary>Perhaps carried out: 500, 504, a broken connection, no answer in time.</summary>
    Uncertain,
}
