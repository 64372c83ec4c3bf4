namespace Bot.Messages;

/// <summary>A link that makes a browser scroll to the exact words and mark them.</summary>
/// <remarks>https://wicg.github.io/scroll-to-text-fragment/: <c>#:~:text=START,END</c>; dash, comma and ampersand must be percent-encoded.</remarks>
internal static class TextFragment
{
    private const int WordsAtEachEnd = 6;

    public static string Of(Uri url, string quote)
    {
        var words = quote.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var text = words.Length <= WordsAtEachEnd * 2
            ? Encode(words)
            : $"{Encode(words[..WordsAtEachEnd])},{Encode(words[^WordsAtEachEnd..])}";
        return $"{Page(url)}#:~:text={text}";
    }

    /// <summary>The address without a fragment, as it can stand between angle and round brackets.</summary>
    public static string Page(Uri url) => url.GetComponents(UriComponents.AbsoluteUri & ~UriComponents.Fragment, UriFormat.UriEscaped)
        .Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal)
        .Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal);

    private static string Encode(IEnumerable<string> words) =>
        Uri.EscapeDataString(WellFormed(string.Join(' ', words)))
            .Replace("-", "%2D", StringComparison.Ordinal).Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal);

    private static string WellFormed(string text) => string.Concat(text.EnumerateRunes());
}
