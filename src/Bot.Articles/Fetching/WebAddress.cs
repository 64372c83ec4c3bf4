using System.Globalization;
using System.Net;

namespace Bot.Articles.Fetching;

/// <summary>From what somebody wrote, or a site sent as a redirect, to a URL that may be asked for. Refuses before anything is looked up.</summary>
/// <remarks>Parsers disagree about sloppy addresses, which is how guards are passed; so whatever two could read differently is refused, not repaired.</remarks>
internal static class WebAddress
{
    private const int Longest = 4096;

    // RFC 6761, 6762, 7686, 8375, 9476 and what routers and clouds use inside.
    private static readonly string[] NotPublicNames = ["localhost", "local", "internal", "intranet", "lan", "home", "corp", "arpa", "onion", "alt", "invalid"];

    /// <exception cref="ArticleException">It is no address of a public page.</exception>
    public static Uri Parse(string text, FetchLimits limits)
    {
        var address = text.Trim();
        if (address is ['<', .., '>'])
        {
            address = address[1..^1];
        }

        if (address.Length > Longest)
        {
            throw new ArticleException(new ArticleFault(ArticleFaultKind.AddressTooLong, Number: Longest));
        }

        CheckSpelling(address);
        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.Host.Length == 0)
        {
            throw url is null || url.Scheme is "http" or "https" ? NoAddress() : new ArticleException(ArticleFaultKind.OtherScheme);
        }

        CheckAuthority(address);
        if (!limits.Allows(url.Port))
        {
            throw new ArticleException(new ArticleFault(ArticleFaultKind.OtherPort, Number: url.Port));
        }

        return new UriBuilder(url) { Host = Host(url), UserName = "", Password = "", Fragment = "" }.Uri;
    }

    /// <summary>Where a redirect leads.</summary>
    /// <exception cref="ArticleException">It leads nowhere that may be asked for.</exception>
    public static Uri Follow(Uri from, string? location, FetchLimits limits)
    {
        if (location is null)
        {
            throw new ArticleException(ArticleFaultKind.RedirectToNowhere);
        }

        CheckSpelling(location);
        return Uri.TryCreate(from, location, out var next) ? Parse(next.AbsoluteUri, limits) : throw NoAddress();
    }

    private static void CheckSpelling(string address)
    {
        if (address.Any(c => c is '\\' || char.IsControl(c) || char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format))
        {
            throw NoAddress();
        }
    }

    private static void CheckAuthority(string address)
    {
        var authority = address[(address.IndexOf("://", StringComparison.Ordinal) + 3)..];
        authority = authority[..(authority.AsSpan().IndexOfAny('/', '?', '#') is var end and >= 0 ? end : authority.Length)];
        if (authority.Contains('@', StringComparison.Ordinal))
        {
            throw new ArticleException(ArticleFaultKind.AddressWithPassword);
        }

        if (authority.Contains('%', StringComparison.Ordinal) || authority.Any(c => c > '\x7F' && !IsLetter(c)))
        {
            throw NoAddress();
        }
    }

    /// <summary>Letters as names are written with, not those that only look like letters or digits of another script (full-width, circled, mathematical).</summary>
    private static bool IsLetter(char c) =>
        char.GetUnicodeCategory(c) is UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
        && c is < '\u1D00' or (>= '\u1E00' and < '\u2000') or (>= '\u3040' and < '\uD800');

    private static string Host(Uri url)
    {
        if (url.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6)
        {
            return IPAddress.TryParse(url.IdnHost, out var address) && PublicAddress.Is(address) ? url.Host : throw NotPublic();
        }

        var host = url.IdnHost.ToLowerInvariant();
        host = host.EndsWith('.') ? host[..^1] : host;
        var labels = host.Split('.');
        if (host.Length > 253 || !labels.All(IsLabel))
        {
            throw NoAddress();
        }

        var last = labels[^1];
        return labels.Length >= 2 && last.Length >= 2 && (last.All(char.IsAsciiLetterLower) || last.StartsWith("xn--", StringComparison.Ordinal)) && !NotPublicNames.Contains(last, StringComparer.Ordinal)
            ? host
            : throw NotPublic();
    }

    private static bool IsLabel(string label) =>
        label.Length is >= 1 and <= 63 && label.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_');

    internal static ArticleException NotPublic() => new(ArticleFaultKind.NotPublic);

    private static ArticleException NoAddress() => new(ArticleFaultKind.NoAddress);
}
