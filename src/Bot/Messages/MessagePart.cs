using System.Globalization;

namespace Bot.Messages;

/// <summary>A stretch of a message: other people's words between markup of ours. Where it is too long for a message it is cut inside the words, and each
/// piece gets the markup again.</summary>
/// <param name="Open">Markup before the words.</param>
/// <param name="Words">As they are; they are escaped here. Empty for a part that is all markup, which must fit into a message.</param>
/// <param name="Close">Ends what <paramref name="Open"/> began.</param>
/// <param name="Tail">Stands behind the last piece only.</param>
internal readonly record struct MessagePart(string Open, string Words = "", string Close = "", string Tail = "")
{
    public static MessagePart Quote(string words, string marker = "") => new("> ", words, "", marker);

    public static implicit operator MessagePart(string markup) => new(markup);

    /// <summary>The part in pieces of at most so many UTF-16 code units, as few as that takes.</summary>
    public IEnumerable<string> Pieces(int length)
    {
        if (Words.Length == 0)
        {
            yield return Open + Close + Tail;
            yield break;
        }

        var room = length - Open.Length - Close.Length;
        for (var rest = Words; ;)
        {
            var escaped = DiscordText.Escape(rest);
            if (escaped.Length <= room - Tail.Length)
            {
                yield return Open + escaped + Close + Tail;
                yield break;
            }

            var cut = Cut(rest, room - Tail.Length);
            yield return Open + DiscordText.Escape(rest[..cut].TrimEnd()) + Close;
            rest = rest[cut..].TrimStart();
        }
    }

    /// <summary>The end of the last word that fits; of the last character, where a word alone does not fit.</summary>
    private static int Cut(string words, int room)
    {
        var (end, space, length) = (0, 0, 0);
        while (end < words.Length)
        {
            // A character as people see it, unless it is one that somebody has piled up beyond all measure.
            var size = StringInfo.GetNextTextElementLength(words, end) is var whole and <= 32 ? whole : char.IsSurrogatePair(words, end) ? 2 : 1;
            length += DiscordText.Escape(words.Substring(end, size)).Length + (end == 0 ? 0 : 1);
            if (length > room)
            {
                break;
            }

            if (words[end] == ' ')
            {
                space = end;
            }

            end += size;
        }

        return space > end / 2 ? space : Math.Max(end, 1);
    }
}
