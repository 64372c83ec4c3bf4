using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Bot.Articles.Parsing.Texts;

namespace Bot.Articles.Parsing.Pages;

/// <summary>What a page says in JSON-LD of the article on it.</summary>
/// <param name="Body">The article's words, as far as it gives them.</param>
/// <param name="Free">Whether they are for everybody, as far as it says.</param>
/// <param name="Organisation">An author that is no person.</param>
internal sealed record LinkedData(ArticleMetadata Metadata, string? Body, bool? Free, string? Organisation)
{
    private const int MostItems = 2_000;

    /// <summary>The item whose headline the page bears, whatever stands first; what an item of the whole page adds.</summary>
    public static LinkedData Of(IHtmlDocument page)
    {
        var items = new List<JsonElement>();
        foreach (var script in page.QuerySelectorAll("script[type='application/ld+json']"))
        {
            try
            {
                var json = JsonDocument.Parse(script.TextContent, new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
                Gather(json.RootElement, items);
            }
            catch (JsonException)
            {
                // Broken JSON-LD is common and only costs its own metadata.
            }
        }

        var articles = items.Where(item => IsOfType(item, IsArticle)).ToArray();
        var shown = Letters($"{page.Title} {page.QuerySelector("meta[property='og:title']")?.GetAttribute("content")} {string.Join(' ', page.QuerySelectorAll("h1").Select(h1 => h1.TextContent))}");
        var article = articles.Cast<JsonElement?>().FirstOrDefault(item => Title(item!.Value) is { } title && Letters(title) is { Length: > 0 } letters && shown.Contains(letters, StringComparison.Ordinal))
            ?? articles.Cast<JsonElement?>().FirstOrDefault();
        var own = article is { } found ? Understand(found) : new(new(), null, null, null);

        // The article may only refer to who wrote it.
        if (own.Metadata.Author is null && items.Where(item => IsOfType(item, type => type == "Person")).Select(person => Text(person, "name")).OfType<string>().Distinct(StringComparer.Ordinal).ToArray() is [var only])
        {
            own = own with { Metadata = own.Metadata with { Author = only } };
        }

        var around = items.Where(item => IsOfType(item, type => type.EndsWith("Page", StringComparison.Ordinal))).Select(Understand).FirstOrDefault();
        return around is null ? own : own with { Metadata = own.Metadata.Or(around.Metadata with { Title = null, Outlet = null }), Organisation = own.Organisation ?? around.Organisation };
    }

    private static LinkedData Understand(JsonElement article)
    {
        var metadata = new ArticleMetadata
        {
            Title = Title(article),
            Author = Names(article, "author", isPerson: true) ?? Names(article, "creator", isPerson: true),
            Outlet = Names(article, "publisher", isPerson: null),
            Date = Days.OfStamp(Text(article, "datePublished") ?? Text(article, "dateCreated") ?? Text(article, "uploadDate")),
            Modified = Days.OfStamp(Text(article, "dateModified")),
            Dateline = Text(article, "dateline"),
            Language = HtmlMetadata.Language(Text(article, "inLanguage")),
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
        return new(metadata, article.TryGetProperty("articleBody", out var words) && words.ValueKind == JsonValueKind.String ? words.GetString() : null, free, Names(article, "author", isPerson: false));
    }

    private static string? Title(JsonElement item) => Text(item, "headline") ?? Text(item, "name");

    // System.Text.Json bounds the depth at 64.
    private static void Gather(JsonElement json, List<JsonElement> items)
    {
        if (items.Count >= MostItems)
        {
            return;
        }

        if (json.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in json.EnumerateArray())
            {
                Gather(item, items);
            }
        }
        else if (json.ValueKind == JsonValueKind.Object)
        {
            items.Add(json);
            foreach (var key in (string[])["@graph", "mainEntity", "mainEntityOfPage", "review"])
            {
                if (json.TryGetProperty(key, out var inner))
                {
                    Gather(inner, items);
                }
            }
        }
    }

    private static bool IsOfType(JsonElement item, Predicate<string> fits) =>
        item.TryGetProperty("@type", out var type) && (type.ValueKind switch
        {
            JsonValueKind.String => fits(type.GetString()!),
            JsonValueKind.Array => type.EnumerateArray().Any(one => one.ValueKind == JsonValueKind.String && fits(one.GetString()!)),
            _ => false,
        });

    private static bool IsArticle(string name) => name.EndsWith("Article", StringComparison.Ordinal) || name is "BlogPosting" or "LiveBlogPosting" or "Report" or "Review" or "Recipe" or "DiscussionForumPosting";

    private static string? Text(JsonElement json, string key) =>
        json.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? HtmlMetadata.Present(WebUtility.HtmlDecode(value.GetString())) : null;

    /// <summary>A name, an object with a name, or several of either.</summary>
    /// <param name="isPerson">Only those that are, or are not, said to be an organisation; null for all.</param>
    private static string? Names(JsonElement json, string key, bool? isPerson)
    {
        if (!json.TryGetProperty(key, out var value))
        {
            return null;
        }

        var items = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Take(10) : [value];
        var names = items
            .Where(item => isPerson is null || (item.ValueKind == JsonValueKind.Object && IsOfType(item, type => type.EndsWith("Organization", StringComparison.Ordinal))) != isPerson)
            .Select(item => item.ValueKind switch
            {
                JsonValueKind.String => HtmlMetadata.Present(WebUtility.HtmlDecode(item.GetString())),
                JsonValueKind.Object => Text(item, "name") ?? (item.TryGetProperty("name", out _) ? Names(item, "name", isPerson: null) : null),
                _ => null,
            });
        return HtmlMetadata.Present(string.Join(", ", names.Where(name => name is not null && !name.StartsWith("http", StringComparison.OrdinalIgnoreCase)).Distinct(StringComparer.Ordinal)));
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
