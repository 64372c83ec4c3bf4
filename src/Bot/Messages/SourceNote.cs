using System.Globalization;
using Bot.Articles;
using Bot.Localization;
using Bot.Storage.Answers;

namespace Bot.Messages;

/// <summary>The quiet line that says where words stand: paragraph, who says them, headline, outlet and state, linked to the words themselves.</summary>
internal static class SourceNote
{
    private const int LongestHeadline = 80;
    private const int MostNames = 3;
    private const int LongestName = 60;

    // Beyond this a link would crowd out what it belongs to.
    private const int LongestLink = 400;
    private const int LongestLine = 1200;

    /// <summary>One line for each article, which names it once: “[1] ¶27 Lavrov · [2] ¶3 · headline · outlet · date”.</summary>
    /// <param name="articles">As they were cited, by id and version; those that can no longer be read are missing.</param>
    /// <param name="verbatim">Whether to say, where it is so, that what is shown stands in the article word for word.</param>
    public static string Of(IReadOnlyList<CitationRecord> citations, IReadOnlyDictionary<(string, int), Article> articles, Translation translation, bool verbatim)
    {
        var isVerbatim = verbatim && citations.All(citation => articles.TryGetValue((citation.Article, citation.Version), out var article) && IsVerbatim(citation, article));
        return string.Join('\n', citations.GroupBy(citation => (citation.Article, citation.Version)).Select((cited, i) =>
            Line([.. cited], articles.GetValueOrDefault(cited.Key), isVerbatim && i == 0, translation)));
    }

    /// <summary>For words that no marker points to.</summary>
    public static string Unnumbered(CitationRecord citation, Article article, Translation translation, bool verbatim) =>
        $"-# {SourceLine.Join(verbatim && IsVerbatim(citation, article) ? translation.Verbatim : null, Place(citation), Claimant(citation, article, translation), Of(citation, article, translation))}";

    /// <summary>“¶27”, linked to the exact words where the article has an address.</summary>
    public static string Place(CitationRecord citation) => LinkTo(citation) is { } link ? $"[{Paragraph(citation)}](<{link}>)" : Paragraph(citation);

    /// <summary>“¶27”.</summary>
    public static string Paragraph(CitationRecord citation) => string.Create(CultureInfo.InvariantCulture, $"¶{citation.Paragraph}");

    /// <summary>Headline, outlet and state of the article.</summary>
    public static string Of(CitationRecord citation, Article? article, Translation translation) =>
        SourceLine.Join(Escaped(citation.Title, LongestHeadline), StateOf(citation, article, translation));

    /// <summary>Outlet, day and version.</summary>
    public static string StateOf(CitationRecord citation, Article? article, Translation translation) => SourceLine.Join(
        article?.Outlet is { } outlet ? Escaped(outlet) : null,
        article?.Date is { } day ? translation.Day(day) : null,

        // The first is what everybody expects; a later one is worth a word.
        citation.Version > 1 ? translation.Version(citation.Version) : null);

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

    /// <summary>Whether the words stand in the article at their place, character for character.</summary>
    public static bool IsVerbatim(CitationRecord citation, Article article) =>
        article.Paragraph(citation.Paragraph)?.Text is { } text && citation.Start >= 0 && citation.Start < citation.End && citation.End <= text.Length
        && text.AsSpan(citation.Start, citation.End - citation.Start).SequenceEqual(citation.Quote);

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

    private static string Line(IReadOnlyList<CitationRecord> cited, Article? article, bool verbatim, Translation translation)
    {
        var linked = Line(Place);
        return linked.Length <= LongestLine ? linked : Line(Paragraph);

        string Line(Func<CitationRecord, string> place)
        {
            var places = cited.Select(citation => string.Join(' ', new[]
            {
                string.Create(CultureInfo.InvariantCulture, $"[{citation.Number}]"), place(citation), article is null ? null : Claimant(citation, article, translation),
            }.Where(part => part is not null)));
            return $"-# {SourceLine.Join([verbatim ? translation.Verbatim : null, .. places, Of(cited[0], article, translation)])}";
        }
    }

    /// <summary>Who is quoted in the cited words, so that what somebody says is not taken for what is so; null when nobody is.</summary>
    private static string? Claimant(CitationRecord citation, Article article, Translation translation)
    {
        var quoted = article.Said.Where(quotation =>
            quotation.Paragraph == citation.Paragraph && quotation.Start < citation.End && citation.Start < quotation.End && !quotation.Speakers.IsEmpty).ToList();
        if (quoted.Count == 0)
        {
            return null;
        }

        var named = Names(quoted.SelectMany(quotation => quotation.Speakers).Distinct(StringComparer.Ordinal), translation);
        return quoted.Any(quotation => quotation.Certainty == Certainty.Likely) ? translation.Probably(named) : named;
    }

    private static string? LinkTo(CitationRecord citation)
    {
        if (citation.Url is not { Scheme: "http" or "https" } url)
        {
            return null;
        }

        var exact = TextFragment.Of(url, citation.Quote);
        return exact.Length <= LongestLink ? exact : TextFragment.Page(url) is { Length: <= LongestLink } page ? page : null;
    }
}
