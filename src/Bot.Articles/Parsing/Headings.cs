using Bot.Language;

namespace Bot.Articles.Parsing;

/// <summary>Tells headings from paragraphs where no markup says it, or only bold print does: a short line without final punctuation, directly above a paragraph.</summary>
internal static class Headings
{
    private const int LongestHeading = 90;
    private const int MostWords = 14;

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

    /// <summary>The same for lines that only bold print sets apart.</summary>
    public static List<Block> Decide(IReadOnlyList<Block> blocks)
    {
        var decided = new List<Block>(blocks.Count);
        for (var i = 0; i < blocks.Count; i++)
        {
            var kind = blocks[i].Kind != BlockKind.BoldLine ? blocks[i].Kind
                : LooksLikeHeading(blocks[i].Text) && i + 1 < blocks.Count && blocks[i + 1].Kind == BlockKind.Paragraph ? BlockKind.Heading
                : BlockKind.Paragraph;
            decided.Add(blocks[i] with { Kind = kind });
        }

        return decided;
    }

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
