using System.Collections.Immutable;
using Bot.Articles;
using Bot.Search;

namespace Bot.Answers.Quoting;

/// <summary>Looks up words that somebody gives as a quote in the articles a guild can see.</summary>
public sealed class QuoteCheck(ArticleCache cache, LibraryIndexer indexer)
{
    private const int Candidates = 40;

    // A message has up to 4,000 characters; what is quoted of an article rarely more than a few sentences.
    private const int MostWords = 200;

    // Fewer words agree with something in any article by chance.
    private const int FewestWords = 4;
    private const double LeastAgreement = 0.6;

    // So few words stand in many paragraphs; what is written around them tells which is meant.
    private const int ShortQuote = 8;
    private const int MostAround = 600;

    /// <param name="words">As somebody gives them, without quotation marks around.</param>
    /// <param name="named">To whom they give them; empty for nobody.</param>
    /// <param name="around">The rest of their message, by which a short quote is found.</param>
    public async Task<CheckedQuote> CheckAsync(string words, ImmutableArray<string> named, string around, GuildId guild, CancellationToken cancellationToken)
    {
        var outcome = await FindAsync(words, named, around, guild, cancellationToken);
        AnswerTelemetry.Checked(outcome);
        return outcome;
    }

    private async Task<CheckedQuote> FindAsync(string words, ImmutableArray<string> named, string around, GuildId guild, CancellationToken cancellationToken)
    {
        var quote = WordSequence.Of(words, MostWords);
        if (quote.Count == 0)
        {
            return new CheckedQuote.NotFound();
        }

        var query = quote.Count < ShortQuote ? $"{words} {around[..Math.Min(around.Length, MostAround)]}" : words;
        var found = await indexer.FindPassagesAsync(new PassageQuery(query, guild) { ByParagraphAlone = true, Limit = Candidates }, cancellationToken);
        var articles = await cache.GetManyAsync([.. found.Select(passage => passage.Article).Distinct()], cancellationToken);
        var places = found
            .Select(passage => (Article: articles.GetValueOrDefault(passage.Article), passage.Paragraph))
            .Where(place => place.Article?.Paragraph(place.Paragraph) is not null)
            .Select(place => (Article: place.Article!, Paragraph: place.Article!.Paragraph(place.Paragraph)!))
            .ToArray();

        // The words are looked for in what people say first, there in what the one who is named says.
        if (places.SelectMany(place => Spoken(place.Article, place.Paragraph, words, named)).OrderBy(spoken => spoken.Ownership.Owner == QuoteOwner.Other).FirstOrDefault() is { } best)
        {
            return best;
        }

        foreach (var (article, paragraph) in places)
        {
            if (QuoteMatch.Find(new QuotableText(paragraph.Text), words) is var (start, end))
            {
                return new CheckedQuote.Verbatim(article, Cite(article, paragraph, start, end), QuoteOwnership.Of(article, QuotationAt(article, paragraph, start, end), named));
            }
        }

        var agreements = places.Select(place => (place.Article, place.Paragraph, Agreement: WordAgreement.Between(quote, WordSequence.Of(place.Paragraph.Text))));
        var (closest, where, agreement) = agreements.DefaultIfEmpty().MaxBy(place => place.Agreement?.Kept ?? 0);
        if (agreement is null || agreement.Kept < Math.Max(Math.Min(FewestWords, quote.Count), quote.Count * LeastAgreement))
        {
            return new CheckedQuote.NotFound();
        }

        var citation = Cite(closest, where, agreement.Start, agreement.End);
        var ownership = QuoteOwnership.Of(closest, QuotationAt(closest, where, agreement.Start, agreement.End), named);
        return agreement.IsExact ? new CheckedQuote.Verbatim(closest, citation, ownership)
            : quote.Count < FewestWords ? new CheckedQuote.NotFound()
            : new CheckedQuote.Altered(closest, citation, agreement.Words, ownership);
    }

    private static IEnumerable<CheckedQuote.Verbatim> Spoken(Article article, Paragraph paragraph, string words, ImmutableArray<string> named)
    {
        foreach (var quotation in article.Quotations.Where(quotation => quotation.Paragraph == paragraph.Number))
        {
            if (QuoteMatch.Find(new QuotableText(quotation.Text), words) is var (start, end))
            {
                yield return new(article, Cite(article, paragraph, quotation.Start + start, quotation.Start + end), QuoteOwnership.Of(article, quotation, named));
            }
        }
    }

    private static Quotation? QuotationAt(Article article, Paragraph paragraph, int start, int end) =>
        article.Quotations.FirstOrDefault(quotation => quotation.Paragraph == paragraph.Number && quotation.Start < end && start < quotation.End);

    private static Citation Cite(Article article, Paragraph paragraph, int start, int end) =>
        new(1, article.Id, article.Version, article.Title, paragraph.Number, start, end, paragraph.Text[start..end], article.Url);
}
