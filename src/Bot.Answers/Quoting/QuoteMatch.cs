using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Answers.Quoting;

/// <summary>Finds the stored words that a quotation claims to repeat; made once for a quotation, it searches any number of texts.</summary>
/// <remarks>
/// Forgiven: kinds of quotation marks and dashes, white space, the case of the first letter, punctuation and marks at either end, and gaps that are
/// marked by an ellipsis or brackets. Any other difference, however small, is no match: what a reader sees between quotation marks is never altered.
/// </remarks>
internal sealed partial class QuoteMatch
{
    // A gap longer than about two sentences joins what the article does not say in one breath.
    private const int MaxGap = 280;

    private readonly string[] _pieces;

    public QuoteMatch(string quote)
    {
        string[] pieces = [.. Gap().Split(new QuotableText(quote).Text).Select(piece => piece.Trim(Edges)).Where(piece => piece.Length > 0)];

        // Single words with gaps between them could be picked out of anything.
        _pieces = pieces.Length > 1 && pieces.Any(piece => !piece.Contains(' ', StringComparison.Ordinal)) ? [] : pieces;
    }

    public static (int Start, int End)? Find(QuotableText stored, string quote) => new QuoteMatch(quote).FindIn(stored);

    /// <summary>UTF-16 range of the stored text, gaps included; null when the words do not stand there.</summary>
    public (int Start, int End)? FindIn(QuotableText stored)
    {
        if (_pieces.Length == 0)
        {
            return null;
        }

        for (var from = 0; FindPiece(stored.Text, _pieces[0], from) is { } first; from = first + 1)
        {
            var end = first + _pieces[0].Length;
            var next = 1;
            for (; next < _pieces.Length; next++)
            {
                if (FindPiece(stored.Text, _pieces[next], end) is not { } found || found - end > MaxGap)
                {
                    break;
                }

                end = found + _pieces[next].Length;
            }

            if (next == _pieces.Length)
            {
                return (stored.Origin(first), stored.Origin(end - 1) + 1);
            }
        }

        return null;
    }

    private static int? FindPiece(string text, string piece, int from)
    {
        // Everything after the first letter must agree exactly; searching for the rest skips faster than trying each case of the first.
        while (from <= text.Length - piece.Length)
        {
            var skip = piece.Length == 1
                ? text.AsSpan(from).IndexOf(piece, StringComparison.OrdinalIgnoreCase)
                : text.AsSpan(from + 1).IndexOf(piece.AsSpan(1), StringComparison.Ordinal);
            if (skip < 0)
            {
                return null;
            }

            var at = from + skip;
            if (char.ToLowerInvariant(text[at]) == char.ToLowerInvariant(piece[0]) && IsEdge(text, at) && IsEdge(text, at + piece.Length))
            {
                return at;
            }

            from = at + 1;
        }

        return null;
    }

    /// <summary>True unless the position lies inside a word, inside a number with its separators and percent sign, or between the parts of one character.</summary>
    private static bool IsEdge(string text, int at)
    {
        if (at == 0 || at == text.Length)
        {
            return true;
        }

        var (before, after) = (text[at - 1], text[at]);
        return !((char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after))
            || (char.IsDigit(before) && (after == '%' || (after is '.' or ',' && at + 1 < text.Length && char.IsDigit(text[at + 1]))))
            || (char.IsDigit(after) && before is '.' or ',' && at > 1 && char.IsDigit(text[at - 2]))
            || char.IsLowSurrogate(after)
            || char.GetUnicodeCategory(after) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);
    }

    private static readonly char[] Edges = [' ', '"', '.', ',', ';', ':', '!', '?', '-', '(', ')', '[', ']', '*', '_', '>'];

    [GeneratedRegex(@"\s*(?:\[[^\]]{0,60}\]|\(\.{3}\)|\.(?:\s?\.){2,})\s*")]
    private static partial Regex Gap();
}
