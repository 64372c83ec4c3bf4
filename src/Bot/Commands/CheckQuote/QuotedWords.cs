using System.Text.RegularExpressions;

namespace Bot.Commands.CheckQuote;

/// <summary>The words in a message that are given as quotes.</summary>
internal static partial class QuotedWords
{
    private const int MostQuotes = 3;
    private const int FewestWords = 3;

    /// <summary>What stands between quotation marks or behind a quote's bar, the longest first; the whole message where nothing does.</summary>
    public static IReadOnlyList<string> In(string message)
    {
        var plain = Markup().Replace(message, " ");
        var barred = string.Join(' ', plain.Split('\n').Where(line => line.TrimStart().StartsWith('>')).Select(line => line.TrimStart().TrimStart('>').Trim()));
        IEnumerable<string> marked = Marked().Matches(plain).Select(match => match.Groups.Values.Skip(1).First(group => group.Success).Value);
        var quotes = marked.Append(barred.Trim('“', '”', '"', ' '))
            .Select(quote => quote.Trim())
            .Where(quote => quote.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length >= FewestWords)
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(quote => quote.Length)
            .Take(MostQuotes)
            .ToList();
        var whole = plain.Trim();
        return quotes.Count > 0 ? quotes : whole.Length > 0 ? [whole] : [];
    }

    [GeneratedRegex("“([^“”]+)”|\"([^\"]+)\"|«([^«»]+)»|„([^„“”]+)[“”]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex Marked();

    // Mentions, emoji and addresses are nobody's words; emphasis is not part of them.
    [GeneratedRegex(@"<[@#:a/][^>\n]{0,100}>|https?://\S+|\*\*|__|~~|\|\||`", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex Markup();
}
