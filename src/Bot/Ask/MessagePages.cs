namespace Bot.Ask;

/// <summary>Puts blocks of text into as few messages as Discord's length allows, in order, without tearing a block that fits into one.</summary>
internal static class MessagePages
{
    /// <summary>Discord takes 2,000 characters; whether it counts an emoji as one or two is not documented, so some are kept in hand.</summary>
    public const int Length = 1850;

    // An article may hold a sentence as long as a book or a thousand quotes; nobody's channel is to be flooded with them.
    private const int MostPages = 4;

    private const string Cut = "-# There is more than fits here. Ask for less at once, for example one speaker or one topic.";

    public static IReadOnlyList<string> Of(IEnumerable<string> blocks)
    {
        var pages = new List<string>();
        var page = "";
        foreach (var piece in blocks.SelectMany(Pieces))
        {
            if (page.Length > 0 && page.Length + 1 + piece.Length > Length)
            {
                pages.Add(page);
                page = "";
                if (pages.Count == MostPages)
                {
                    pages[^1] = $"{pages[^1]}\n{Cut}";
                    return pages;
                }
            }

            page = page.Length == 0 ? piece : $"{page}\n{piece}";
        }

        if (page.Length > 0)
        {
            pages.Add(page);
        }

        return pages;
    }

    // A block longer than a message is cut between words; without a blank, before a character rather than inside one, and never behind a lone backslash.
    private static IEnumerable<string> Pieces(string block)
    {
        while (block.Length > Length)
        {
            var cut = block.LastIndexOf(' ', Length - 1, Length / 2);
            if (cut < 0)
            {
                cut = Length - 1;
                while (char.IsLowSurrogate(block[cut]) || block[cut - 1] == '\\')
                {
                    cut--;
                }
            }

            yield return block[..cut].TrimEnd();
            block = block[cut..].TrimStart();
        }

        yield return block;
    }
}
