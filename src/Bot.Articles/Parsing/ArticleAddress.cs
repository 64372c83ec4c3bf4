using System.Diagnostics.CodeAnalysis;

namespace Bot.Articles.Parsing;

/// <summary>The one address of an article, whichever of its addresses it was fetched from, so that the same article is known again.</summary>
public static class ArticleAddress
{
    private static readonly string[] Tracking = ["utm_", "fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "mc_cid", "mc_eid", "cmpid", "ito", "ns_campaign", "ns_mchannel", "ref_src", "xtor", "wt_mc", "at_medium", "at_campaign"];

    private static readonly string[] Variants = ["www.", "m.", "mobile.", "amp."];

    /// <param name="fetched">Where the document came from; null for one that came by hand, whose own word on its address nobody vouches for.</param>
    /// <param name="canonical">
    /// What the document says. It is believed on its own site only: a hostile page could otherwise take the place of another site's article.
    /// </param>
    [return: NotNullIfNotNull(nameof(fetched))]
    public static Uri? Of(Uri? fetched, Uri? canonical) =>
        fetched is null ? null : canonical is not null && IsSamePlace(fetched, canonical) ? Bare(canonical) : Bare(fetched);

    private static bool IsSamePlace(Uri fetched, Uri canonical) =>
        canonical.Scheme is "http" or "https"
        && canonical.UserInfo.Length == 0
        && (canonical.IsDefaultPort || canonical.Port == fetched.Port)
        && Site(canonical) == Site(fetched)
        && (canonical.AbsolutePath.Length > 1 || fetched.AbsolutePath.Length == 1);

    private static string Site(Uri url)
    {
        var host = url.IdnHost.ToLowerInvariant();
        return Variants.FirstOrDefault(variant => host.StartsWith(variant, StringComparison.Ordinal)) is { } found ? host[found.Length..] : host;
    }

    private static Uri Bare(Uri url)
    {
        var query = url.Query.Length < 2 ? [] : url.Query[1..].Split('&', StringSplitOptions.RemoveEmptyEntries);
        var kept = query.Where(pair => !Tracking.Any(name => pair.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (name[^1] == '_' || pair.Length == name.Length || pair[name.Length] == '=')));
        return new UriBuilder(url) { Query = string.Join('&', kept), Fragment = "" }.Uri;
    }
}
