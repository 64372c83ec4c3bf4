using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Bot.Language;

namespace Bot.Articles.Parsing;

/// <summary>Finds the article in an HTML page: SmartReader proposes the part of the page, the walk over it takes the text.</summary>
internal static class HtmlPage
{
    private const int FewestCharacters = 140;

    // Only resolves relative links, which are not kept; nothing is fetched.
    private static readonly Uri Nowhere = new("https://page.invalid/");

    /// <exception cref="UserFacingException">The page holds no article, a wall instead of one, or exceeds the limits.</exception>
    public static ParsedDocument Read(string html, Uri? url, ReadingLimits limits, CancellationToken cancellationToken)
    {
        var page = HtmlTree.Parse(html, limits, cancellationToken);
        var (metadata, body, free) = HtmlMetadata.Of(page);
        var around = Words(page);
        var marked = Marked(page);
        cancellationToken.ThrowIfCancellationRequested();

        var plain = HtmlBlocks.Of((INode?)page.Body ?? page);
        var blocks = Best(Proposed(page, url, plain), marked, plain);
        if (Characters(blocks) < FewestCharacters && body is not null && !body.Contains('<', StringComparison.Ordinal))
        {
            blocks = [.. PlainText.Read(body).Blocks];
        }

        HtmlWalls.Check(page.Title, string.Join('\n', blocks.Where(block => block.Kind == BlockKind.Paragraph).Select(block => block.Text)), around, free);
        if (Characters(blocks) < FewestCharacters)
        {
            throw new UserFacingException("No article was found in this page. Give the address or file of the article itself, or paste its text.");
        }

        var title = metadata.Title;
        return TextOpening.Read([.. blocks.SkipWhile(block => block.Text == title).Where(block => block.Kind == BlockKind.Paragraph || block.Text != title)], metadata, mayHaveTitle: false);
    }

    /// <summary>What the page itself marks as its article, before anything is taken out of it.</summary>
    private static List<Block> Marked(IHtmlDocument page)
    {
        var root = Longest(page, "[itemprop=articleBody]") ?? Longest(page, "article");
        return root is null ? [] : HtmlBlocks.Of(root);
    }

    private static IElement? Longest(IHtmlDocument page, string selector) => page.QuerySelectorAll(selector).MaxBy(element => element.TextContent.Length);

    private static List<Block> Proposed(IHtmlDocument page, Uri? url, List<Block> plain)
    {
        using var reader = new SmartReader.Reader((url ?? Nowhere).AbsoluteUri, page) { CharThreshold = FewestCharacters, ContinueIfNotReadable = true, KeepClasses = true };
        var found = reader.GetArticle();
        if (!found.Completed || string.IsNullOrEmpty(found.Content))
        {
            return plain;
        }

        var content = new HtmlParser().ParseDocument(found.Content);
        return HtmlBlocks.Of((INode?)content.Body ?? content);
    }

    /// <summary>
    /// SmartReader's proposal, unless the page's own mark shows that it lost a good part of the article or took in what stands around it, or the page has
    /// hardly anything around its text, as old ones laid out with tables, whose paragraphs SmartReader runs together.
    /// </summary>
    private static List<Block> Best(List<Block> proposed, List<Block> marked, List<Block> plain)
    {
        var own = Characters(marked);
        var lost = Characters(proposed) * 4 < own * 3;
        var around = Length(proposed) - Length(marked);
        if (own > 0)
        {
            return lost || (around > 0 && around * 2 < own) ? marked : WithHeadings(proposed, marked);
        }

        return plain.Count > proposed.Count && Length(plain) * 20 <= Length(proposed) * 21 ? plain : proposed;
    }

    /// <summary>SmartReader takes some headings for furniture; the page's own mark still has those that stand on a paragraph of the proposal.</summary>
    private static List<Block> WithHeadings(List<Block> proposed, List<Block> marked)
    {
        var kept = proposed.Select(block => block.Text).ToHashSet(StringComparer.Ordinal);
        var first = marked.FindIndex(block => block.Kind == BlockKind.Paragraph && kept.Contains(block.Text));
        var whole = marked.Where((block, i) => kept.Contains(block.Text)
            || (i > first && block.Kind == BlockKind.Heading && i + 1 < marked.Count && marked[i + 1].Kind == BlockKind.Paragraph && kept.Contains(marked[i + 1].Text))).ToList();
        return first >= 0 && proposed.TrueForAll(block => whole.Exists(other => other.Text == block.Text)) ? whole : proposed;
    }

    private static int Length(List<Block> blocks) => blocks.Sum(block => block.Text.Length);

    /// <summary>Length of what reads as sentences; the labels of players and menus are no measure.</summary>
    private static int Characters(List<Block> blocks) =>
        blocks.Where(block => block.Kind == BlockKind.Paragraph && Punctuation.HasFinal(block.Text)).Sum(block => block.Text.Length);

    private static string Words(IHtmlDocument page) => Whitespace.Settle(string.Join(
        ' ', page.Descendants<IText>().Where(text => text.ParentElement?.LocalName is not ("script" or "style" or "template")).Select(text => text.Data)));
}
