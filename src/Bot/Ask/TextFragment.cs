namespace Bot.Ask;

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
        var page = url.GetComponents(UriComponents.AbsoluteUri & ~UriComponents.Fragment, UriFormat.UriEscaped);
        return $"{page.Replace(">", "%3E", StringComparison.Ordinal)}#:~:text={text}";
    }

    private static string Encode(IEnumerable<string> words) =>
        Uri.EscapeDataString(string.Join(' ', words)).Replace("-", "%2D", StringComparison.Ordinal);
}
