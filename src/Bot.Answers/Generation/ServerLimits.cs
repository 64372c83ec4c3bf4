using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Bot.Answers.Generation;

/// <summary>What the server at <c>Model:Endpoint</c> was found not to take, for a while: servers and models are exchanged behind an address.</summary>
/// <remarks>Shared by all requests, since one process talks to one model.</remarks>
public sealed partial class ServerLimits(TimeProvider time, ILogger<ServerLimits> logger)
{
    /// <summary>For how long what was found is believed.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromHours(6);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _refused = new(StringComparer.Ordinal);
    private volatile Limit? _reply;
    private volatile Limit? _letters;

    /// <summary>Most tokens that a reply may have; null when no limit is known.</summary>
    internal int? ReplyTokens => Current(_reply);

    /// <summary>Most letters of text that one request may carry; null when no limit is known.</summary>
    internal int? Letters => Current(_letters);

    internal bool Refuses(string parameter) => _refused.TryGetValue(parameter, out var until) && time.GetUtcNow() < until;

    internal IEnumerable<string> Refused => _refused.Keys.Where(Refuses);

    internal void Refuse(string parameter)
    {
        _refused[parameter] = time.GetUtcNow() + Memory;
        Log.Refuses(logger, parameter, Memory.TotalHours);
    }

    internal void LimitReply(int tokens)
    {
        _reply = new Limit(tokens, time.GetUtcNow() + Memory);
        Log.Shortens(logger, tokens, Memory.TotalHours);
    }

    internal void LimitLetters(int letters)
    {
        _letters = new Limit(letters, time.GetUtcNow() + Memory);
        Log.Narrows(logger, letters, Memory.TotalHours);
    }

    private int? Current(Limit? limit) => limit is not null && time.GetUtcNow() < limit.Until ? limit.Most : null;

    private sealed record Limit(int Most, DateTimeOffset Until);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "The server at Model:Endpoint does not take “{Parameter}”; for {Hours} hours requests do without it.")]
        public static partial void Refuses(ILogger logger, string parameter, double hours);

        [LoggerMessage(Level = LogLevel.Information, Message = "The server at Model:Endpoint gives at most {Tokens} tokens of reply; for {Hours} hours no more are asked for.")]
        public static partial void Shortens(ILogger logger, int tokens, double hours);

        [LoggerMessage(Level = LogLevel.Information, Message = "The context of the model at Model:Endpoint is small; for {Hours} hours requests carry at most {Letters} letters of text.")]
        public static partial void Narrows(ILogger logger, int letters, double hours);
    }
}
