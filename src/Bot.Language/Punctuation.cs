using System.Buffers;

namespace Bot.Language;

/// <summary>Which marks end a sentence, close it and open the next.</summary>
internal static class Punctuation
{
    public static readonly SearchValues<char> TerminatorsAndLineEnd = SearchValues.Create(".!?…。！？｡؟।။៕\n");

    private static readonly SearchValues<char> Terminators = SearchValues.Create(".!?…。！？｡؟।။៕");

    // “ and « close in German („…“, »…«) and open elsewhere; directly after a full stop they close.
    private static readonly SearchValues<char> Closers = SearchValues.Create("\"'”’“‘»«›‹)]}）」』】");
    private static readonly SearchValues<char> Openers = SearchValues.Create("\"'“‘”„‚«»‹›([{（「『【¿¡—–-•·*‣▪");

    // Closed again after the end of a quoted sentence: “…,” or »…«.
    private static readonly SearchValues<char> Ends = SearchValues.Create(".!?…。！？｡؟।။៕:;,：；，、");

    public static bool IsTerminator(char c) => Terminators.Contains(c);

    public static bool IsCloser(char c) => Closers.Contains(c);

    public static bool IsOpener(char c) => Openers.Contains(c);

    /// <summary>True for full-width stops, which no space follows.</summary>
    public static bool IsWideTerminator(char c) => c is '。' or '！' or '？' or '｡';

    /// <summary>Whether a text is in a script that writes a sentence in few signs or without a full stop: Chinese, Japanese, Thai, Lao, Khmer, Burmese.</summary>
    public static bool IsDense(ReadOnlySpan<char> text)
    {
        var dense = 0;
        foreach (var c in text)
        {
            dense += c is (>= '\u0E00' and <= '\u0EFF') or (>= '\u1000' and <= '\u109F') or (>= '\u1780' and <= '\u17FF') or (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') ? 1 : 0;
        }

        return dense * 2 > text.Length;
    }

    /// <summary>Whether a line ends as a sentence or a list introduction does, its closing quotation marks and brackets aside.</summary>
    public static bool HasFinal(ReadOnlySpan<char> line)
    {
        var end = line.Length;
        while (end > 0 && (IsCloser(line[end - 1]) || char.IsWhiteSpace(line[end - 1])))
        {
            end--;
        }

        return end > 0 && Ends.Contains(line[end - 1]);
    }
}
