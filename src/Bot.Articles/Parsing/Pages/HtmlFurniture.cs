using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Bot.Language;

namespace Bot.Articles.Parsing.Pages;

/// <summary>What stands around the text of an article: menus, boxes, captions, invitations. A name alone never makes furniture of prose.</summary>
internal static partial class HtmlFurniture
{
    // A container whose class only mentions a sidebar may hold the article itself.
    private const int MostParagraphs = 3;
    private const int MostCharacters = 1_500;
    private const int ShortestProse = 80;
    private const int LongestLine = 160;
    private const int LongestLabel = 30;
    private const int LongestNotice = 320;

    private static readonly string[] Names = ["class", "id", "data-component", "data-testid", "data-qa", "data-area", "data-gu-name"];

    /// <summary>Where the text of this element stands, in an element that itself stands there.</summary>
    public static Surroundings Around(IElement element, Surroundings outer)
    {
        if (outer == Surroundings.Furniture || element.LocalName == "body")
        {
            return outer;
        }

        switch (element.LocalName)
        {
            case "nav" or "menu" or "footer" or "amp-sidebar" or "amp-ad" or "amp-consent" or "amp-list":
            case "aside" or "form" or "dialog" when IsSmall(element):
                return Surroundings.Furniture;
            case "figure":
                return Surroundings.Medium;
            case "figcaption":
                return Surroundings.Furniture;
            case "blockquote" or "table" or "pre" when outer == Surroundings.Medium:
                return Surroundings.Text;
            default:
                break;
        }

        if (element.GetAttribute("role") is "navigation" or "complementary" or "dialog" or "alert" or "banner" or "contentinfo" or "search" && IsSmall(element))
        {
            return Surroundings.Furniture;
        }

        if ((IsNamed(element) || element.GetAttribute("aria-hidden") == "true") && IsSmall(element) && !IsOnlyProse(element) && !IsWhole(element))
        {
            return element.QuerySelector("blockquote") is null ? Surroundings.Furniture : Surroundings.Medium;
        }

        return outer;
    }

    /// <summary>Whether an element holds the comments of readers, as its name says.</summary>
    public static bool IsOfReaders(IElement element) => Array.Exists(["class", "id"], name => element.GetAttribute(name) is { Length: > 0 } value && Readers().IsMatch(value));

    public static bool IsNamed(IElement element) => Array.Exists(Names, name => element.GetAttribute(name) is { Length: > 0 } value && Name().IsMatch(value));

    /// <summary>Lines around the text: links to other articles, invitations, rights; “See also: another article”, where the label is text and the rest a link.</summary>
    public static bool IsLine(string text, int linked, bool endsLinked) =>
        (text.Length <= LongestLine && ((linked * 10 >= text.Length * 8 && !Punctuation.HasFinal(text)) || Line().IsMatch(text) || (endsLinked && IsLabelledLink(text, linked))))
        || (text.Length <= LongestNotice && (Notice().IsMatch(text) || Within().IsMatch(text)));

    private static bool IsLabelledLink(string text, int linked) =>
        linked > 0 && !Punctuation.HasFinal(text)
        && text[..Math.Max(0, text.Length - linked)].TrimEnd() is { Length: > 1 and <= LongestLabel } label && label[^1] is ':' or '|' or '»' or '>';

    private static bool IsSmall(IElement element) => element.TextContent.Length <= MostCharacters && element.QuerySelectorAll("p").Length <= MostParagraphs;

    /// <summary>A short article with its headline.</summary>
    private static bool IsWhole(IElement element) => element.Owner?.QuerySelector("h1") is { } headline && element.Contains(headline) && element.QuerySelector("p") is not null;

    /// <summary>Sentences and nothing that a box beside the text has: no form, no picture, no heading, no list of links.</summary>
    private static bool IsOnlyProse(IElement element)
    {
        var text = Whitespace.Settle(element.TextContent);
        return text.Length >= ShortestProse && Punctuation.HasFinal(text)
            && element.QuerySelectorAll("a").Sum(link => link.TextContent.Length) * 3 < text.Length
            && element.QuerySelector("form,input,button,img,picture,video,iframe,h1,h2,h3,h4,h5,h6,figure") is null
            && !IsUnderPicture(element);
    }

    /// <summary>Whether it is the caption of a picture beside it.</summary>
    private static bool IsUnderPicture(IElement element) =>
        element.ParentElement is { } parent && parent.LocalName is not ("body" or "article" or "main")
        && parent.TextContent.AsSpan().Trim().Length < 2 * element.TextContent.AsSpan().Trim().Length && parent.QuerySelector("img,picture,amp-img,video") is not null;

    [GeneratedRegex(@"comment|kommentar|disqus|respon[ds]|repl(?:y|ies)|\bforum|thread|discussion", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Readers();

    [GeneratedRegex(
        @"(?:^|[\s_-])(?:advert(?:isement)?|ads?|share|social|related|newsletter|promo|cookie|consent|breadcrumbs?|comments?|sidebar|sr-only|visually-hidden|screen-reader-text|caption|credits?|byline|meta|submeta|timestamp|date(?:line|time)?|pub-?date|post-date|entry-date|posted-on|author|tags|topics?|reactions|media-block|links-block|video|player|most-(?:read|viewed|popular)|recirculation|outbrain|taboola|paywall|gate|subscription-widget|subscribe|signup|sign-up|donate|toolbar|print)(?:$|[\s_-])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(
        @"^(?:advert(?:s|isements?)?|filed under\s*:.*|posted in\s*:.*|don['’]?t miss\W*|you (?:may|might) also (?:like|enjoy|be interested in)\W*|tell us what you think\W*|(?:like|enjoyed?|love) this (?:story|article|post)\?.*|this (?:slideshow|gallery|video|content) requires javascript\W*|recommended (?:stories|articles|reading|videos?)\W*|more (?:great |top )?(?:\w+ )?stories\W*|(?:story|article) continues (?:below|after).*|sponsored(?: content)?|ad loading|this video can ?not be played|anzeige|publicité|publicidad|skip to .*|(?:see also|related|related (?:articles|stories|topics|content|news)|read more|read next|read also|also read|more on this(?: story)?|recommended|most read|lire aussi|lesen sie auch|mehr zum thema|lea también|leggi anche|lees ook)(?:\s*:.*)?|share(?: this)?(?: article| story)?\s*:?|(?:sign up|subscribe) (?:for|to) (?:our|the) .*|follow us .*|(?:click|tap) here .*|listen to this article.*|\d+ (?:min(?:ute)?s?) read|(?:©|\(c\)|copyright) .*|all rights reserved\.?|loading\W*|comments?(?: \(\d+\))?|print|e-?mail|facebook|twitter|whatsapp|copy link|image source,.*|getty images|photo: .*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Line();

    /// <summary>What a site says for itself, under or between the text: invitations, disclosures, addresses of its staff, who took part in a report.</summary>
    [GeneratedRegex(
        @"^(?:(?:to|want|like|enjoy|love)\b.{0,80}?,?\s*)?(?:please\s+)?(?:sign up|subscribe|register|join|follow|get|receive|download|like|listen|watch|click|tap|check out|find|see|read|abonnieren sie|melden sie|jetzt|hier|folgen sie|abonnez-vous|inscrivez-vous|suivez|suscríb\w+|sigue|síguenos|iscriviti|seguici|assine|inscreva-se|meld je)\b.{0,160}?(?:newsletters?\b|\binbox\b|\bemail alerts?\b|\bour (?:app|apps|channel|podcast)\b|\bon (?:twitter|facebook|instagram|youtube|telegram|whatsapp|linkedin|x)\b|\bauf (?:twitter|facebook|instagram|youtube|whatsapp)\b|\bsur (?:twitter|facebook|instagram)\b|\ben (?:twitter|facebook|instagram)\b|\bdaily (?:email|briefing|digest)\b|\bpush notifications?\b).*$"
        + @"|^(?:(?:e-?mail|contact|write to|reach|follow)\s+(?:the (?:author|writer|reporters?)|\p{Lu}).{0,120}(?:\bat\b|@|\bon twitter\b).*|(?:have|got) (?:a )?(?:news )?tips?\b.*|reach (?:the|our) reporters?\b.*)$"
        + @"|^\((?:additional |with )?(?:reporting|writing|compiled|edited|reported) (?:and (?:writing|editing) )?by\b.{0,240}\)$|^(?:photo(?:graph)?s?|pictures?|images?|illustration|video|graphics?) (?:by|courtesy(?: of)?)\b.{0,120}$"
        + @"|^\(?(?:photos?|image|picture|photo credit|image credits?|credits?|source|sources|quelle|foto|fotos|bild|bilder|bildquelle|titelbild|crédits?(?: photo)?s?|photographie|fuente|fonte|bron|beeld)\s*:.{0,120}$"
        + @"|^(?:all rights reserved|©|copyright|\(c\))\b?.{0,160}$"
        + @"|^(?:image|photo|slide|bild|foto)?\s*\d{1,3}\s*(?:/|of|von|de|sur)\s*/?\s*\d{1,3}$|^(?:caption|close|text size|sign in|log in|hide caption|show caption|toggle caption|view gallery|view comments|post (?:a )?comment.*|reply|more:|share|save|tweet|pin it|subscribe|next|previous|weiterlesen|kommentare?|drucken|teilen|merken|partager|imprimer|compartir|condividi|stampa)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Notice();

    /// <summary>The same, told by words further in; and captions, by the credit at their end.</summary>
    [GeneratedRegex(
        @"\bby (?:signing up|subscribing|registering)\b|(?<=^.{0,120}\b(?:can|may) )be reached (?:at|on|by|via)\b|\baffiliate (?:links?|commission)\b|\bearn (?:a|an|a small) (?:\w+ )?commission\b"
        + @"|(?<=^.{0,60})(?:©|\bcopyright)\s*(?:\(c\)|©)?\s*(?:19|20)\d\d\b|\bcontributed (?:reporting )?to this (?:report|story|article|post)\W*$(?<!\breported from\b.*)"
        + @"|\((?:(?:images?|photos?|pictures?|pics?|fotos?|bild(?:er)?|imagen|foto|crédit|credits?|video)(?: (?:credit|by|courtesy(?: of)?))?\s*(?::|\bby\b)\s*[^()]{1,80}|\p{L}{2,12} (?:photo|image|picture|foto)\s*/[^()]{1,60})\)\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Within();
}
