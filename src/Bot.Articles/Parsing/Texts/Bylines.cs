using System.Text.RegularExpressions;
using AngleSharp.Css.Parser;
using AngleSharp.Dom;
using Bot.Language;
using ISelector = AngleSharp.Css.Dom.ISelector;

namespace Bot.Articles.Parsing.Texts;

/// <summary>Who wrote an article, from the lines that stand for it on a page; “By”, titles and the outlet are no part of a name.</summary>
internal static partial class Bylines
{
    private const int LongestLine = 160;
    private const int MostWords = 14;

    // What names a line of the writer, the surest first.
    private static readonly ISelector[] Places =
    [
        .. ((string[])
        [
            "[itemprop=author] [itemprop=name]", "[itemprop=author]", "a[rel~=author],[rel~=author]", "[class~=author] [class~=fn],[class~=vcard] [class~=fn],[class~=author-name],[class*=author__name],[class*=author_name],[class*=AuthorName],[class*=byline-name],[class*=byline__name]",
            "[class*=byline] a,[class*=author] a[href*=author],[class*=author] a,a[href*='/author/'],a[href*='/autor/'],a[href*='/authors/'],a[href*='/auteur/']", "[class*=byline],[class*=Byline],[class*=author],[class*=Author],[class*=autor],[id*=byline],[id*=author],[class*=writer],[class*=contributor]",
            "[class*=meta] span,[class*=meta] p,address",
        ]).Select(place => new CssSelectorParser().ParseSelector(place)!),
    ];

    /// <param name="near">What stands at the head or foot of the article.</param>
    public static string? Of(IReadOnlyList<IElement> near, Predicate<string> isOutlet)
    {
        foreach (var place in Places)
        {
            var names = new List<string>();
            IElement? first = null;
            foreach (var element in near.Where(element => place.Match(element, null)).Take(60))
            {
                var line = Line(element);
                if (line.Length is > 0 and <= LongestLine && !IsInProse(element, line) && Name(line, named: true) is { } name && !isOutlet(name) && (first is null || first.ParentElement == element.ParentElement || first.ParentElement?.ParentElement == element.ParentElement?.ParentElement))
                {
                    first ??= element;
                    if (!names.Exists(other => other.Contains(name, StringComparison.OrdinalIgnoreCase) || name.Contains(other, StringComparison.OrdinalIgnoreCase)))
                    {
                        names.Add(name);
                    }
                }
            }

            if (names.Count > 0)
            {
                return string.Join(", ", names.Take(6));
            }
        }

        return near.Select(element => element.TextContent.Length <= LongestLine ? TextOpening.Writer(Line(element)) : null).FirstOrDefault(name => name is not null && !isOutlet(name));
    }

    /// <summary>The words of an element; those of another one within begin anew.</summary>
    private static string Line(IElement element) => Whitespace.Settle(string.Join(' ', element.Descendants<IText>().Select(text => text.Data)));

    /// <summary>A name in a sentence is of somebody whom the text is about.</summary>
    private static bool IsInProse(IElement element, string line) =>
        element.Closest("p,li,blockquote,td,dd") is { } block && block != element && block.TextContent.AsSpan().Trim().Length > Math.Max(80, 3 * line.Length);

    /// <summary>The name or names in a line, cleaned; null when there is none.</summary>
    /// <param name="named">Whether the page says that this is a name, so that no “By” is needed.</param>
    public static string? Name(string? line, bool named)
    {
        if (string.IsNullOrWhiteSpace(line) || line.Contains("(0x", StringComparison.Ordinal) || line.Contains("://", StringComparison.Ordinal))
        {
            return null;
        }

        var text = Whitespace.Settle(line);
        var by = By().Match(text);
        if (!by.Success && !named)
        {
            return null;
        }

        text = Beyond().Replace(text[by.Length..], "");
        text = Titles().Replace(text, "").Trim(' ', ',', '|', '·', '•', '-', '–', '—', '/', ':', ';', '.', '(', ')');
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return text.Length < 2 || words.Length > MostWords || text.Any(char.IsDigit) || !text.Any(char.IsLetter) || text.Contains('@', StringComparison.Ordinal) || NoName().IsMatch(text)
            || (words.Length > 2 && !words.Any(word => char.IsUpper(word[0]) || char.GetUnicodeCategory(word[0]) == System.Globalization.UnicodeCategory.OtherLetter))
            || Array.Exists(words, word => word.Length > 3 && word[^1] is '.' or '!' or '?' && word.Length > 5)
            || (Punctuation.HasFinal(text) && words.Length > 6)
            ? null : text;
    }

    [GeneratedRegex(
        @"^(?:(?:\p{L}+\s+){0,3}(?:artikel|beiträge|alles|stories|posts|articles)\s+(?:von|by)\b|by(?=\p{Lu}\p{Ll})|(?:(?:written|posted|published|reported|story|text|article|words|review|reviewed|analysis|opinion)\s+)?by\b|von\b|par\b|por\b|di\b|door\b|przez\b|av\b|af\b|text(?:\s+von)?\s*:|author\s*:|autor(?:in)?\s*:|auteur\s*:|autore\s*:|geschrieben\s+von|veröffentlicht\s+von|verfasst\s+von|ein\s+(?:beitrag|gastbeitrag|kommentar|artikel)\s+von|une?\s+article\s+(?:de|par)|escrito\s+por|publicado\s+por|publié\s+par|texto\s*:|文[●:：]?|作者\s*[:：]|著者\s*[:：]?)\s*[:：]?\s*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex By();

    // Behind the name: its outlet, a day, an address, what the person is.
    [GeneratedRegex(
        @"\s*(?:[|•·]|\s[-–—/]\s|\bon\s+(?=\p{Lu}\p{L}+ \d|\d)|\bam\s+\d|\bat\s+\d|\bvom\s+\d|\ble\s+\d|\bel\s+\d|\d{1,2}[.:/]\d|\b(?:published|updated|posted|publiziert|veröffentlicht|aktualisiert|publié|publicado)\b|\p{L}+day,|\bin\s+\p{Lu}|\S+@\S+|@\w+|\().*$",
        RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Beyond();

    [GeneratedRegex(
        @"(?:,\s*|\s+)(?:(?:(?:senior|chief|staff|political|foreign|special|health|science|business|sports?|technology|tech|digital|associate|assistant|managing|deputy|contributing|guest|news|national|white house|ap|the)\s+)*(?:staff\s*writer|writer|reporter|correspondent|editor|columnist|contributor|journalist|author|editor-in-chief|redakteur(?:in)?|reporterin|korrespondent(?:in)?|journaliste|redactora?|news fellow)(?:\s+(?:at|for|of)\s.*)?|cnn(?:\s+(?:business|politics))?|ap|reuters|afp|dpa|bbc(?:\s+news)?|associated press|the associated press|for\s+\p{Lu}.*)\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Titles();

    [GeneratedRegex(
        @"^(?:admin(?:istrator)?|root|webmaster|user|guest|anonymous|unknown|undefined|null|none|share|follow|read more|more|comments?|author|autor|by|editor|staff|image|photo|about|home|contact|profile|newsletter|subscribe|view|see all|login|log in|archive|posts?|all posts|mehr|kommentare?|posted|published)$|\b(?:subscribe|newsletter|cookies?|comments?|copyright|follow us|sign up|read more|all rights|minutes?|posts by|view all|articles?\b|email|author page|biography)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoName();
}
