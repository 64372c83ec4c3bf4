namespace Bot.Messages;

/// <summary>Puts parts into as few messages as Discord's length allows, in order; what belongs together stays in one message where it fits into one.</summary>
internal static class MessagePages
{
    /// <summary>Discord takes 2,000 characters; whether it counts an emoji as one or two is not documented, so some are kept in hand.</summary>
    public const int Length = 1850;

    /// <summary>An article may hold a sentence as long as a book; nobody's channel is to be flooded with it.</summary>
    public const int MostAtOnce = 4;

    /// <param name="groups">Parts that belong together, such as a quote and where it stands.</param>
    public static IReadOnlyList<string> Of(IEnumerable<IReadOnlyList<MessagePart>> groups)
    {
        var pages = new List<string>();
        var page = "";
        foreach (var group in groups)
        {
            var pieces = group.SelectMany(part => part.Pieces(Length)).ToList();
            if (page.Length > 0 && page.Length + pieces.Sum(piece => piece.Length + 1) > Length)
            {
                Turn();
            }

            foreach (var piece in pieces)
            {
                if (page.Length > 0 && page.Length + 1 + piece.Length > Length)
                {
                    Turn();
                }

                page = page.Length == 0 ? piece : $"{page}\n{piece}";
            }
        }

        if (page.Length > 0)
        {
            Turn();
        }

        return pages;

        void Turn()
        {
            pages.Add(page);
            page = "";
        }
    }

    /// <summary>The first few pages, the last of which says that there would be more.</summary>
    /// <param name="more">That sentence, which fits into what the pages keep in hand.</param>
    public static IReadOnlyList<string> First(IReadOnlyList<string> pages, string more) =>
        pages.Count <= MostAtOnce ? pages : [.. pages.Take(MostAtOnce - 1), $"{pages[MostAtOnce - 1]}\n-# {more}"];
}
