namespace Bot.Ask;

/// <summary>Puts blocks of text into as few messages as Discord's length allows, in order, without tearing a block that fits into one.</summary>
internal static class MessagePages
{
    /// <summary>Discord takes 2,000 characters; whether it counts an emoji as one or two is not documented, so some are kept in hand.</summary>
    public const int Length = 1900;

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
