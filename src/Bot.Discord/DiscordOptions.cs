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

    public DiscordMode Mode { get; set; } = DiscordMode.Gateway;

    /// <summary>Hexadecimal Ed25519 key from the developer portal; needed in <see cref="DiscordMode.Http"/>.</summary>
    public string? PublicKey { get; set; }

    /// <summary>Register commands in this guild only.</summary>
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
