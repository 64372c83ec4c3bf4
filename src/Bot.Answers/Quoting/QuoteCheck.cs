using Bot.Answers.Verification;
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

    /// <param name="words">As somebody gives them, without quotation marks around.</param>
    public async Task<CheckedQuote> CheckAsync(string words, GuildId guild, CancellationToken cancellationToken)
    {
        var outcome = await FindAsync(words, guild, cancellationToken);
        AnswerTelemetry.Checked(outcome);
        return outcome;
    }

    private async Task<CheckedQuote> FindAsync(string words, GuildId guild, CancellationToken cancellationToken)
    {
        var quote = WordSequence.Of(words, MostWords);
        if (quote.Count == 0)
        {
            return new CheckedQuote.NotFound();
        }

        var found = await indexer.FindPassagesAsync(new PassageQuery(words, guild) { ByParagraphAlone = true, Limit = Candidates }, cancellationToken);
        var articles = await cache.GetManyAsync([.. found.Select(passage => passage.Article).Distinct()], cancellationToken);
        (Article Article, Paragraph Paragraph, WordAgreement Agreement)? best = null;
        foreach (var passage in found)
        {
            if (articles.GetValueOrDefault(passage.Article) is not { } article || article.Paragraph(passage.Paragraph) is not { } paragraph)
            {
                continue;
            }

            if (QuoteMatch.Find(new QuotableText(paragraph.Text), words) is var (start, end))
            {
                return new CheckedQuote.Verbatim(article, Cite(article, paragraph, start, end));
            }

            var agreement = WordAgreement.Between(quote, WordSequence.Of(paragraph.Text));
            if (best is null || agreement.Kept > best.Value.Agreement.Kept)
            {
                best = (article, paragraph, agreement);
            }
        }

        if (best is not { } closest || closest.Agreement.Kept < Math.Max(Math.Min(FewestWords, quote.Count), quote.Count * LeastAgreement))
        {
            return new CheckedQuote.NotFound();
        }

        var citation = Cite(closest.Article, closest.Paragraph, closest.Agreement.Start, closest.Agreement.End);
        return closest.Agreement.IsExact ? new CheckedQuote.Verbatim(closest.Article, citation)
            : quote.Count < FewestWords ? new CheckedQuote.NotFound()
            : new CheckedQuote.Altered(closest.Article, citation, closest.Agreement.Words);
    }

    private static Citation Cite(Article article, Paragraph paragraph, int start, int end) =>
        new(1, article.Id, article.Version, article.Title, paragraph.Number, start, end, paragraph.Text[start..end], article.Url);
}
