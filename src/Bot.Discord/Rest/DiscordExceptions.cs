using System.Net;

namespace Bot.Discord.Rest;

/// <summary>A call to Discord that did not succeed. Messages name the route's template and never a token, an id or anybody's text.</summary>
public abstract class DiscordRestException(string message, Exception? innerException = null) : Exception(message, innerException);

/// <summary>Discord understood the call and refused it.</summary>
/// <param name="code">Discord's error code (see <see cref="DiscordErrorCode"/>), 0 when the answer had none.</param>
/// <param name="fields">For a form that was refused, each field's path and Discord's code for what is wrong with it.</param>
public sealed class DiscordApiException(HttpStatusCode status, int code, string route, IReadOnlyList<string> fields)
    : DiscordRestException(Describe(status, code, route, fields))
{
    public HttpStatusCode Status => status;

    public int Code => code;

    public string Route => route;

    public IReadOnlyList<string> Fields => fields;

    private static string Describe(HttpStatusCode status, int code, string route, IReadOnlyList<string> fields) =>
        fields.Count == 0
            ? $"Discord refused {route}: HTTP {(int)status}, code {code}."
            : $"Discord refused {route}: HTTP {(int)status}, code {code} ({string.Join(", ", fields)}).";
}

/// <summary>The bot token is not valid. No further call is made with it.</summary>
public sealed class DiscordUnauthorizedException()
    : DiscordRestException("Discord refused the bot token (401). Copy the current token from the Developer Portal (Bot, Reset Token) into Discord:Token and start again.");

/// <summary>Calls are stopped for a while, because more of them would get this address banned or because it is banned already.</summary>
public sealed class DiscordBlockedException(string message, TimeSpan retryAfter) : DiscordRestException(message)
{
    public TimeSpan RetryAfter => retryAfter;
}

/// <summary>Discord could not be reached, or failed itself.</summary>
/// <param name="mayHaveHappened">True when the call could have been carried out all the same.</param>
public sealed class DiscordUnavailableException(string route, bool mayHaveHappened, Exception? innerException = null)
    : DiscordRestException($"Discord did not answer {route} properly, several times over.", innerException)
{
    public string Route => route;

    public bool MayHaveHappened => mayHaveHappened;
}

/// <summary>The codes of Discord that this bot tells apart.</summary>
/// <remarks>https://docs.discord.com/developers/topics/opcodes-and-status-codes#json-json-error-codes</remarks>
public static class DiscordErrorCode
{
    public const int UnknownMessage = 10008;
    public const int UnknownWebhook = 10015;
    public const int UnknownInteraction = 10062;
    public const int CloudflareBlocked = 40333;
    public const int AlreadyAcknowledged = 40060;
    public const int MissingAccess = 50001;
    public const int CannotMessageUser = 50007;
    public const int MissingPermissions = 50013;
    public const int InvalidWebhookToken = 50027;
    public const int InvalidForm = 50035;
    public const int CannotReplyWithoutHistory = 160002;
    public const int ThreadAlreadyExists = 160004;
}
