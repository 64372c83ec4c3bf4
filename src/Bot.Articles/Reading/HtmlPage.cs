using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Bot.Articles.Reading;

/// <summary>Finds the article in an HTML page: SmartReader proposes the part of the page, the walk over it takes the text.</summary>
internal static class HtmlPage
{
    private const int FewestCharacters = 140;

    // Only resolves relative links, which are not kept; nothing is fetched.
    private static readonly Uri Nowhere = new("https://page.invalid/");

    /// <exception cref="UserFacingException">The page holds no article, a wall instead of one, or exceeds the limits.</exception>
    public static Draft Read(string html, Uri? url, ReadingLimits limits, CancellationToken cancellationToken)
    {
        var page = HtmlTree.Parse(html, limits, cancellationToken);
        var (metadata, body, free) = HtmlMetadata.Of(page);
        var around = Words(page);
        var marked = Marked(page);
        cancellationToken.ThrowIfCancellationRequested();

        var blocks = Best(Proposed(page, url), marked);
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

    private static List<Block> Proposed(IHtmlDocument page, Uri? url)
    {
        var plain = HtmlBlocks.Of((INode?)page.Body ?? page);
        using var reader = new SmartReader.Reader((url ?? Nowhere).AbsoluteUri, page) { CharThreshold = FewestCharacters, ContinueIfNotReadable = true };
        var found = reader.GetArticle();
        if (!found.Completed || string.IsNullOrEmpty(found.Content))
        {
            return plain;
        }

        var content = new HtmlParser().ParseDocument(found.Content);
        return HtmlBlocks.Of((INode?)content.Body ?? content);
    }

    /// <summary>SmartReader's proposal, unless the page's own mark shows that it lost a good part of the article or took in what stands around it.</summary>
    private static List<Block> Best(List<Block> proposed, List<Block> marked)
    {
        var own = Characters(marked);
        var lost = Characters(proposed) * 4 < own * 3;
        var around = proposed.Sum(block => block.Text.Length) - marked.Sum(block => block.Text.Length);
        return own > 0 && (lost || (around > 0 && around * 2 < own)) ? marked : proposed;
    }

    /// <summary>Length of what reads as sentences; the labels of players and menus are no measure.</summary>
    private static int Characters(List<Block> blocks) =>
        blocks.Where(block => block.Kind == BlockKind.Paragraph && Punctuation.HasFinal(block.Text)).Sum(block => block.Text.Length);

    private static string Words(IHtmlDocument page) => Whitespace.Settle(string.Join(
        ' ', page.Descendants<IText>().Where(text => text.ParentElement?.LocalName is not ("script" or "style" or "template")).Select(text => text.Data)));
}
