using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Bot.Articles.Parsing.Pages;

/// <summary>Parses HTML within limits of size, depth and time, so that everything after may walk the tree freely.</summary>
internal static class HtmlTree
{
    private static readonly TimeSpan LongestParse = TimeSpan.FromSeconds(10);

    /// <exception cref="ArticleException">The page exceeds the limits.</exception>
    public static IHtmlDocument Parse(string html, ReadingLimits limits, CancellationToken cancellationToken)
    {
        HtmlMarkup.Check(html, limits);
        var started = TimeProvider.System.GetTimestamp();
        var parser = new HtmlParser(new HtmlParserOptions
        {
            OnCreated = (_, _) =>
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (TimeProvider.System.GetElapsedTime(started) > LongestParse)
                {
                    throw HtmlMarkup.TooComplex();
                }
            },
        });
        var document = parser.ParseDocument(html);
        Unfold(document, limits);
        CheckShape(document, limits);
        return document;
    }

    /// <summary>Some pages carry their text as a template, which a script puts in its place.</summary>
    private static void Unfold(IHtmlDocument document, ReadingLimits limits)
    {
        foreach (var template in document.QuerySelectorAll("body script[type='text/template']").Where(IsText).ToArray())
        {
            HtmlMarkup.Check(template.TextContent, limits);
            var text = document.CreateElement("div");
            text.InnerHtml = template.TextContent;
            template.Replace(text);
        }
    }

    /// <summary>Whether it stands beside the same for those who have no scripts, and nothing else does.</summary>
    private static bool IsText(IElement template) =>
        template.ParentElement!.Children is var all && all.Any(child => child.LocalName == "noscript") && all.All(child => child.LocalName is "script" or "noscript");

    /// <summary>The parser copies formatting elements that were left open, so the tree can be larger than its source.</summary>
    private static void CheckShape(IHtmlDocument document, ReadingLimits limits)
    {
        var elements = 0;
        var depth = 0;
        var characters = 0L;
        INode? node = document.DocumentElement;
        while (node is not null)
        {
            characters += node is IText text && text.ParentElement?.LocalName is not ("script" or "style") ? text.Data.Length : 0;
            if (characters > 2L * limits.MaxCharacters || (node is IElement && (++elements > 2 * limits.MaxElements || depth > limits.MaxDepth)))
            {
                throw HtmlMarkup.TooComplex();
            }

            if (node.FirstChild is { } child)
            {
                node = child;
                depth++;
                continue;
            }

            while (node is not null && node.NextSibling is null)
            {
                node = node.Parent;
                depth--;
            }

            node = node?.NextSibling;
        }
    }
}
