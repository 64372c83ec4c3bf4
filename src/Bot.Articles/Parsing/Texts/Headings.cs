using Bot.Language;

namespace Bot.Articles.Parsing.Texts;

/// <summary>Tells headings from paragraphs where no markup says it, or only bold print does: a short line without final punctuation, directly above a paragraph.</summary>
internal static class Headings
{
    private const int LongestHeading = 90;
    private const int MostWords = 14;
    private const int LongestOfAll = 120;
    private const int LongestQuestion = 300;
    private const int FewestSpaces = 2;

    /// <summary>
    /// A short line with another short line below belongs to a list or a verse and stays text, so that nothing is lost; only the one that stands
    /// on a paragraph is its heading.
    /// </summary>
    public static List<Block> Tell(IReadOnlyList<Block> blocks)
    {
        var told = new List<Block>(blocks.Count);
        for (var i = 0; i < blocks.Count; i++)
        {
            var heading = LooksLikeHeading(blocks[i].Text) && i + 1 < blocks.Count && !LooksLikeHeading(blocks[i + 1].Text);
            told.Add(heading ? blocks[i] with { Kind = BlockKind.Heading } : blocks[i]);
        }

        return told;
    }

    /// <summary>
    /// The same for lines that only bold print sets apart; a question there is an interviewer's. And of what is marked as a heading: whole sentences are text,
    /// of two headings in a row none is lost, and where there is nothing else they are the text.
    /// </summary>
    public static List<Block> Decide(IReadOnlyList<Block> blocks) =>
        Joined([.. Bold(blocks).Select(block => block.Kind == BlockKind.Heading && (IsSentence(block.Text) || blocks.All(other => other.Kind == BlockKind.Heading)) ? block with { Kind = BlockKind.Paragraph } : block)]);

    private static bool IsSentence(string heading) =>
        heading.Length > LongestOfAll || (heading.AsSpan().Count(' ') >= FewestSpaces && heading.TrimEnd('"', '”', '’', '»', '“', ')') is { Length: > 0 } ended && Punctuation.IsTerminator(ended[^1]) && ended[^1] is not ('?' or '？' or '؟'));

    private static List<Block> Joined(List<Block> blocks)
    {
        var joined = new List<Block>(blocks.Count);
        for (var i = 0; i < blocks.Count; i++)
        {
            var run = i;
            while (run < blocks.Count && blocks[run].Kind == BlockKind.Heading)
            {
                run++;
            }

            if (run - i == 2 && run < blocks.Count && blocks[i].Text.Length + blocks[i + 1].Text.Length <= LongestOfAll)
            {
                joined.Add(blocks[i] with { Text = $"{blocks[i].Text} – {blocks[i + 1].Text}" });
                i++;
            }
            else if (run - i > 1)
            {
                joined.AddRange(blocks[i..(run - 1)].Select(block => block with { Kind = BlockKind.Paragraph }));
                joined.Add(blocks[run - 1]);
                i = run - 1;
            }
            else
            {
                joined.Add(blocks[i]);
            }
        }

        return joined;
    }

    private static List<Block> Bold(IReadOnlyList<Block> blocks)
    {
        var decided = new List<Block>(blocks.Count);
        for (var i = 0; i < blocks.Count; i++)
        {
            var kind = blocks[i].Kind != BlockKind.BoldLine ? blocks[i].Kind
                : (LooksLikeHeading(blocks[i].Text) || IsQuestion(blocks[i].Text)) && i + 1 < blocks.Count && blocks[i + 1].Kind == BlockKind.Paragraph ? BlockKind.Heading
                : BlockKind.Paragraph;
            decided.Add(blocks[i] with { Kind = kind });
        }

        return decided;
    }

    private static bool IsQuestion(string line) => line.Length <= LongestQuestion && line.TrimEnd('"', '”', '’', '»', '“', ')') is { Length: > 0 } ended && ended[^1] is '?' or '？' or '؟';

    public static bool LooksLikeHeading(string line)
    {
        if (line.Length is 0 or > LongestHeading || Punctuation.HasFinal(line) || line.AsSpan().Count(' ') >= MostWords)
        {
            return false;
        }

        var first = line[0];
        return char.IsUpper(first) || char.IsDigit(first) || char.GetUnicodeCategory(first) == System.Globalization.UnicodeCategory.OtherLetter || first is '“' or '"' or '‘' or '¿' or '„' or '«';
    }
}
