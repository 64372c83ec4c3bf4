using System.Collections.Concurrent;
using System.Text;

namespace Bot.Articles.Fetching;

/// <summary>Asks each site for its robots.txt, at most once a day, and says whether a page may be read.</summary>
/// <param name="getAsync">One guarded request, redirects not followed.</param>
internal sealed class RobotsTxt(Func<Uri, CancellationToken, Task<HttpResponseMessage>> getAsync, FetchLimits limits, TimeProvider time)
{
    // RFC 9309 §2.5: at least 500 KiB must be read; what lies beyond is ignored.
    private const int MostBytes = 500 * 1024;

    // RFC 9309 §2.3.1.2.
    private const int MostRedirects = 5;

    private const int MostSites = 2_000;

    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);
    private static readonly TimeSpan KeptAfterFailure = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, (RobotsRules Rules, DateTimeOffset Until)> _known = new(StringComparer.Ordinal);

    public async Task<bool> AllowsAsync(Uri url, CancellationToken cancellationToken)
    {
        var site = url.GetLeftPart(UriPartial.Authority);
        if (!_known.TryGetValue(site, out var known) || known.Until <= time.GetUtcNow())
        {
            var (rules, kept) = await AskAsync(new Uri($"{site}/robots.txt"), cancellationToken).ConfigureAwait(false);
            known = (rules, time.GetUtcNow() + kept);
            if (_known.Count >= MostSites)
            {
                _known.Clear();
            }

            _known[site] = known;
        }

        return known.Rules.Allows(url.PathAndQuery);
    }

    private async Task<(RobotsRules Rules, TimeSpan Kept)> AskAsync(Uri url, CancellationToken cancellationToken)
    {
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            using var response = await getAsync(url, cancellationToken).ConfigureAwait(false);
            switch ((int)response.StatusCode)
            {
                case 200:
                    return (RobotsRules.Parse(await ReadAsync(response, cancellationToken).ConfigureAwait(false), UserAgent.Product), Kept);
                case 301 or 302 or 303 or 307 or 308:
                    url = WebAddress.Follow(url, ArticleFetcher.Location(response), limits);
                    continue;
                case 429 or >= 500:
                    // RFC 9309 §2.3.1.4: a site that cannot say what it allows is left alone.
                    return (RobotsRules.DisallowAll, KeptAfterFailure);
                default:
                    return (RobotsRules.AllowAll, Kept);
            }
        }

        return (RobotsRules.AllowAll, Kept);
    }

    private static async Task<string> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var bytes = new byte[MostBytes];
            var length = await stream.ReadAtLeastAsync(bytes, MostBytes, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            return Encoding.UTF8.GetString(bytes, 0, length);
        }
    }
}
