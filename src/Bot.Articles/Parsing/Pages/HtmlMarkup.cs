using System.Buffers;
using System.Runtime.InteropServices;

namespace Bot.Articles.Parsing.Pages;

/// <summary>A look over HTML source before it is parsed: building a tree from hostile nesting takes quadratic time and memory, counting tags does not.</summary>
internal static class HtmlMarkup
{
    // An element has two tags; a page of stray “<” costs the parser as much as one of elements.
    private const int MarksPerElement = 3;

    private static readonly SearchValues<char> NameEnd = SearchValues.Create(" \t\r\n\f/>");

    // End tags that HTML lets authors leave out, and elements that have none: open ones say nothing about depth.
    private static readonly HashSet<string> NotNesting = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "li", "dt", "dd", "tr", "td", "th", "tbody", "thead", "tfoot", "colgroup", "option", "optgroup", "html", "head", "body", "caption", "rp", "rt",
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "!doctype", "frame", "keygen", "image",
        "path", "rect", "circle", "line", "polygon", "polyline", "ellipse", "use", "stop", "g",
    };

    private static readonly HashSet<string> RawText = new(StringComparer.OrdinalIgnoreCase) { "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes" };

    /// <exception cref="ArticleException">More elements, nesting or attributes than the limits allow.</exception>
    public static void Check(string html, ReadingLimits limits)
    {
        var open = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var names = open.GetAlternateLookup<ReadOnlySpan<char>>();
        var quiet = NotNesting.GetAlternateLookup<ReadOnlySpan<char>>();
        var raw = RawText.GetAlternateLookup<ReadOnlySpan<char>>();
        int marks = 0, elements = 0, depth = 0;
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = NextTag(html, at))
        {
            if (++marks > MarksPerElement * limits.MaxElements)
            {
                throw TooComplex();
            }

            var rest = html.AsSpan(at + 1);
            if (rest.StartsWith("!--", StringComparison.Ordinal))
            {
                var close = html.IndexOf("-->", at + 4, StringComparison.Ordinal);
                at = close < 0 ? html.Length : close;
                continue;
            }

            var closing = rest[0] == '/';
            var name = closing ? rest[1..] : rest;
            if (name.IsEmpty || !char.IsAsciiLetter(name[0]))
            {
                continue;
            }

            var length = name.IndexOfAny(NameEnd);
            name = name[..Math.Min(length < 0 ? name.Length : length, 40)];
            if (closing)
            {
                depth -= names.TryGetValue(name, out var count) && count > 0 ? 1 : 0;
                if (count > 0)
                {
                    names[name] = count - 1;
                }

                continue;
            }

            var end = EndOfTag(html, at, limits.MaxAttributes);
            if (++elements > limits.MaxElements)
            {
                throw TooComplex();
            }

            if (raw.Contains(name))
            {
                at = SkipRawText(html, end, name);
            }
            else if (!quiet.Contains(name))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(names, name, out _)++;
                if (++depth > limits.MaxDepth)
                {
                    throw TooComplex();
                }

                at = end;
            }
            else
            {
                at = end;
            }
        }
    }

    internal static ArticleException TooComplex() => new(ArticleFaultKind.TooComplex);

    private static int NextTag(string html, int at) => at + 1 >= html.Length ? -1 : html.IndexOf('<', at + 1);

    /// <summary>Position of the “&gt;” that ends the tag, quoted attribute values passed over; attributes are counted by their equals signs and spaces.</summary>
    private static int EndOfTag(string html, int at, int maxAttributes)
    {
        var attributes = 0;
        var between = false;
        var last = '<';
        for (var i = at + 1; i < html.Length; i++)
        {
            var c = html[i];
            if (c == '>')
            {
                return i;
            }

            // A quotation mark opens a value only behind the equals sign; elsewhere it is part of a sloppy name.
            if (c is '"' or '\'' && last == '=')
            {
                var close = html.IndexOf(c, i + 1);
                if (close < 0)
                {
                    return html.Length - 1;
                }

                i = close;
            }

            var space = char.IsWhiteSpace(c) || c == '/';
            if (between && !space && ++attributes > maxAttributes)
            {
                throw TooComplex();
            }

            between = space;
            last = space ? last : c;
        }

        return html.Length - 1;
    }

    private static int SkipRawText(string html, int end, ReadOnlySpan<char> name)
    {
        for (var at = end; at >= 0 && at < html.Length; at++)
        {
            var close = html.IndexOf("</", at, StringComparison.Ordinal);
            if (close < 0)
            {
                return html.Length;
            }

            if (html.AsSpan(close + 2).StartsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                return close;
            }

            at = close + 1;
        }

        return html.Length;
    }
}
