using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Bot.Articles.Reading;

/// <summary>Walks a part of a page and gathers its paragraphs and headings; what does not belong to the text is left out.</summary>
internal sealed partial class HtmlBlocks
{
    private const int LongestBoilerplate = 160;

    // A container whose class only mentions a sidebar may hold the article itself.
    private const int MostFurnitureParagraphs = 3;

    private static readonly HashSet<string> LeftOut = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "noscript", "template", "svg", "math", "figure", "figcaption", "aside", "nav", "footer", "form", "button", "iframe", "select", "textarea", "input",
        "object", "embed", "video", "audio", "canvas", "dialog", "menu", "head", "title",
    };

    private static readonly HashSet<string> BlockElements = new(StringComparer.OrdinalIgnoreCase)
    {
        "address", "article", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "li", "main",
        "ol", "p", "pre", "section", "summary", "table", "tbody", "tr", "ul",
    };

    private readonly List<Block> _blocks = [];
    private readonly StringBuilder _run = new();
    private int _linked;
    private int _bold;
    private int _breaks;

    public static List<Block> Of(INode root)
    {
        var blocks = new HtmlBlocks();
        blocks.Walk(root, new(Linked: false, Bold: false, Heading: false));
        blocks.Flush(heading: false);
        return Headings.Decide(blocks._blocks);
    }

    private readonly record struct Style(bool Linked, bool Bold, bool Heading);

    // Recursion is safe: HtmlTree bounds the depth.
    private void Walk(INode parent, Style style)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is IText text)
            {
                Append(text.Data, style);
            }
            else if (node is IElement element && !IsLeftOut(element))
            {
                Enter(element, style);
            }
        }
    }

    private void Enter(IElement element, Style style)
    {
        var name = element.LocalName;
        if (name == "br")
        {
            // Two line breaks are the paragraph of those who never met <p>.
            if (++_breaks > 1)
            {
                Flush(style.Heading);
            }

            _run.Append('\n');
            return;
        }

        var block = BlockElements.Contains(name);
        var heading = style.Heading || name is "h1" or "h2" or "h3" or "h4" or "h5" or "h6";
        if (block)
        {
            Flush(style.Heading);
        }
        else if (name is "td" or "th")
        {
            _run.Append(' ');
        }

        Walk(element, new(style.Linked || name == "a", style.Bold || name is "b" or "strong", heading));
        if (block)
        {
            Flush(heading);
        }
    }

    private void Append(string text, Style style)
    {
        _run.Append(text);
        var letters = text.AsSpan().Trim().Length;
        _linked += style.Linked ? letters : 0;
        _bold += style.Bold ? letters : 0;
        _breaks = letters > 0 ? 0 : _breaks;
    }

    private void Flush(bool heading)
    {
        var text = Whitespace.Settle(_run.ToString());
        var (linked, bold) = (_linked, _bold);
        _run.Clear();
        (_linked, _bold, _breaks) = (0, 0, 0);
        if (text.Length == 0)
        {
            return;
        }

        if (!IsBoilerplate(text, linked))
        {
            var isBold = bold * 10 >= text.Length * 9;
            _blocks.Add(new(text, heading ? BlockKind.Heading : isBold ? BlockKind.BoldLine : BlockKind.Paragraph));
        }
    }

    private static bool IsLeftOut(IElement element) =>
        LeftOut.Contains(element.LocalName)
        || element.HasAttribute("hidden")
        || element.GetAttribute("aria-hidden") == "true"
        || element.GetAttribute("role") is "navigation" or "complementary" or "dialog" or "alert" or "banner" or "contentinfo" or "search"
        || (element.GetAttribute("style") is { } style && Invisible().IsMatch(style))
        || (element.GetAttribute("class") is { Length: > 0 } classes && Furniture().IsMatch(classes) && element.QuerySelectorAll("p").Length <= MostFurnitureParagraphs);

    /// <summary>Lines around the text: links to other articles, invitations, rights.</summary>
    private static bool IsBoilerplate(string text, int linked) =>
        text.Length <= LongestBoilerplate
        && ((linked * 10 >= text.Length * 8 && !Punctuation.HasFinal(text)) || Boilerplate().IsMatch(text));

    [GeneratedRegex(@"display\s*:\s*none|visibility\s*:\s*hidden", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Invisible();

    [GeneratedRegex(
        @"(?:^|[\s_-])(?:advert(?:isement)?|ads?|share|social|related|newsletter|promo|cookie|consent|breadcrumbs?|comments?|sidebar|sr-only|visually-hidden|screen-reader-text|caption|credits?)(?:$|[\s_-])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Furniture();

    [GeneratedRegex(
        @"^(?:advertisement|sponsored|anzeige|publicité|publicidad|skip to .*|(?:see also|related|related (?:articles|stories|topics|content)|read more|read next|more on this(?: story)?|recommended|most read|lire aussi|lesen sie auch|mehr zum thema|lea también|leggi anche|lees ook)(?:\s*:.*)?|share(?: this)?(?: article| story)?|(?:sign up|subscribe) (?:for|to) (?:our|the) .*|follow us .*|(?:click|tap) here .*|listen to this article.*|\d+ (?:min(?:ute)?s?) read|(?:©|\(c\)|copyright) .*|all rights reserved\.?|loading\W*|comments?(?: \(\d+\))?|print|e-?mail|facebook|twitter|whatsapp|copy link|image source,.*|getty images|photo: .*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Boilerplate();
}
