using Bot.Language;

namespace Bot.Articles.Parsing.Texts;

/// <summary>Finds the blocks of a text without markup: paragraphs between blank lines or line by line, hard-wrapped lines joined, short lines as headings.</summary>
internal static class PlainText
{
    private const int LongestWrappedLine = 100;
    private const int ShortestWrappedLine = 40;

    /// <exception cref="ArticleException">It is a program.</exception>
    public static ParsedDocument Read(string text)
    {
        var (sent, envelope) = Envelope.Open(text);
        var (body, matter) = FrontMatter.Take(sent);
        if (ProgramText.Is(body))
        {
            throw new ArticleException(ArticleFaultKind.Program);
        }

        var lines = body.ReplaceLineEndings("\n").Replace('\f', '\n').Split('\n');
        var blocks = Group(lines, IsWrapped(lines), new(body));
        var known = envelope.Or(matter);
        var opening = TextOpening.Read([.. blocks.Select(block => new Block(block, BlockKind.Paragraph))], known, mayHaveTitle: known.Title is null);
        return opening with { Blocks = Headings.Tell(opening.Blocks) };
    }

    /// <summary>A list of paragraphs; which of them are headings is decided by <see cref="Headings"/>.</summary>
    private static List<string> Group(string[] lines, bool wrapped, WordBreaks breaks)
    {
        var blocks = new List<string>();
        var block = new List<string>();
        foreach (var line in lines)
        {
            var settled = Whitespace.Settle(line);
            var indented = wrapped && block.Count > 0 && line.Length > 0 && line[0] is ' ' or '\t';
            if (settled.Length == 0 || !wrapped || indented || IsListItem(settled))
            {
                Flush(block, blocks, breaks);
            }

            if (settled.Length > 0)
            {
                block.Add(settled);
            }
        }

        Flush(block, blocks, breaks);
        return blocks;
    }

    private static void Flush(List<string> block, List<string> blocks, WordBreaks breaks)
    {
        if (block.Count > 0)
        {
            blocks.Add(breaks.Join(block));
            block.Clear();
        }
    }

    /// <summary>Whether lines were broken to a width: most that another line follows directly are about as long as a page is wide, and many stop mid-sentence.</summary>
    private static bool IsWrapped(string[] lines)
    {
        int followed = 0, wide = 0, broken = 0;
        for (var i = 0; i + 1 < lines.Length; i++)
        {
            var line = lines[i].AsSpan().Trim();
            if (line.IsEmpty || lines[i + 1].AsSpan().Trim().IsEmpty)
            {
                continue;
            }

            followed++;
            if (line.Length > 1 && line[^1] == '-' && char.IsLetter(line[^2]))
            {
                // Nothing but the width divides a word.
                (wide, broken) = (wide + 1, broken + 1);
                continue;
            }

            wide += line.Length is >= ShortestWrappedLine and <= LongestWrappedLine ? 1 : 0;
            broken += line[^1] == ',' || !Punctuation.HasFinal(line) ? 1 : 0;
        }

        return wide * 2 > followed && broken * 2 > followed;
    }

    private static bool IsListItem(string line) =>
        line.Length > 2 && (line[0] is '•' or '▪' or '‣' or '*' or '-' or '–') && line[1] == ' ';
}
