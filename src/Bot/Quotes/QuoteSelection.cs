using System.Collections.Immutable;
using Bot.Articles;
using Bot.Articles.Quotations;

namespace Bot.Quotes;

/// <summary>The quotations somebody asked for, and what to say when there are none.</summary>
internal sealed record QuoteSelection(ImmutableArray<Quotation> Quotations, string WhyNone)
{
    /// <param name="speaker">Any part of a name; null for everybody.</param>
    /// <param name="about">Those about this only, the closest first; null for all in reading order.</param>
    public static QuoteSelection From(Article article, string? speaker, string? about)
    {
        var wanted = speaker is null ? article.Quotations : By(article, speaker);
        if (wanted.IsEmpty)
        {
            return new([], speaker is null ? "The article quotes nobody." : $"No quotes by {speaker}. {Speakers(article)}");
        }

        if (about is null)
        {
            return new(wanted, "");
        }

        var ranked = QuotationTopics.About(wanted, article.Paragraphs, about);
        return new(ranked, $"No quotes{(speaker is null ? "" : $" by {speaker}")} about {about}.");
    }

    /// <summary>“A”, “A and B”, “A, B and C”.</summary>
    public static string Names(Quotation quotation) => quotation.Speakers.Length < 2
        ? string.Concat(quotation.Speakers)
        : $"{string.Join(", ", quotation.Speakers[..^1])} and {quotation.Speakers[^1]}";

    private static ImmutableArray<Quotation> By(Article article, string speaker)
    {
        var names = new SpeakerIndex(article.Speakers).Find(speaker).Select(found => found.Name).ToHashSet(StringComparer.Ordinal);
        return [.. article.Quotations.Where(quotation => quotation.Speakers.Any(names.Contains))];
    }

    private static string Speakers(Article article) => article.Speakers.IsEmpty
        ? "The article names no speaker."
        : $"Speakers in this article: {string.Join(", ", article.Speakers.Select(speaker => $"{speaker.Name} ({speaker.Quotations})"))}.";
}
