using AngleSharp.Css.Parser;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Bot.Articles.Parsing.Texts;
using Bot.Language;
using ISelector = AngleSharp.Css.Dom.ISelector;

namespace Bot.Articles.Parsing.Pages;

/// <summary>The stretch of a page around its headline, where a day and a name are those of the article.</summary>
internal sealed class ArticleHead
{
    private static readonly ISelector Dated = new CssSelectorParser().ParseSelector(
        "[class*=date],[class*=Date],[class*=datum],[class*=fecha],[class*=time],[class*=Time],[class*=publish],[class*=posted],[class*=meta],[class*=info],[class*=byline],[id*=date],abbr[title]")!;

    // Letters between the headline and what belongs to it.
    private const int Before = 300;
    private const int After = 1_200;
    private const int LongestLine = 200;

    private readonly IHtmlDocument _page;
    private readonly IElement? _headline;
    private readonly ISelector _teasers;
    private readonly List<(IElement Element, int At, int Letters, bool IsWithin)> _own = [];
    private readonly HashSet<INode> _around;
    private int _letters;
    private int _start;
    private readonly int _end;

    /// <param name="teasers">Selects what belongs to other articles.</param>
    public ArticleHead(IHtmlDocument page, IElement? headline, ISelector teasers)
    {
        (_page, _headline, _teasers) = (page, headline, teasers);
        _around = [.. headline?.Ancestors() ?? []];
        if (page.Body is { } body)
        {
            Walk(body, isOfAnother: false, isWithin: false);
        }

        _end = _start + (headline?.TextContent.Trim().Length ?? 0);
        Near = [.. _own.Where(own => own.Letters <= LongestLine && (_headline is null || (own.At >= _start - Before && own.At <= _end + After) || (own.IsWithin && own.At > _start))).Select(own => own.Element)];
    }

    /// <summary>The lines around the headline, and all of the article that it stands in.</summary>
    public IReadOnlyList<IElement> Near { get; }

    /// <summary>The day at the head: marked as a time, else in a line whose name says that it is one, else alone in a line.</summary>
    public DateOnly? Date()
    {
        var monthFirst = _page.DocumentElement.GetAttribute("lang") is not { } language || language.Equals("en-US", StringComparison.OrdinalIgnoreCase) || language.Equals("en", StringComparison.OrdinalIgnoreCase);
        IElement[] head =
        [
            .. _own.Where(own => IsHead(own.Element, own.At) && own.Letters <= LongestLine && !IsTeaser(own.Element)).OrderBy(own => own.At >= _start ? 0 : 1).Select(own => own.Element),
        ];

        return head.Where(element => element.LocalName == "time").Select(time => Days.OfStamp(time.GetAttribute("datetime")) ?? Days.Find(time.TextContent, monthFirst)).FirstOrDefault(day => day is not null)
            ?? head.Where(element => Dated.Match(element, null))
                .Select(line => Days.OfStamp(line.GetAttribute("title") is { Length: > 8 } title && char.IsDigit(title[0]) ? title : null) ?? Days.Find(line.TextContent, monthFirst)).FirstOrDefault(day => day is not null)
            ?? head.Where(line => line.TextContent.Length <= 120).Select(line => Days.OfLine(Whitespace.Settle(line.TextContent))).FirstOrDefault(day => day is not null);
    }

    // Recursion is safe: HtmlTree bounds the depth.
    private void Walk(IElement parent, bool isOfAnother, bool isWithin)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is IText text)
            {
                _letters += text.Data.AsSpan().Trim().Length;
            }
            else if (node is IElement element && element.LocalName is not ("script" or "style" or "noscript" or "template"))
            {
                _start = element == _headline ? _letters : _start;
                var other = isOfAnother || (!_around.Contains(element) && _teasers.Match(element, null));
                var within = element.LocalName is "article" or "main" ? _around.Contains(element) : isWithin;
                var (at, place) = (_letters, _own.Count);
                if (!other)
                {
                    _own.Add(default);
                }

                Walk(element, other, within);
                if (!other)
                {
                    _own[place] = (element, at, _letters - at, isWithin);
                }
            }
        }
    }

    private bool IsHead(IElement element, int at) =>
        _headline is null || (at >= _end && at <= _end + After) || (at < _end && at >= _start - Before && Common(element) is { LocalName: not ("body" or "html") });

    private IElement? Common(IElement element) => element.Ancestors<IElement>().FirstOrDefault(_around.Contains);

    /// <summary>The day of another article, whose link stands beside it.</summary>
    private bool IsTeaser(IElement element)
    {
        for (var around = element.ParentElement; around is not null && around.LocalName is not ("article" or "main" or "body") && !_around.Contains(around) && around.TextContent.Length < 400; around = around.ParentElement)
        {
            if (around.QuerySelectorAll("a").Any(link => link.TextContent.Trim().Length >= 25 && (link.GetAttribute("href") is { Length: > 1 } address && !address.StartsWith('#'))))
            {
                return true;
            }
        }

        return false;
    }
}
