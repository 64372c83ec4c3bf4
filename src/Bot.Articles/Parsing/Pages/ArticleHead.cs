using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Bot.Articles.Parsing.Texts;
using Bot.Language;

namespace Bot.Articles.Parsing.Pages;

/// <summary>The stretch of a page around its headline, where a day and a name are those of the article.</summary>
internal sealed class ArticleHead
{
    // Letters between the headline and what belongs to it.
    private const int Before = 300;
    private const int After = 1_200;

    private readonly IHtmlDocument _page;
    private readonly IElement? _headline;
    private readonly Dictionary<INode, int> _at = [];
    private readonly HashSet<IElement> _teasers;
    private readonly int _start;
    private readonly int _end;

    /// <param name="teasers">Selects what belongs to other articles.</param>
    public ArticleHead(IHtmlDocument page, IElement? headline, string teasers)
    {
        (_page, _headline) = (page, headline);
        _teasers = [.. page.QuerySelectorAll(teasers)];
        var letters = 0;
        foreach (var node in page.Body?.Descendants() ?? [])
        {
            if (node is IElement element)
            {
                _at[element] = letters;
                _start = element == headline ? letters : _start;
            }
            else if (node is IText text && text.ParentElement?.LocalName is not ("script" or "style" or "noscript" or "template"))
            {
                letters += text.Data.AsSpan().Trim().Length;
            }
        }

        _end = _start + (headline?.TextContent.Trim().Length ?? 0);
    }

    public bool IsNear(IElement element) =>
        _at.TryGetValue(element, out var at) && !IsOfAnother(element) && (_headline is null || (at >= _start - Before && at <= _end + After) || element.Closest("article,main") is { } whole && whole.Contains(_headline) && at > _start);

    /// <summary>The day at the head: marked as a time, else in a line whose name says that it is one, else alone in a line.</summary>
    public DateOnly? Date()
    {
        var monthFirst = _page.DocumentElement.GetAttribute("lang") is not { } language || language.Equals("en-US", StringComparison.OrdinalIgnoreCase) || language.Equals("en", StringComparison.OrdinalIgnoreCase);
        IElement[] Near(string selector) =>
        [
            .. _page.QuerySelectorAll(selector).Where(element => IsHead(element) && element.TextContent.Length <= 200 && !IsOfAnother(element) && !IsTeaser(element))
                .OrderBy(element => _at[element] >= _start ? 0 : 1),
        ];

        return Near("time").Select(time => Days.OfStamp(time.GetAttribute("datetime")) ?? Days.Find(time.TextContent, monthFirst)).FirstOrDefault(day => day is not null)
            ?? Near("[class*=date],[class*=Date],[class*=datum],[class*=fecha],[class*=time],[class*=Time],[class*=publish],[class*=posted],[class*=meta],[class*=info],[class*=byline],[id*=date],abbr[title]")
                .Select(line => Days.OfStamp(line.GetAttribute("title") is { Length: > 8 } title && char.IsDigit(title[0]) ? title : null) ?? Days.Find(line.TextContent, monthFirst)).FirstOrDefault(day => day is not null)
            ?? Near("p,div,span,small,em,i,strong,b,h2,h3,h4,h5,h6,li,td,dd,center,font").Where(line => line.TextContent.Length <= 120)
                .Select(line => Days.OfLine(Whitespace.Settle(line.TextContent))).FirstOrDefault(day => day is not null);
    }

    private bool IsOfAnother(IElement element) => _teasers.Contains(element) || element.Ancestors<IElement>().Any(_teasers.Contains);

    private bool IsHead(IElement element) =>
        _at.TryGetValue(element, out var at) && (_headline is null || (at >= _end && at <= _end + After)
            || (at < _end && at >= _start - Before && Common(element) is { LocalName: not ("body" or "html") }));

    private IElement? Common(IElement element) => element.Ancestors<IElement>().FirstOrDefault(around => _headline is not null && around.Contains(_headline));

    /// <summary>The day of another article, whose link stands beside it.</summary>
    private bool IsTeaser(IElement element)
    {
        for (var around = element.ParentElement; around is not null && around.LocalName is not ("article" or "main" or "body") && (_headline is null || !around.Contains(_headline)) && around.TextContent.Length < 400; around = around.ParentElement)
        {
            if (around.QuerySelectorAll("a").Any(link => link.TextContent.Trim().Length >= 25 && (link.GetAttribute("href") is { Length: > 1 } address && !address.StartsWith('#'))))
            {
                return true;
            }
        }

        return false;
    }
}
