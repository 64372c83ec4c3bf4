using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Bot.Language;

namespace Bot.Messages;

/// <summary>A stretch of a message: other people's words between markup of ours. Where it is too long for a message it is cut inside the words, and each
/// piece gets the markup again.</summary>
/// <param name="Open">Markup before the words.</param>
/// <param name="Words">As they are; they are escaped here. Empty for a part that is all markup, which must fit into a message.</param>
/// <param name="Close">Ends what <paramref name="Open"/> began.</param>
/// <param name="Tail">Stands behind the last piece only.</param>
internal readonly record struct MessagePart(string Open, string Words = "", string Close = "", string Tail = "")
{
    private const string Mark = "**";

    public static MessagePart Quote(string words, string marker = "") => new("> ", words, "", marker);

    public static implicit operator MessagePart(string markup) => new(markup);

    /// <summary>Ranges of <see cref="Words"/> that stand out, in order.</summary>
    public ImmutableArray<Sentence> Bold { get => field.IsDefault ? [] : field; init; }

    /// <summary>The part in pieces of at most so many UTF-16 code units, as few as that takes.</summary>
    public IEnumerable<string> Pieces(int length)
    {
        if (Words.Length == 0)
        {
            yield return Open + Close + Tail;
            yield break;
        }

        var room = length - Open.Length - Close.Length - (2 * Mark.Length * Bold.Length);
        for (var start = 0; ;)
        {
            if (DiscordText.Escape(Words[start..]).Length <= room - Tail.Length)
            {
                yield return Open + Marked(start, Words.Length) + Close + Tail;
                yield break;
            }

            var cut = start + Cut(Words[start..], room - Tail.Length);
            yield return Open + Marked(start, start + Words[start..cut].TrimEnd().Length) + Close;
            start = cut + Words[cut..].Length - Words[cut..].TrimStart().Length;
        }
    }

    /// <summary>The words of a piece, escaped, with the marks around what stands out.</summary>
    private string Marked(int start, int end)
    {
        var (text, at) = (new StringBuilder(), start);
        foreach (var range in Bold)
        {
            var (from, to) = (Math.Max(range.Start, at), Math.Min(range.End, end));
            while (from < to && char.IsWhiteSpace(Words[from]))
            {
                from++;
            }

            while (from < to && char.IsWhiteSpace(Words[to - 1]))
            {
                to--;
            }

            if (from < to)
            {
                text.Append(Escaped(at, from, start)).Append(Mark).Append(Escaped(from, to, start)).Append(Mark);
                at = to;
            }
        }

        return text.Append(Escaped(at, end, start)).ToString();
    }

    private string Escaped(int from, int to, int start) => from == start ? DiscordText.Escape(Words[from..to]) : DiscordText.EscapeInline(Words[from..to]);

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
