using System.Collections.Immutable;
using Bot.Articles;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Bot.Search;

/// <summary>Best first: how well a paragraph matches, and how well the article it stands in does.</summary>
internal sealed class PassageRanking(PassageAnalyzer analyzer)
{
    private const int ArticlesConsidered = 200;
    private const float HeadlineWeight = 0.5f;
    private const float ArticleWeight = 0.5f;

    public ImmutableArray<Passage> Passages(GuildSearcher searcher, PassageQuery query)
    {
        var words = Words(query);
        var found = Found(searcher, Query(words, (PassageFields.Text, 1), (PassageFields.Section, HeadlineWeight)), query.Limit * 2);
        var articles = query.ArticleId is null ? ArticleScores(searcher, words, ArticlesConsidered) : [];
        return
        [
            .. found
                .Select(passage => passage with { Score = passage.Score + (ArticleWeight * articles.GetValueOrDefault((passage.Guild, passage.ArticleId)).Score) })
                .OrderByDescending(passage => passage.Score)
                .ThenBy(passage => passage.ArticleId, StringComparer.Ordinal)
                .ThenBy(passage => passage.Paragraph)
                .Take(query.Limit),
        ];
    }

    public ImmutableArray<ArticleMatch> Articles(GuildSearcher searcher, PassageQuery query) =>
    [
        .. ArticleScores(searcher, Words(query), query.Limit).Values
            .OrderByDescending(article => article.Score)
            .ThenBy(article => article.ArticleId, StringComparer.Ordinal),
    ];

    private static Dictionary<(GuildId Guild, string ArticleId), ArticleMatch> ArticleScores(
        GuildSearcher searcher, Dictionary<string, float> words, int count) =>
        Found(searcher, Query(words, (PassageFields.Whole, 1), (PassageFields.Headline, HeadlineWeight)), count)
            .ToDictionary(
                passage => (passage.Guild, passage.ArticleId),
                passage => new ArticleMatch(passage.Guild, passage.ArticleId, passage.Version, passage.Score));

    private Dictionary<string, float> Words(PassageQuery query)
    {
        var words = new Dictionary<string, float>(StringComparer.Ordinal);
        foreach (var term in analyzer.Terms(query.Text))
        {
            words[term] = 1;
        }

        foreach (var alternative in query.Alternatives)
        {
            foreach (var term in analyzer.Terms(alternative.Text))
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
