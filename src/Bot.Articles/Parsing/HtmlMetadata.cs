using System.Globalization;
using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Bot.Language;

namespace Bot.Articles.Parsing;

/// <summary>What a page says of its article to machines: schema.org (JSON-LD), Open Graph, and the older names before them.</summary>
internal static class HtmlMetadata
{
    /// <returns>The metadata, and as far as the page's JSON-LD says, the article's words and whether they are for everybody.</returns>
    public static (ArticleMetadata Metadata, string? Body, bool? Free) Of(IHtmlDocument page)
    {
        var (metadata, body, free) = LinkedData(page);
        return (metadata.Or(Named(page)), body, free);
    }

    private static (ArticleMetadata Metadata, string? Body, bool? Free) LinkedData(IHtmlDocument page)
    {
        foreach (var script in page.QuerySelectorAll("script[type='application/ld+json']"))
        {
            try
            {
                using var json = JsonDocument.Parse(script.TextContent, new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
                if (Find(json.RootElement) is { } article)
                {
                    return Understand(article);
                }
            }
            catch (JsonException)
            {
                // Broken JSON-LD is common and only costs its own metadata.
            }
        }

        return (new(), null, null);
    }

    private static (ArticleMetadata Metadata, string? Body, bool? Free) Understand(JsonElement article)
    {
        var metadata = new ArticleMetadata
        {
            Title = Text(article, "headline") ?? Text(article, "name"),
            Author = Names(article, "author"),
            Outlet = Names(article, "publisher"),
            Date = Day(Text(article, "datePublished")),
            Modified = Day(Text(article, "dateModified")),
            Dateline = Text(article, "dateline"),
            Language = Language(Text(article, "inLanguage")),
        };
        bool? free = article.TryGetProperty("isAccessibleForFree", out var access)
            ? access.ValueKind switch
            {
                JsonValueKind.True => true,
                JsonValueKind.False => false,
                JsonValueKind.String => !string.Equals(access.GetString(), "false", StringComparison.OrdinalIgnoreCase),
                _ => null,
            }
            : null;
        var body = article.TryGetProperty("articleBody", out var words) && words.ValueKind == JsonValueKind.String ? words.GetString() : null;
        return (metadata, body, free);
    }

    // System.Text.Json bounds the depth at 64.
    private static JsonElement? Find(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in json.EnumerateArray())
            {
                if (Find(item) is { } found)
                {
                    return found;
                }
            }
        }
        else if (json.ValueKind == JsonValueKind.Object)
        {
            if (json.TryGetProperty("@type", out var type) && IsArticle(type))
            {
                return json;
            }

            foreach (var key in (string[])["@graph", "mainEntity", "mainEntityOfPage"])
            {
                if (json.TryGetProperty(key, out var inner) && Find(inner) is { } found)
                {
                    return found;
                }
            }
        }

        return null;
    }

    private static bool IsArticle(JsonElement type) => type.ValueKind switch
    {
        JsonValueKind.String => type.GetString() is { } name && (name.EndsWith("Article", StringComparison.Ordinal) || name is "BlogPosting" or "LiveBlogPosting" or "Report"),
        JsonValueKind.Array => type.EnumerateArray().Any(IsArticle),
        _ => false,
    };

    private static string? Text(JsonElement json, string key) =>
        json.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? Present(WebUtility.HtmlDecode(value.GetString())) : null;

    /// <summary>A name, an object with a name, or several of either.</summary>
    private static string? Names(JsonElement json, string key)
    {
        if (!json.TryGetProperty(key, out var value))
        {
            return null;
        }

        var items = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Take(10) : [value];
        var names = items.Select(item => item.ValueKind switch
        {
            JsonValueKind.String => Present(WebUtility.HtmlDecode(item.GetString())),
            JsonValueKind.Object => Text(item, "name"),
            _ => null,
        });
        return Present(string.Join(", ", names.Where(name => name is not null && !name.StartsWith("http", StringComparison.OrdinalIgnoreCase)).Distinct(StringComparer.Ordinal)));
    }

    private static ArticleMetadata Named(IHtmlDocument page)
    {
        var named = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var meta in page.QuerySelectorAll("meta[content]"))
        {
            if ((meta.GetAttribute("property") ?? meta.GetAttribute("name") ?? meta.GetAttribute("itemprop")) is { Length: > 0 } name)
            {
                named.TryAdd(name, meta.GetAttribute("content") ?? "");
            }
        }

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

        var outlet = First("og:site_name", "application-name", "publisher", "dc.publisher");
        return new()
        {
            Title = WithoutSite(First("og:title", "twitter:title", "headline", "dc.title"), outlet, certain: true) ?? OnlyHeading(page) ?? WithoutSite(page.Title, outlet, certain: false),
            Outlet = outlet,
            Author = First("author", "article:author", "og:article:author", "byl", "dc.creator", "parsely-author", "sailthru.author") ?? Byline(page),
            Date = Day(First("article:published_time", "og:article:published_time", "datePublished", "date", "dc.date", "dc.date.issued", "dcterms.created", "pubdate", "publishdate", "parsely-pub-date", "sailthru.date"))
                ?? Day(page.QuerySelector("time[datetime]")?.GetAttribute("datetime")),
            Modified = Day(First("article:modified_time", "og:article:modified_time", "dateModified", "og:updated_time", "last-modified", "dcterms.modified", "lastmod")),
            Canonical = Address(page.QuerySelector("link[rel=canonical]")?.GetAttribute("href")) ?? Address(named.GetValueOrDefault("og:url")),
            Language = Language(page.DocumentElement.GetAttribute("lang") ?? First("og:locale", "content-language")),
        };
    }

    /// <summary>The name in the line that stands for one on the page, when no metadata gives it.</summary>
    private static string? Byline(IHtmlDocument page) =>
        page.QuerySelectorAll("[itemprop=author],[rel=author],[class*=byline],[class*=author],[class*=meta] span,address").Take(20)
            .Select(element => element.TextContent.Length > 100 ? null : TextOpening.AuthorIn(Whitespace.Settle(element.TextContent), named: element.HasAttribute("itemprop") || element.GetAttribute("rel") == "author"))
            .FirstOrDefault(name => name is not null);

    private static string? OnlyHeading(IHtmlDocument page) =>
        page.QuerySelectorAll("h1") is { Length: 1 } headings ? Present(Whitespace.Settle(headings[0].TextContent)) : null;

    /// <summary>“Headline | Site”, “Headline - Site”: what stands behind the last bar goes when it is the outlet's name, or short and nothing is certain.</summary>
    private static string? WithoutSite(string? title, string? outlet, bool certain)
    {
        if (Present(title) is not { } whole)
        {
            return null;
        }

        foreach (var bar in (string[])[" | ", " — ", " – ", " - ", " · "])
        {
            var at = whole.LastIndexOf(bar, StringComparison.Ordinal);
            var site = at < 0 ? "" : whole[(at + bar.Length)..];
            if (at > 10 && (site == outlet || (!certain && site.Count(c => c == ' ') < 4)))
            {
                return whole[..at].Trim();
            }
        }

        return whole;
    }

    private static DateOnly? Day(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? DateOnly.FromDateTime(moment.DateTime) : null;

    private static Uri? Address(string? text) => Uri.TryCreate(text?.Trim(), UriKind.Absolute, out var url) ? url : null;

    private static string? Language(string? tag) =>
        tag is { Length: >= 2 } && char.IsAsciiLetter(tag[0]) && char.IsAsciiLetter(tag[1]) && (tag.Length == 2 || tag[2] is '-' or '_') ? tag[..2].ToLowerInvariant() : null;

    private static string? Present(string? text) => string.IsNullOrWhiteSpace(text) ? null : Whitespace.Settle(text);
}
