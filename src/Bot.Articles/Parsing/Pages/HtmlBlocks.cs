using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using Bot.Articles.Parsing.Texts;
using Bot.Language;

namespace Bot.Articles.Parsing.Pages;

/// <summary>Walks a page and gathers its blocks: the text of a block is what its element shows, letter for letter; only whole blocks are ever left out.</summary>
/// <remarks>Not shown, and so not read, are marks of footnotes and words struck out by an editor.</remarks>
internal sealed class HtmlBlocks
{
    /// <summary>Names the elements by their place in the walk, so that they are known again in a copy.</summary>
    public const string Place = "data-reading-place";

    private static readonly HashSet<string> Unread = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "noscript", "template", "svg", "iframe", "select", "textarea", "input", "object", "embed", "video", "audio", "canvas", "head", "title", "map",
        "annotation", "annotation-xml", "del", "s", "strike", "rp", "rt",
    };

    private static readonly HashSet<string> BlockElements = new(StringComparer.OrdinalIgnoreCase)
    {
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figure", "figcaption", "footer", "form", "h1", "h2", "h3", "h4",
        "h5", "h6", "header", "hgroup", "hr", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "thead", "tfoot", "caption", "tr", "ul", "dialog",
    };

    private readonly List<PageBlock> _blocks = [];
    private readonly List<(int First, int Last)> _places = [];
    private readonly StringBuilder _run = new();
    private int _linked;
    private int _bold;
    private int _aside;
    private int _breaks;
    private bool _endsLinked;
    private string? _link;

    private readonly record struct Style(IElement Holder, bool Linked, bool Bold, bool Heading, bool Aside, bool Comment, Surroundings Around);

    /// <returns>All blocks of the page in reading order, and for each element, by its place, from which block to which it reaches.</returns>
    public static (List<PageBlock> Blocks, List<(int First, int Last)> Places) Of(IElement root)
    {
        var blocks = new HtmlBlocks();
        var style = new Style(root, Linked: false, Bold: false, Heading: false, Aside: false, Comment: false, Surroundings.Text);
        blocks.Enter(root, style);
        blocks.Flush(style);
        return (blocks._blocks, blocks._places);
    }

    // Recursion is safe: HtmlTree bounds the depth.
    private void Walk(INode parent, Style style)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is IText text)
            {
                Append(text.Data, style);
            }
            else if (node is IElement element)
            {
                if (HtmlFormula.Stated(element) is { } formula)
                {
                    Append(formula, style);
                }
                else if (!Unread.Contains(element.LocalName) && !HtmlFormula.IsSpokenTwin(element) && (!IsForReadersAloud(element) || HtmlFormula.IsPictured(element)))
                {
                    Enter(element, style);
                }
            }
        }
    }

    private void Enter(IElement element, Style style)
    {
        element.SetAttribute(Place, _places.Count.ToString(CultureInfo.InvariantCulture));
        var place = _places.Count;
        _places.Add((_blocks.Count, _blocks.Count));
        switch (element.LocalName)
        {
            case "br":
                // Two line breaks are the paragraph of those who never met <p>; a question in bold print ends with its line.
                if (++_breaks > 1 || IsBoldQuestion())
                {
                    Flush(style);
                }

                _run.Append('\n');
                break;
            case "a" or "sup" when IsNoteMark(element):
                break;
            case "q":
                Quote(element, style);
                break;
            case "table" when HtmlTable.Rows(element) is { } rows:
                Flush(style);
                foreach (var row in rows)
                {
                    _run.Append(row);
                    Flush(style with { Holder = element, Around = HtmlFurniture.Around(element, style.Around) });
                }

                break;
            default:
                EnterOther(element, style);
                break;
        }

        // What is not yet a block will be the next one.
        _places[place] = (_places[place].First, _blocks.Count + (_run.Length > 0 ? 1 : 0));
    }

    private void EnterOther(IElement element, Style style)
    {
        var name = element.LocalName;
        var cell = name is "td" or "th";
        var signs = SignsQuote(element);
        var block = BlockElements.Contains(name) || cell || signs || element.Children.Any(child => child.LocalName is "p" or "div" or "h2" or "h3" or "ul");
        var inner = style with
        {
            Linked = style.Linked || name == "a",
            Bold = style.Bold || name is "b" or "strong",
            Heading = style.Heading || name is "h1" or "h2" or "h3" or "h4" or "h5" or "h6",
        };
        if (name == "a" && element.GetAttribute("href") is { } address)
        {
            _link = address;
        }

        if (!block)
        {
            Walk(element, inner with { Aside = style.Aside || name == "button" || HtmlFurniture.IsNamed(element) });
            return;
        }

        Flush(style);
        inner = inner with { Holder = element, Comment = style.Comment || (HtmlFurniture.IsOfReaders(element) && element.QuerySelector("h1") is null), Around = HtmlFurniture.Around(element, style.Around) };
        if (signs)
        {
            inner = inner with { Around = style.Around == Surroundings.Medium ? Surroundings.Text : style.Around };
            _run.Append(element.TextContent.AsSpan().TrimStart() is ['—' or '–' or '―' or '-', ..] ? "" : "— ");
        }

        Walk(element, inner);
        Flush(inner);
    }

    private bool IsBoldQuestion() => _bold > 0 && _run.ToString().AsSpan().Trim() is [.., '?'] line && _bold * 10 >= line.Length * 9;

    /// <summary>Says whose the words of a block quotation are: its footer, or what stands below it in a figure.</summary>
    private static bool SignsQuote(IElement element) => element.LocalName switch
    {
        "footer" => element.ParentElement?.LocalName == "blockquote",
        "cite" => element.ParentElement is { LocalName: "blockquote" } quote && !quote.Children.Any(child => BlockElements.Contains(child.LocalName)),
        "figcaption" => element.ParentElement?.Children.Any(child => child.LocalName == "blockquote") == true,
        _ => false,
    };

    private void Quote(IElement element, Style style)
    {
        var text = element.TextContent.AsSpan().Trim();
        var marked = text.Length > 0 && (Punctuation.IsOpener(text[0]) || Punctuation.IsCloser(text[0])) && text[0] is not ('(' or '[');
        _run.Append(marked ? "" : "“");
        Walk(element, style);
        _run.Append(marked ? "" : "”");
    }

    private void Append(string text, Style style)
    {
        _run.Append(text);
        var letters = text.AsSpan().Trim().Length;
        _linked += style.Linked ? letters : 0;
        _bold += style.Bold ? letters : 0;
        _aside += style.Aside ? letters : 0;
        _breaks = letters > 0 ? 0 : _breaks;
        _endsLinked = letters > 0 ? style.Linked : _endsLinked;
    }

    private void Flush(Style style)
    {
        var text = Whitespace.Settle(_run.ToString());
        var (linked, bold, aside) = (_linked, _bold, _aside);
        _run.Clear();
        (_linked, _bold, _aside, _breaks) = (0, 0, 0, 0);
        if (text.Length == 0 || text == "—")
        {
            return;
        }

        var around = style.Around == Surroundings.Furniture || (aside > 0 && aside * 10 >= text.Length * 8) || HtmlFurniture.IsLine(text, linked, _endsLinked)
            ? Surroundings.Furniture : style.Around;
        var kind = style.Heading ? BlockKind.Heading : bold * 10 >= text.Length * 9 ? BlockKind.BoldLine : BlockKind.Paragraph;
        _blocks.Add(new(text, kind, style.Holder.LocalName, Near(style.Holder), Quotation(style.Holder) is not null, style.Comment, linked, linked > 0 ? _link : null, around));
    }

    private static IElement?[] Near(IElement holder)
    {
        var quoted = Quotation(holder) ?? holder;
        return [quoted.ParentElement, quoted.ParentElement?.ParentElement];
    }

    private static IElement? Quotation(IElement? holder)
    {
        while (holder is not null && holder.LocalName != "blockquote")
        {
            holder = holder.ParentElement;
        }

        return holder;
    }

    /// <summary>The number that leads to a footnote; it would stick to the word before it.</summary>
    private static bool IsNoteMark(IElement element) =>
        element.TextContent is { Length: <= 8 } text && text.Trim().Trim('[', ']', '(', ')') is { Length: > 0 } mark && mark.All(c => char.IsAsciiDigit(c) || c == '*')
        && ((element.LocalName == "a" ? element : element.QuerySelector("a"))?.GetAttribute("href")?.StartsWith('#') ?? false);

    /// <summary>Spoken by screen readers and not shown, by the names that every style sheet has for it.</summary>
    private static bool IsForReadersAloud(IElement element) =>
        element.ClassName is { Length: > 0 } names && Array.Exists(["sr-only", "visually-hidden", "screen-reader-text"], aloud => names.Contains(aloud, StringComparison.Ordinal) && element.ClassList.Contains(aloud));
}
