using System.Collections.Immutable;
using Bot.Answers.Extraction.Passages;
using Bot.Answers.Summaries;
using Bot.Articles;
using Bot.Articles.Quotations;
using Bot.Localization;

namespace Bot.Commands.Quotes;

/// <summary>The quotations somebody asked for, and what to say when there are none.</summary>
internal sealed record QuoteSelection(ImmutableArray<Quotation> Quotations, string WhyNone)
{
    /// <param name="speaker">Any part of a name; null for everybody.</param>
    /// <param name="about">Those about this only, the closest first; null for all in reading order.</param>
    /// <param name="meanings">Null to go by words alone.</param>
    public static QuoteSelection From(Article article, string? speaker, string? about, Translation translation, ISentenceMeanings? meanings = null)
    {
        var wanted = speaker is null ? article.Quotations : By(article, speaker);
        if (wanted.IsEmpty)
        {
            return new([], speaker is null ? translation.QuotesNobody : string.Join(' ', Reasons(article, speaker, translation)));
        }

        if (about is null)
        {
            return new(wanted, "");
        }

        var ranked = QuotationTopics.About(wanted, article.Paragraphs, about, new FocusMatch(article, about, meanings).Near);
        return new(ranked, speaker is null ? translation.NoQuotesAbout(about) : translation.NoQuotesByAbout(speaker, about));
    }

    private static ImmutableArray<Quotation> By(Article article, string speaker)
    {
        var names = new SpeakerIndex(article.Speakers).Find(speaker).Select(found => found.Name).ToHashSet(StringComparer.Ordinal);
        return [.. article.Quotations.Where(quotation => quotation.Speakers.Any(names.Contains))];
    }

    private static IEnumerable<string> Reasons(Article article, string speaker, Translation translation)
    {
        yield return translation.NoQuotesBy(speaker);
        if (new SpeakerIndex(article.Speakers).Near(speaker) is { IsEmpty: false } near)
        {
            yield return translation.DidYouMean(near[0].Name);
        }

        yield return Speakers(article, translation);
    }

    private static string Speakers(Article article, Translation translation) => article.Speakers.IsEmpty
        ? translation.NamesNoSpeaker
        : translation.Speakers(string.Join(", ", article.Speakers.Select(speaker => $"{speaker.Name} ({speaker.Quotations})")));
}
