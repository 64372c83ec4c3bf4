using AngleSharp.Css.Parser;
using AngleSharp.Html.Dom;
using Bot.Articles.Parsing.Texts;
using Bot.Language;
using ISelector = AngleSharp.Css.Dom.ISelector;

namespace Bot.Articles.Parsing.Pages;

/// <summary>What a page says of its article: to machines (JSON-LD, Open Graph, the older names before them), and at the head of the text to everybody.</summary>
internal static class HtmlMetadata
{
    private static readonly ISelector Teasers = new CssSelectorParser().ParseSelector(
        "aside,nav,footer,blockquote,figure,li li,[class*=related],[class*=sidebar],[class*=comment],[class*=teaser],[class*=recommend],[class*=popular],[class*=trending],[id*=sidebar],[id*=comment],[class*=widget]")!;

    /// <returns>The metadata, and as far as the page's JSON-LD says, the article's words and whether they are for everybody.</returns>
    public static (ArticleMetadata Metadata, string? Body, bool? Free) Of(IHtmlDocument page)
    {
        var linked = LinkedData.Of(page);
        var named = Named(page);
        string? First(params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
            {
                if (named.TryGetValue(name, out var value) && Present(value) is { } present && !present.StartsWith("http", StringComparison.OrdinalIgnoreCase))
                {
                    return present;
                }
            }

            return null;
        }

        var outlet = First("og:site_name", "application-name", "publisher", "dc.publisher", "apple-mobile-web-app-title");
        var canonical = Address(page.QuerySelector("link[rel=canonical]")?.GetAttribute("href")) ?? Address(named.GetValueOrDefault("og:url"));
        var host = (canonical?.Host ?? "").Split('.') is { Length: > 1 } parts ? parts[^2] : null;
        string?[] sites = [outlet, linked.Metadata.Outlet, host, canonical?.Host.Replace("www.", "", StringComparison.Ordinal)];
        var title = Headline.Of(page, [First("og:title"), linked.Metadata.Title, First("twitter:title", "headline", "dc.title", "parsely-title", "sailthru.title")], sites);
        var head = new ArticleHead(page, Headline.Element(page, title), Teasers);
        bool IsOutlet(string name) => Array.Exists(sites, site => string.Equals(name, site, StringComparison.OrdinalIgnoreCase));
        string? Person(string? name) => Bylines.Name(name, named: true) is { } clean && !IsOutlet(clean) ? clean : null;

        var metadata = new ArticleMetadata
        {
            Title = title,
            Outlet = linked.Metadata.Outlet ?? outlet,
            Author = Person(linked.Metadata.Author)
                ?? Bylines.Of(head.Near, IsOutlet)
                ?? Person(First("author", "article:author", "og:article:author", "byl", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "cxenseparse:author", "citation_author", "twitter:data1"))
                ?? linked.Metadata.Author ?? linked.Organisation ?? First("author", "article:author", "dc.creator"),
            Date = linked.Metadata.Date
                ?? Days.OfStamp(First("article:published_time", "og:article:published_time", "article:published", "datePublished", "date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.date", "pubdate", "publishdate", "publish-date", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "citation_publication_date", "displaydate", "originalpublicationdate", "release_date", "bt:pubdate", "og:pubdate"))
                ?? Days.OfStamp(page.QuerySelector("[itemprop=datePublished]") is { } stated ? stated.GetAttribute("content") ?? stated.GetAttribute("datetime") ?? stated.TextContent : null)
                ?? head.Date()
                ?? InAddress(canonical),
            Modified = linked.Metadata.Modified ?? Days.OfStamp(First("article:modified_time", "og:article:modified_time", "dateModified", "og:updated_time", "last-modified", "dcterms.modified", "lastmod")),
            Dateline = linked.Metadata.Dateline,
            Canonical = canonical,
            Language = linked.Metadata.Language ?? Language(page.DocumentElement.GetAttribute("lang") ?? First("og:locale", "content-language")),
        };
        return (metadata, linked.Body, linked.Free);
    }

    private static Dictionary<string, string> Named(IHtmlDocument page)
    {
        var named = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var meta in page.QuerySelectorAll("meta"))
        {
            if ((meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop")) is { Length: > 0 } name)
            {
                named.TryAdd(name, meta.GetAttribute("content") ?? meta.GetAttribute("value") ?? "");
            }
        }

        return named;
    }

    /// <summary>Papers file their articles by day: “/2024/05/03/port-shut”.</summary>
    private static DateOnly? InAddress(Uri? address) =>
        address?.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries) is { Length: >= 3 } parts
            ? Enumerable.Range(0, parts.Length - 2).Where(at => parts[at].Length == 4 && parts[at + 1].Length <= 2 && parts[at + 2].Length <= 2)
                .Select(at => Days.OfStamp($"{parts[at]}-{parts[at + 1]}-{parts[at + 2]}")).FirstOrDefault(day => day is not null)
            : null;

    private static Uri? Address(string? text) => Uri.TryCreate(text?.Trim(), UriKind.Absolute, out var url) ? url : null;

    public static string? Language(string? tag) =>
        tag is { Length: >= 2 } && char.IsAsciiLetter(tag[0]) && char.IsAsciiLetter(tag[1]) && (tag.Length == 2 || tag[2] is '-' or '_') ? tag[..2].ToLowerInvariant() : null;

    public static string? Present(string? text) => string.IsNullOrWhiteSpace(text) || Whitespace.Settle(text) is not { Length: > 0 } settled ? null : settled;
}
