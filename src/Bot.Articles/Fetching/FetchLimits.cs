namespace Bot.Articles.Fetching;

/// <summary>Section <c>Articles</c>, beside <see cref="Parsing.ReadingLimits"/>: how far the bot goes to fetch an address that somebody gave it.</summary>
public sealed class FetchLimits
{
    /// <summary>Until the connection stands, TLS included.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>From a request to the end of the answer's headers.</summary>
    public TimeSpan HeadersTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>For everything together: robots.txt, redirects and the last byte of the document.</summary>
    public TimeSpan FetchTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many times an address may send on to another one.</summary>
    public int MaxRedirects { get; set; } = 5;

    /// <summary>Documents that one process fetches at a time; further ones wait.</summary>
    public int MaxFetchesAtOnce { get; set; } = 8;

    /// <summary>TCP ports besides 80 and 443.</summary>
    public IList<int> ExtraPorts { get; } = [];

    /// <summary>Where a site's owner reaches whoever runs this bot, an address or URL; sent as part of the User-Agent. Sites are kinder to bots that say it.</summary>
    public string? Contact { get; set; }

    internal bool Allows(int port) => port is 80 or 443 || ExtraPorts.Contains(port);
}
