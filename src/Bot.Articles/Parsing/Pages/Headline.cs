using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Bot.Articles.Parsing.Pages;

/// <summary>The headline of a page: its first heading where that is what the page calls itself, else the page's title without the name of the site.</summary>
internal static class Headline
{
    private const double Alike = 0.5;
    private const int Shortest = 8;
    private const int Longest = 300;

    private static readonly string[] Bars = [" | ", " — ", " – ", " - ", " · ", " • ", " » ", " « ", " :: ", " / ", "｜", ": ", "：", " _ ", "_"];

    /// <param name="stated">What the page says for machines, the surest first.</param>
    /// <param name="site">Names that are the site's.</param>
    public static string? Of(IHtmlDocument page, IEnumerable<string?> stated, IEnumerable<string?> site)
    {
        string[] titles = [.. stated.Append(page.Title).Select(HtmlMetadata.Present).OfType<string>().Where(title => !IsBroken(title))];
        var sites = site.OfType<string>().Select(Letters).Where(name => name.Length > 0).ToHashSet(StringComparer.Ordinal);
        var heading = Heading(page, titles, sites, titles.Length - (HtmlMetadata.Present(page.Title) is null ? 0 : 1));
        return heading is not null && heading.Length <= Longest ? heading : titles.Select(title => WithoutSite(title, sites, titles)).FirstOrDefault();
    }

    /// <summary>The heading in which the page's titles are found again.</summary>
    public static IElement? Element(IHtmlDocument page, string? title) =>
        page.QuerySelectorAll("h1,h2").Where(heading => title is not null && Letters(heading.TextContent) == Letters(title)).FirstOrDefault() ?? page.QuerySelector("h1");

    private static string? Heading(IHtmlDocument page, string[] titles, HashSet<string> sites, int stated)
    {
        var headings = page.QuerySelectorAll("h1").Concat(page.QuerySelectorAll("[itemprop=headline],h2.entry-title,h2.post-title,h2"))
            .Take(40).Select(element => (element, text: HtmlMetadata.Present(Shown(element)))).Where(heading => heading.text is not null && !sites.Contains(Letters(heading.text))).ToArray();
        if (titles.Length == 0)
        {
            return headings.Count(heading => heading.element.LocalName == "h1") == 1 ? headings.First(heading => heading.element.LocalName == "h1").text : null;
        }

        // A second-rank heading is the headline only where the title says just that.
        // Only the page's title speaks for it: whoever wrote a heading of the first rank meant that.
        if (stated == 0 && headings.Count(heading => heading.element.LocalName == "h1") == 1)
        {
            return headings.First(heading => heading.element.LocalName == "h1").text;
        }

        return headings.Where(heading => heading.element.LocalName == "h1" && titles.Any(title => Likeness(heading.text!, title) >= Alike)).Select(heading => heading.text).FirstOrDefault()
            ?? headings.Where(heading => heading.text!.Length >= Shortest && titles.Any(title => Letters(title) is var letters && letters.StartsWith(Letters(heading.text!), StringComparison.Ordinal)
                && letters.Length > Letters(heading.text!).Length - 1 && Likeness(heading.text!, title) >= Alike)).Select(heading => heading.text).FirstOrDefault();
    }

    private static string Shown(IElement element) => string.Concat(element.Descendants().Select(node => node switch
    {
        IText text when text.ParentElement?.LocalName is not ("script" or "style" or "svg" or "title" or "button") => text.Data,
        IElement { LocalName: "br" or "div" or "span" } inner => inner.LocalName == "span" ? "" : " ",
        _ => "",
    }));

    /// <summary>“Headline | Site”, “Site: Headline”: what stands beside a bar goes when it is the site's name, however spelled, or when what remains is a title the page has too.</summary>
    private static string WithoutSite(string title, HashSet<string> sites, string[] titles)
    {
        var whole = title;
        for (var again = true; again;)
        {
            again = false;
            foreach (var bar in Bars)
            {
                var (last, first) = (whole.LastIndexOf(bar, StringComparison.Ordinal), whole.IndexOf(bar, StringComparison.Ordinal));
                if (last >= Shortest && (IsSite(whole[(last + bar.Length)..]) || (bar is " | " or " - " or " – " or " — " && IsTitle(whole[..last]))))
                {
                    (whole, again) = (whole[..last].Trim(), true);
                }
                else if (first > 0 && whole.Length - first - bar.Length >= Shortest && IsSite(whole[..first]))
                {
                    (whole, again) = (whole[(first + bar.Length)..].Trim(), true);
                }
            }
        }

        return whole;

        bool IsSite(string part) => Letters(part) is { Length: > 1 } name && (sites.Contains(name) || sites.Any(site => site.Length > 4 && name.Length > 4 && (name.StartsWith(site, StringComparison.Ordinal) || site.StartsWith(name, StringComparison.Ordinal))));
        bool IsTitle(string part) => titles.Any(other => other != title && Letters(other) == Letters(part));
    }

    /// <summary>What a faulty program writes in place of a name.</summary>
    public static bool IsBroken(string title) => title.StartsWith("ARRAY(0x", StringComparison.Ordinal) || title.StartsWith("[object", StringComparison.Ordinal) || title is "undefined" or "null" or "Array";

    private static double Likeness(string one, string other)
    {
        var (a, b) = (Words(one), Words(other));
        return a.Count == 0 || b.Count == 0 ? 0 : (double)a.Count(b.Contains) / Math.Max(1, Math.Min(a.Count, b.Count)) * (Letters(other).Contains(Letters(one), StringComparison.Ordinal) ? 1 : Math.Min(1, 1.5 * a.Count / b.Count));
    }

    private static HashSet<string> Words(string text) => [.. text.ToLowerInvariant().Split([' ', '-', ':', '|', ',', '.', '“', '”', '"', '«', '»', '‘', '’', '\'', '!', '?'], StringSplitOptions.RemoveEmptyEntries)];

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
