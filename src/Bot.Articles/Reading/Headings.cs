namespace Bot.Articles.Reading;

/// <summary>Tells headings from paragraphs where no markup says it: a short line without final punctuation, directly above a paragraph.</summary>
internal static class Headings
{
    private const int LongestHeading = 90;
    private const int MostWords = 14;

    /// <summary>
    /// A short line with another short line below belongs to a list or a verse and stays text, so that nothing is lost; only the one that stands
    /// on a paragraph is its heading.
    /// </summary>
    public static List<Block> Tell(IReadOnlyList<string> blocks)
    {
        var told = new List<Block>(blocks.Count);
        for (var i = 0; i < blocks.Count; i++)
        {
            var heading = LooksLikeHeading(blocks[i]) && i + 1 < blocks.Count && !LooksLikeHeading(blocks[i + 1]);
            told.Add(new(blocks[i], heading ? BlockKind.Heading : BlockKind.Paragraph));
        }

        return told;
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
