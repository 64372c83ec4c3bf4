namespace Bot.Articles.Parsing.Pages;

/// <summary>A page of teasers: headlines that lead to articles of the same site, with hardly more than a sentence under each, and no text of its own.</summary>
internal static class SectionFront
{
    private const int FewestTeasers = 5;
    private const int ShortestHeadline = 15;
    private const int LongestTeaser = 320;
    private const double Share = 0.8;

    public static bool Is(List<PageBlock> blocks, bool[] chosen, Uri? url)
    {
        int teasers = 0, teased = 0, length = 0;
        var cards = new HashSet<AngleSharp.Dom.IElement?>();
        var of = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at < blocks.Count; at++)
        {
            length += chosen[at] && blocks[at].Kind != BlockKind.Heading ? blocks[at].Text.Length : 0;
            if (IsHeadline(blocks[at], url))
            {
                var below = at + 1;
                while (below < blocks.Count && below <= at + 3 && blocks[below].Kind != BlockKind.Heading && !IsHeadline(blocks[below], url) && blocks[below].Text.Length <= LongestTeaser)
                {
                    below++;
                }

                var ended = below == blocks.Count || blocks[below].Kind == BlockKind.Heading || IsHeadline(blocks[below], url);
                var isTeaser = ended && below > at + 1 && (blocks[at].Kind == BlockKind.Heading || cards.Add(blocks[at + 1].Near[0])) && of.Add(blocks[at].Link!);
                teasers += isTeaser ? 1 : 0;
                teased += isTeaser ? Enumerable.Range(at + 1, below - at - 1).Where(under => chosen[under]).Sum(under => blocks[under].Text.Length) : 0;
            }
        }

        return teasers >= FewestTeasers && teased >= Share * length;
    }

    private static bool IsHeadline(PageBlock block, Uri? url) =>
        block.Text.Length >= ShortestHeadline && block.Linked * 10 >= block.Text.Length * 8 && block.Link is { Length: > 1 } link && link[0] != '#'
        && (!Uri.TryCreate(link, UriKind.Absolute, out var absolute) || absolute.Scheme is "file" || url is null || absolute.Host == url.Host);
}
