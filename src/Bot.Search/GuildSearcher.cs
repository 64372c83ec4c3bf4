using Bot.Articles;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Bot.Search;

/// <summary>Searches what one guild sees, by the statistics of what it sees.</summary>
internal sealed class GuildSearcher : IndexSearcher
{
    private readonly GuildView _view;
    private readonly GuildId _guild;
    private readonly Term? _article;

    /// <param name="articleId">Only this article; null for all.</param>
    public GuildSearcher(PassageSearcher searcher, GuildId guild, string? articleId)
        : base(searcher.IndexReader)
    {
        Similarity = PassageSearcher.Bm25;
        _guild = guild;
        _view = searcher.ViewOf(guild);
        if (articleId is not null)
        {
            var own = PassageFields.KeyOf(guild, articleId);
            _article = HasDocuments(own) ? own : PassageFields.KeyOf(GuildId.Everyone, articleId);
        }
    }

    public ScoreDoc[] Top(Query query, int count) => Search(Restrict(query), count).ScoreDocs;

    /// <summary>True when an article of everyone's gives way to one of the guild's own.</summary>
    public bool IsHidden(GuildId owner, string articleId) => owner != _guild && HasDocuments(PassageFields.KeyOf(_guild, articleId));

    public override CollectionStatistics CollectionStatistics(string field) => _view.Statistics(field);

    public override TermStatistics TermStatistics(Term term, TermContext context) => new(term.Bytes, _view.Frequency(term, context), -1);

    private Query Restrict(Query query) => (_article, _view.Reach) switch
    {
        ({ } article, _) => new FilteredQuery(query, new QueryWrapperFilter(new TermQuery(article)), FilteredQuery.LEAP_FROG_FILTER_FIRST_STRATEGY),
        (null, Reach.Everything) => query,
        (null, Reach.Most) => new FilteredQuery(query, new ViewFilter(_view), FilteredQuery.RANDOM_ACCESS_FILTER_STRATEGY),
        _ => new FilteredQuery(query, new ViewFilter(_view), FilteredQuery.LEAP_FROG_FILTER_FIRST_STRATEGY),
    };

    private bool HasDocuments(Term key)
    {
        foreach (var leaf in IndexReader.Leaves)
        {
            var reader = leaf.AtomicReader;
            if (reader.GetTermDocsEnum(key) is not { } documents)
            {
                continue;
            }

            for (var document = documents.NextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = documents.NextDoc())
            {
                if (reader.LiveDocs is not { } live || live.Get(document))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // The view left deleted documents out when it was made for this very reader.
    private sealed class ViewFilter(GuildView view) : Filter
    {
        public override DocIdSet? GetDocIdSet(AtomicReaderContext context, IBits acceptDocs) => view.Documents(context);
    }
}
