using System.Buffers;
using System.Text;

namespace Bot.Language;

/// <summary>Settles white space before a text is stored, so that every later offset counts into exactly what is stored.</summary>
internal static class Whitespace
{
    // Invisible characters that break matching or turn the direction of what follows: soft hyphen, zero-width space, word joiner, BOM, direction overrides.
    // The joiners U+200C and U+200D stay: they carry meaning in Persian, Hindi and emoji.
    private const string Invisible = "\u00AD\u200B\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2060\u2066\u2067\u2068\u2069\uFEFF";

    private static readonly SearchValues<char> Unsettled = SearchValues.Create(
        string.Concat(Enumerable.Range(0, 0x21).Select(code => (char)code)) + "\u007F" + string.Concat(Enumerable.Range(0x80, 0x20).Select(code => (char)code)) + Invisible + "\u2028\u2029");

    /// <summary>Chinese characters, kana and the marks among them, between which no space stands.</summary>
    public static bool IsUnspaced(char c) => c is >= '\u3001' and <= '\u30ff' or >= '\u3400' and <= '\u4dbf' or >= '\u4e00' and <= '\u9fff' or >= '\uf900' and <= '\ufaff' or >= '\uff01' and <= '\uff60';

    /// <summary>One line: runs of spaces, tabs and line ends become one space; control and invisible characters go; no-break spaces stay as they stand.</summary>
    public static string Settle(ReadOnlySpan<char> text)
    {
        var settled = new StringBuilder(text.Length);
        var pendingSpace = false;
        while (!text.IsEmpty)
        {
            var plain = text.IndexOfAny(Unsettled);
            var run = plain < 0 ? text : text[..plain];
            if (!run.IsEmpty)
            {
                if (pendingSpace && settled.Length > 0)
                {
                    settled.Append(' ');
                }

                pendingSpace = false;
                settled.Append(run);
            }

            if (plain < 0)
            {
                break;
            }

            pendingSpace |= char.IsWhiteSpace(text[plain]);
            text = text[(plain + 1)..];
        }

        return settled.ToString().Trim();
    }
}
