using Bot.Articles;
using Bot.Cli;
using Bot.Hosting;
using Bot.Localization;
using Bot.Storage.Answers;

namespace Bot.Messages;

/// <summary>The quiet line that says where words stand: who says them, paragraph, headline, outlet and state, linked to the words themselves.</summary>
internal static class SourceNote
{
    private const int LongestHeadline = 80;
    private const int MostNames = 3;
    private const int LongestName = 60;

    // Beyond this a link would crowd out what it belongs to.
    private const int LongestLink = 512;

    /// <param name="article">As it was cited; null when it can no longer be read.</param>
    /// <param name="withQuote">Whether the words are repeated here.</param>
    /// <param name="withArticle">Whether headline, outlet and state are named.</param>
    public static MessagePart Of(CitationRecord citation, Article? article, Translation translation, bool withQuote, bool withArticle = true)
    {
        var details = Details(citation, article, translation, withArticle);
        return withQuote ? new MessagePart($"-# [{citation.Number}] “", citation.Quote, "”", $" · {details}") : new($"-# [{citation.Number}] {details}");
    }

    /// <summary>For words that no marker points to.</summary>
    public static MessagePart Unnumbered(CitationRecord citation, Article article, Translation translation) => $"-# {Details(citation, article, translation, withArticle: true)}";

    /// <summary>The paragraph, linked to the exact words where the article has an address.</summary>
    public static string Place(CitationRecord citation, Translation translation) =>
        LinkTo(citation) is { } link ? $"[{translation.Paragraph(citation.Paragraph)}](<{link}>)" : translation.Paragraph(citation.Paragraph);

    /// <summary>Headline, outlet and state of the article.</summary>
    public static string Of(CitationRecord citation, Article? article, Translation translation) =>
        SourceLine.Join(Escaped(citation.Title, LongestHeadline), StateOf(citation, article, translation));

    public static string Of(Article article, Translation translation) =>
        SourceLine.Join(Escaped(article.Title, LongestHeadline), Rest(article, translation), Version(article.Version, translation));

    /// <summary>Outlet, day and version.</summary>
    public static string StateOf(CitationRecord citation, Article? article, Translation translation) =>
        SourceLine.Join(article is null ? null : Rest(article, translation), Version(citation.Version, translation));

    /// <summary>A few names as one.</summary>
    public static string Names(IEnumerable<string> names, Translation translation) => translation.List([.. names.Take(MostNames).Select(name => Escaped(name))]);

    /// <summary>A name, an office or an outlet: as markup, and no longer than such a thing is.</summary>
    public static string Escaped(string name, int length = LongestName) => DiscordText.EscapeInline(Shortened(name, length));

    /// <summary>Headline and outlet, for the middle of a sentence.</summary>
    public static string Named(CitationRecord citation, Article? article)
    {
        var headline = $"“{Escaped(citation.Title, LongestHeadline)}”";
        return article?.Outlet is { Length: > 0 } outlet ? $"{headline} ({Escaped(outlet)})" : headline;
    }

    /// <summary>Who is quoted in the cited words, so that what somebody says is not taken for what is so; null when nobody is.</summary>
    public static string? Claimant(CitationRecord citation, Article article, Translation translation)
    {
        var quoted = article.Said.Where(quotation =>
            quotation.Paragraph == citation.Paragraph && quotation.Start < citation.End && citation.Start < quotation.End && !quotation.Speakers.IsEmpty).ToList();
        if (quoted.Count == 0)
        {
            return null;
        }

        var names = quoted.SelectMany(quotation => quotation.Speakers).Distinct(StringComparer.Ordinal).ToList();
        var named = Names(names, translation);
        var role = names.Count == 1 && quoted[0].Role is { Length: > 0 } office ? $" ({Escaped(office)})" : "";
        return (quoted.Any(quotation => quotation.Certainty == Certainty.Likely) ? translation.Probably(named) : named) + role;
    }

    /// <summary>At most so many UTF-16 code units, cut between words where there are any.</summary>
    public static string Shortened(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var space = text.LastIndexOf(' ', length - 2);
        var end = space > length / 2 ? space : length - 1;
        return $"{text.AsSpan(0, char.IsLowSurrogate(text[end]) ? end - 1 : end).TrimEnd()}…";
    }

    private static string Details(CitationRecord citation, Article? article, Translation translation, bool withArticle) => SourceLine.Join(
        article is null ? null : Claimant(citation, article, translation),
        Place(citation, translation),
        withArticle ? Of(citation, article, translation) : null);

    private static string? LinkTo(CitationRecord citation)
    {
        if (citation.Url is not { Scheme: "http" or "https" } url)
        {
            return null;
        }

        var exact = TextFragment.Of(url, citation.Quote);
        return exact.Length <= LongestLink ? exact : TextFragment.Page(url) is { Length: <= LongestLink } page ? page : null;
    }

    private static string Rest(Article article, Translation translation) => SourceLine.Join(
        article.Outlet is { } outlet ? Escaped(outlet) : null,
        article.Date is { } day ? translation.AsOf(translation.Day(day)) : null);

    // The first is what everybody expects; a later one is worth a word.
    private static string? Version(int version, Translation translation) => version > 1 ? translation.Version(version) : null;
}
