using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Bot.Articles;
using Bot.Articles.Quotations;

namespace Bot.Commands.CheckQuote;

/// <param name="Words">Without the marks.</param>
/// <param name="Speakers">To whom the message gives them; empty for nobody.</param>
internal sealed record GivenQuote(string Words, ImmutableArray<string> Speakers);

/// <summary>The words in a message that are given as quotes, and who is said to have said them.</summary>
internal static partial class QuotedWords
{
    private const int MostQuotes = 5;
    private const int FewestWordsBehindBar = 3;

    /// <summary>A message without mentions, emoji, addresses and emphasis.</summary>
    public static string Plain(string message) => Markup().Replace(message, " ").Trim();

    /// <summary>What stands between quotation marks or behind a quote's bar, in order; the whole message where nothing does.</summary>
    /// <param name="plain">See <see cref="Plain"/>.</param>
    public static IReadOnlyList<GivenQuote> In(string plain)
    {
        var read = QuotationReader.Read([new Paragraph(1, plain, null, [])]).Quotations;
        var marked = Marked().Matches(plain)
            .Select(match => match.Groups.Values.Skip(1).First(group => group.Success))
            .Select(group => new GivenQuote(group.Value.Trim(), [.. read.FirstOrDefault(quotation => quotation.Start < group.Index + group.Length && group.Index < quotation.End)?.Speakers ?? []]));
        var barred = string.Join(' ', plain.Split('\n').Where(line => line.TrimStart().StartsWith('>')).Select(line => line.TrimStart().TrimStart('>').Trim())).Trim('“', '”', '"', ' ');
        var quotes = marked
            .Where(quote => quote.Words.Any(char.IsLetterOrDigit))
            .Concat(CountWords(barred) >= FewestWordsBehindBar ? [new GivenQuote(barred, [])] : Array.Empty<GivenQuote>())
            .DistinctBy(quote => quote.Words, StringComparer.Ordinal)
            .Take(MostQuotes)
            .ToList();
        return quotes.Count > 0 ? quotes : plain.Length > 0 ? [new GivenQuote(plain, [])] : [];
    }

    private static int CountWords(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    [GeneratedRegex("“([^“”]+)”|\"([^\"]+)\"|«([^«»]+)»|„([^„“”]+)[“”]|「([^「」]+)」|(?<![\\p{L}\\p{N}])‘([^‘’]{2,}(?:’\\p{L}[^‘’]*)*)’(?!\\p{L})", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex Marked();

    // Mentions, emoji and addresses are nobody's words; emphasis is not part of them.
    [GeneratedRegex(@"<[@#:a/][^>\n]{0,100}>|https?://\S+|\*\*|__|~~|\|\||`", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex Markup();
}
