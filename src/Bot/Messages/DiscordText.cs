using System.Text;

namespace Bot.Messages;

/// <summary>Other people's words inside a Discord message: shown as they are, never as markup.</summary>
/// <remarks>Discord's Markdown: https://support.discord.com/hc/en-us/articles/210298617. Whether anybody is pinged is not decided here but by allowed_mentions.</remarks>
internal static class DiscordText
{
    // What begins markup anywhere in a line; '<' begins mentions, timestamps and custom emoji.
    private const string Inline = "\\*_~|`[]<";

    // What begins markup at the start of a line.
    private const string LineStart = "#->+";

    /// <summary>For the start of a line, or anywhere.</summary>
    public static string Escape(string text) => EscapeListNumber(Escape(text, atStart: true)).ToString();

    /// <summary>For what follows other text on the same line.</summary>
    public static string EscapeInline(string text) => Escape(text, atStart: false).ToString();

    private static StringBuilder Escape(string text, bool atStart)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            if (char.IsControl(c) || c is '\u2028' or '\u2029')
            {
                escaped.Append(' ');
                continue;
            }

            if (Inline.Contains(c, StringComparison.Ordinal) || (atStart && LineStart.Contains(c, StringComparison.Ordinal)))
            {
                escaped.Append('\\');
            }

            escaped.Append(c);
            atStart &= c == ' ';
        }

        return escaped;
    }

    // “1. ” at the start of a line is a list item.
    private static StringBuilder EscapeListNumber(StringBuilder text)
    {
        var start = 0;
        while (start < text.Length && text[start] == ' ')
        {
            start++;
        }

        var digits = start;
        while (digits < text.Length && char.IsAsciiDigit(text[digits]))
        {
            digits++;
        }

        return digits > start && digits < text.Length && text[digits] == '.' ? text.Insert(digits, '\\') : text;
    }
}
