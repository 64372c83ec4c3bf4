using System.Collections.Immutable;
using Bot.Articles;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Bot.Search;

/// <summary>Best first: how well a paragraph matches, and how well the article it stands in does.</summary>
internal static class PassageRanking
{
    private const int ArticlesConsidered = 200;
    private const float HeadlineWeight = 0.5f;

    // A paragraph takes for granted what its article has said before: the article decides, the paragraph's own words among its paragraphs.
    private const float ArticleWeight = 5;

    // The opening stands for an article that is about the subject but whose paragraphs say it in other words.
    private const int Openings = 12;

    // One long article must not take the places of all others; where there are no others, they are its own.
    private const int MostOfOneArticle = 6;

    public static ImmutableArray<Passage> Passages(GuildSearcher searcher, PassageQuery query)
    {
        var words = Words(query);
        var found = Found(searcher, Query(words, (PassageFields.Text, 1), (PassageFields.Section, HeadlineWeight)), query.Limit * 2);
        var ordered = query.ArticleId is not null || query.ByParagraphAlone ? Ordered(found) : AmongArticles(found, ArticleScores(searcher, words, ArticlesConsidered));
        return [.. ordered.Take(query.Limit)];
    }

    public static ImmutableArray<ArticleHit> Articles(GuildSearcher searcher, PassageQuery query) =>
    [
        .. ArticleScores(searcher, Words(query), query.Limit).Values
            .OrderByDescending(article => article.Score)
            .ThenBy(article => article.ArticleId, StringComparer.Ordinal),
    ];

    private static IEnumerable<Passage> AmongArticles(List<Passage> found, Dictionary<(GuildId Guild, string ArticleId), ArticleHit> articles)
    {
        var taken = new Dictionary<(GuildId Guild, string ArticleId), int>();
        var scored = found.Concat(MissingOpenings(found, articles.Values))
            .Select(passage => (passage, article: articles.GetValueOrDefault((passage.Guild, passage.ArticleId)).Score))
            .Select(both => both.passage with { Score = both.passage.Score + (ArticleWeight * both.article), ArticleScore = both.article });
        var ordered = Ordered(scored).ToLookup(passage => (taken[(passage.Guild, passage.ArticleId)] = taken.GetValueOrDefault((passage.Guild, passage.ArticleId)) + 1) <= MostOfOneArticle);
        return ordered[true].Concat(ordered[false]);
    }

    private static IOrderedEnumerable<Passage> Ordered(IEnumerable<Passage> passages) => passages
        .OrderByDescending(passage => passage.Score)
        .ThenBy(passage => passage.ArticleId, StringComparer.Ordinal)
        .ThenBy(passage => passage.Paragraph);

    private static IEnumerable<Passage> MissingOpenings(List<Passage> found, IReadOnlyCollection<ArticleHit> articles)
    {
        var known = found.Select(passage => (passage.Guild, passage.ArticleId)).ToHashSet();
        return articles.OrderByDescending(article => article.Score)
            .Take(Openings)
            .Where(article => !known.Contains((article.Guild, article.ArticleId)))
            .Select(article => new Passage(article.Guild, article.ArticleId, article.Version, 1, 0));
    }

    private static Dictionary<(GuildId Guild, string ArticleId), ArticleHit> ArticleScores(
        GuildSearcher searcher, Dictionary<string, float> words, int count) =>
        Found(searcher, Query(words, (PassageFields.Whole, 1), (PassageFields.Headline, HeadlineWeight)), count)
            .ToDictionary(
                passage => (passage.Guild, passage.ArticleId),
                passage => new ArticleHit(passage.Guild, passage.ArticleId, passage.Version, passage.Score));

    private static Dictionary<string, float> Words(PassageQuery query)
    {
        var words = new Dictionary<string, float>(StringComparer.Ordinal);
        foreach (var term in PassageTerms.Of(query.Text))
        {
            words[term] = 1;
        }

        foreach (var alternative in query.Alternatives)
        {
            foreach (var term in PassageTerms.Of(alternative.Text))
            {
                words[term] = Math.Max(words.GetValueOrDefault(term), alternative.Weight);
            }
        }

        return words;
    }

    private static BooleanQuery Query(Dictionary<string, float> words, params ReadOnlySpan<(string Field, float Weight)> fields)
    {
        var query = new BooleanQuery(disableCoord: true);
        foreach (var (field, fieldWeight) in fields)
        {
            foreach (var (term, weight) in words.Take(BooleanQuery.MaxClauseCount / fields.Length))
            {
                query.Add(new TermQuery(new Term(field, term)) { Boost = weight * fieldWeight }, Occur.SHOULD);
            }
        }

        return query;
    }

    private static List<Passage> Found(GuildSearcher searcher, BooleanQuery query, int count)
    {
        var found = new List<Passage>();
        if (query.Clauses.Count == 0)
        {
            return found;
        }

        foreach (var hit in searcher.Top(query, count))
        {
            var leaf = searcher.IndexReader.Leaves[ReaderUtil.SubIndex(hit.Doc, searcher.IndexReader.Leaves)];
            var (guild, articleId, version, paragraph) = PassageFields.Identify(leaf.AtomicReader, hit.Doc - leaf.DocBase);
            if (!searcher.IsHidden(guild, articleId))
            {
                found.Add(new Passage(guild, articleId, version, paragraph, hit.Score));
            }
        }

        return found;
    }
}
