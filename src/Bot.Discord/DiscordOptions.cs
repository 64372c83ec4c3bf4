namespace Bot.Discord;

/// <summary>The <c>Discord</c> section of the configuration.</summary>
public sealed class DiscordOptions
{
    /// <summary>Version of the REST API and of the gateway.</summary>
    public const int ApiVersion = 10;

    /// <summary>The bot's token, bare: without the word <c>Bot</c>. Never logged.</summary>
    public string? Token { get; set; }

    /// <summary>Root of the REST API without a version, such as <c>http://127.0.0.1:8080/api</c>. The socket's address comes from there too.</summary>
    public Uri ApiBaseUrl { get; set; } = new("https://discord.com/api");

    /// <summary>How interactions reach the bot: over the socket, or Discord posts them to <c>/interactions</c> on the address in <c>urls</c>.</summary>
    public DiscordMode Mode { get; set; } = DiscordMode.Gateway;

    /// <summary>The key from the developer portal, 64 hexadecimal digits (Ed25519); needed with <c>Discord:Mode=Http</c>.</summary>
    public string? PublicKey { get; set; }

    /// <summary>Id of the one server in which commands are registered, at once; unset: in all of them.</summary>
    public string? Guild { get; set; }

    /// <summary><see cref="ApiBaseUrl"/> with the version and a closing slash, ready for relative addresses.</summary>
    public Uri VersionedApi => new($"{ApiBaseUrl.AbsoluteUri.TrimEnd('/')}/v{ApiVersion}/");
}

/// <summary>How interactions reach the bot.</summary>
public enum DiscordMode
{
    Gateway = 0,
    Http = 1,
}
