using System.Text;

namespace Bot.Ask;

/// <summary>Other people's words inside a Discord message: shown as they are, never as markup.</summary>
/// <remarks>Discord's Markdown: https://support.discord.com/hc/en-us/articles/210298617. Whether anybody is pinged is not decided here but by allowed_mentions.</remarks>
internal static class DiscordText
{
    // What begins markup anywhere in a line; '<' begins mentions, timestamps and custom emoji.
    private const string Inline = "\\*_~|`[]<";

    // What begins markup at the start of a line.
    private const string LineStart = "#->+";

    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            if (char.IsControl(c))
            {
                escaped.Append(' ');
                continue;
            }

            if (Inline.Contains(c, StringComparison.Ordinal) || (escaped.Length == 0 && LineStart.Contains(c, StringComparison.Ordinal)))
            {
                escaped.Append('\\');
            }

            escaped.Append(c);
        }

        return EscapeListNumber(escaped).ToString();
    }

    // “1. ” at the start of a line is a list item.
    private static StringBuilder EscapeListNumber(StringBuilder text)
    {
        var digits = 0;
        while (digits < text.Length && char.IsAsciiDigit(text[digits]))
        {
            digits++;
        }

        return digits > 0 && digits < text.Length && text[digits] == '.' ? text.Insert(digits, '\\') : text;
    }
}
