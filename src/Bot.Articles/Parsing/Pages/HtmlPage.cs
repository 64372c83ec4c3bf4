using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Bot.Articles.Parsing.Texts;
using Bot.Language;

namespace Bot.Articles.Parsing.Pages;

/// <summary>Finds the article in an HTML page: SmartReader proposes the part of the page, the walk over it takes the text.</summary>
internal static class HtmlPage
{
    private const int FewestCharacters = 140;
    private const int MostOfHead = 4;
    private const int FarMore = 2;
    private const int ShortestTitle = 8;

    // Only resolves relative links, which are not kept; nothing is fetched.
    private static readonly Uri Nowhere = new("https://page.invalid/");

    /// <exception cref="ArticleException">The page holds no article, a wall instead of one, or exceeds the limits.</exception>
    public static ParsedDocument Read(string html, Uri? url, ReadingLimits limits, CancellationToken cancellationToken)
    {
        var page = HtmlTree.Parse(html, limits, cancellationToken);
        var (metadata, body, free) = HtmlMetadata.Of(page);
        HiddenText.Remove(page);
        var around = Words(page);
        cancellationToken.ThrowIfCancellationRequested();

        var (blocks, prose) = Article(page, url ?? metadata.Canonical, metadata.Title);
        if (body is not null && !body.Contains('<', StringComparison.Ordinal) && (Characters(blocks) < FewestCharacters || Characters(blocks) * FarMore < body.Length))
        {
            blocks = [.. PlainText.Read(body).Blocks];
        }

        HtmlWalls.Check(page.Title, string.Join('\n', blocks.Where(block => block.Kind == BlockKind.Paragraph).Select(block => block.Text)), around, free);

        // A page that holds nothing besides may be as short as it likes.
        if (Characters(blocks) is var characters && characters < FewestCharacters && characters * 2 < around.Length + 1)
        {
            throw new ArticleException(ArticleFaultKind.NoArticleInPage);
        }

        return TextOpening.Read(WithoutHead(blocks, metadata), metadata, mayHaveTitle: false) with { LeftOut = Math.Max(0, 1 - (Characters(blocks) / (double)Math.Max(1, prose))) };
    }

    /// <summary>The headline, the writer and the day are told elsewhere, and are no paragraphs.</summary>
    private static List<Block> WithoutHead(List<Block> blocks, ArticleMetadata metadata)
    {
        var title = metadata.Title;
        var text = blocks.FindIndex(block => block.Kind == BlockKind.Paragraph && block.Text.Length >= FewestCharacters);
        return
        [
            .. blocks.SkipWhile(block => block.Text == title)
                .Where((block, at) => (block.Kind == BlockKind.Paragraph || (!IsIn(title, block.Text) && !(at < text && title is not null && IsIn(block.Text, title))))
                    && !(at < Math.Max(text, MostOfHead) && (Days.OfLine(block.Text) is not null || (block.Text.Length < FewestCharacters && Bylines.Name(block.Text, named: block.Text == metadata.Author) is { } name && name == metadata.Author)))),
        ];
    }

    private static bool IsIn(string? title, string heading) =>
        title is { Length: >= ShortestTitle } && string.Concat(title.Where(char.IsLetterOrDigit)).Contains(string.Concat(heading.Where(char.IsLetterOrDigit)), StringComparison.OrdinalIgnoreCase);

    /// <returns>The blocks of the article, and how long all prose of the page is that readers did not write.</returns>
    private static (List<Block> Blocks, int Prose) Article(IHtmlDocument page, Uri? url, string? title)
    {
        if (page.Body is not { } body)
        {
            return ([], 0);
        }

        var (blocks, places) = HtmlBlocks.Of(body);
        var stated = page.QuerySelectorAll("[itemprop=articleBody]");
        var marked = (stated.Length > 0 ? stated : page.QuerySelectorAll("article")).Select(element => element.GetAttribute(HtmlBlocks.Place)).OfType<string>()
            .Select(place => places[int.Parse(place, CultureInfo.InvariantCulture)]).ToArray();
        var statesArticle = stated.Length > 0 || page.QuerySelector("meta[property='og:type'][content=article]") is not null;
        var headline = blocks.FindIndex(block => block.Kind == BlockKind.Heading && block.Text == title);
        headline = headline >= 0 ? headline : blocks.FindIndex(block => block.Holder == "h1" || block.Near[0]?.LocalName == "h1");
        var chosen = HtmlChoice.Of(blocks, places, marked, Proposed(page, url, blocks, places), headline);
        return !statesArticle && SectionFront.Is(blocks, chosen, url)
            ? throw new ArticleException(ArticleFaultKind.ListOfArticles)
            : (Headings.Decide([.. blocks.Where((_, at) => chosen[at]).Select(block => new Block(block.Text, block.Kind))]), blocks.Where(block => block.IsProse && !block.IsComment).Sum(block => block.Text.Length));
    }

    /// <summary>Which blocks SmartReader keeps at least half of. It takes the page apart.</summary>
    private static bool[] Proposed(IHtmlDocument page, Uri? url, List<PageBlock> blocks, List<(int First, int Last)> places)
    {
        foreach (var silent in page.QuerySelectorAll("script,style,noscript,template,svg,link,source").ToArray())
        {
            silent.Remove();
        }

        using var reader = new SmartReader.Reader((url ?? Nowhere).AbsoluteUri, page) { ContinueIfNotReadable = true, KeepClasses = true };
        IElement? content = null;
        reader.AddCustomOperationEnd(element => content = element);
        reader.GetArticle();
        var kept = new int[blocks.Count];
        foreach (var text in content?.Descendants<IText>() ?? [])
        {
            var letters = text.Data.AsSpan().Trim().Length;
            if (letters > 0 && text.Ancestors<IElement>().Select(element => element.GetAttribute(HtmlBlocks.Place)).FirstOrDefault(place => place is not null) is { } place)
            {
                var (first, last) = places[int.Parse(place, CultureInfo.InvariantCulture)];
                var settled = last - first <= 1 ? "" : Whitespace.Settle(text.Data);
                for (var at = first; at < Math.Max(last, first + 1) && at < blocks.Count; at++)
                {
                    if (settled.Length == 0 || (kept[at] < blocks[at].Text.Length && blocks[at].Text.Contains(settled, StringComparison.Ordinal)))
                    {
                        kept[at] += letters;
                        break;
                    }
                }
            }
        }

        return [.. blocks.Select((block, at) => block.Holder == "table" ? kept[at] > 0 : kept[at] * 2 >= block.Text.Length)];
    }

    /// <summary>Length of what reads as text; the labels of players and menus are no measure, lines of a list, a verse or a script without full stops are.</summary>
    private static int Characters(List<Block> blocks) => blocks.Where(block => block.Kind == BlockKind.Paragraph).Sum(block => block.Text.Length);

    private static string Words(IHtmlDocument page) => Whitespace.Settle(string.Join(
        ' ', page.Descendants<IText>().Where(text => text.ParentElement?.LocalName is not ("script" or "style" or "template")).Select(text => text.Data)));
}
