using System.Net;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Rest;

/// <summary>Whether this server takes messages made of components. Discord does; another server that speaks its protocol may refuse them, and then gets plain text.</summary>
internal sealed partial class Layouts(ILogger logger)
{
    // One refusal may be the message's own fault.
    private const int MostRefusals = 3;

    private int _refusals;

    public bool MayBeSent => Volatile.Read(ref _refusals) < MostRefusals;

    public static bool IsRefusal(HttpStatusCode status) => status == HttpStatusCode.BadRequest;

    public void Taken() => Volatile.Write(ref _refusals, 0);

    /// <summary>A layout was refused, and the same as plain text was not.</summary>
    public void Refused()
    {
        if (Interlocked.Increment(ref _refusals) == MostRefusals)
        {
            Log.PlainFromNowOn(logger);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The server refuses messages made of components; from now on they are plain text")]
        public static partial void PlainFromNowOn(ILogger logger);
    }
}
