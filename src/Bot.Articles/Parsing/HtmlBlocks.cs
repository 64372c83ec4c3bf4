using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Bot.Language;

namespace Bot.Articles.Parsing;

/// <summary>Walks a part of a page and gathers its paragraphs and headings; what does not belong to the text is left out.</summary>
internal sealed partial class HtmlBlocks
{
    private const int LongestBoilerplate = 160;

    // A container whose class only mentions a sidebar may hold the article itself.
    private const int MostFurnitureParagraphs = 3;
    private const int MostFurnitureCharacters = 1_500;
    private const int LongestLabel = 30;

    // A cell this long is no entry of a table but a column of a page laid out as one.
    private const int LongestCell = 200;

    private static readonly HashSet<string> LeftOut = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "noscript", "template", "svg", "math", "figure", "figcaption", "aside", "nav", "footer", "form", "button", "iframe", "select", "textarea", "input",
        "object", "embed", "video", "audio", "canvas", "dialog", "menu", "head", "title", "amp-ad", "amp-consent", "amp-embed", "amp-list", "amp-sidebar", "amp-social-share",
    };

    private static readonly HashSet<string> BlockElements = new(StringComparer.OrdinalIgnoreCase)
    {
        "address", "article", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "li", "main",
        "ol", "p", "pre", "section", "summary", "table", "tbody", "tr", "ul",
    };

    private static readonly string[] Names = ["class", "id", "data-component", "data-testid", "data-qa", "data-area", "data-gu-name"];

    private readonly List<Block> _blocks = [];
    private readonly StringBuilder _run = new();
    private int _linked;
    private int _bold;
    private int _breaks;
    private bool _endsLinked;

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

        if (name is "a" or "sup" && IsNoteMark(element))
        {
            return;
        }

        var cell = name is "td" or "th";
        var block = BlockElements.Contains(name) || (cell && element.TextContent.Length > LongestCell);
        var heading = style.Heading || name is "h1" or "h2" or "h3" or "h4" or "h5" or "h6";
        if (block)
        {
            Flush(style.Heading);
        }
        else if (cell)
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
        _endsLinked = letters > 0 ? style.Linked : _endsLinked;
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

        if (!IsBoilerplate(text, linked) && !(_endsLinked && IsLabelledLink(text, linked)))
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
        || IsFurniture(element);

    /// <summary>What its own name says is no part of the text, unless it holds too much to be what it says.</summary>
    private static bool IsFurniture(IElement element) =>
        Array.Exists(Names, name => element.GetAttribute(name) is { Length: > 0 } value && Furniture().IsMatch(value))
        && element.TextContent.Length <= MostFurnitureCharacters
        && element.QuerySelectorAll("p").Length <= MostFurnitureParagraphs;

    /// <summary>The number that leads to a footnote; it would stick to the word before it.</summary>
    private static bool IsNoteMark(IElement element) =>
        element.TextContent is { Length: <= 8 } text && text.Trim().Trim('[', ']', '(', ')') is { Length: > 0 } mark && mark.All(c => char.IsAsciiDigit(c) || c == '*')
        && ((element.LocalName == "a" ? element : element.QuerySelector("a"))?.GetAttribute("href")?.StartsWith('#') ?? false);

    /// <summary>“See also: another article”, where the label is text and the rest a link.</summary>
    private static bool IsLabelledLink(string text, int linked) =>
        text.Length <= LongestBoilerplate && linked > 0 && !Punctuation.HasFinal(text)
        && text[..Math.Max(0, text.Length - linked)].TrimEnd() is { Length: > 1 and <= LongestLabel } label && label[^1] is ':' or '|' or '»' or '>';

    /// <summary>Lines around the text: links to other articles, invitations, rights.</summary>
    private static bool IsBoilerplate(string text, int linked) =>
        text.Length <= LongestBoilerplate
        && ((linked * 10 >= text.Length * 8 && !Punctuation.HasFinal(text)) || Boilerplate().IsMatch(text));

    [GeneratedRegex(@"display\s*:\s*none|visibility\s*:\s*hidden", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Invisible();

    [GeneratedRegex(
        @"(?:^|[\s_-])(?:advert(?:isement)?|ads?|share|social|related|newsletter|promo|cookie|consent|breadcrumbs?|comments?|sidebar|sr-only|visually-hidden|screen-reader-text|caption|credits?|byline|meta|submeta|timestamp|author|tags|topics?|reactions|media-block|links-block|video|player|most-(?:read|viewed|popular)|recirculation|outbrain|taboola|paywall|gate|subscription-widget|subscribe|signup|sign-up|donate|toolbar|print)(?:$|[\s_-])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Furniture();

    [GeneratedRegex(
        @"^(?:advertisement|(?:story|article) continues (?:below|after).*|sponsored(?: content)?|ad loading|this video can ?not be played|anzeige|publicité|publicidad|skip to .*|(?:see also|related|related (?:articles|stories|topics|content)|read more|read next|read also|also read|more on this(?: story)?|recommended|most read|lire aussi|lesen sie auch|mehr zum thema|lea también|leggi anche|lees ook)(?:\s*:.*)?|share(?: this)?(?: article| story)?|(?:sign up|subscribe) (?:for|to) (?:our|the) .*|follow us .*|(?:click|tap) here .*|listen to this article.*|\d+ (?:min(?:ute)?s?) read|(?:©|\(c\)|copyright) .*|all rights reserved\.?|loading\W*|comments?(?: \(\d+\))?|print|e-?mail|facebook|twitter|whatsapp|copy link|image source,.*|getty images|photo: .*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Boilerplate();
}
