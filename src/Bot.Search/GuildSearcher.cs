using Bot.Articles;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Bot.Search;

/// <summary>Searches what one guild sees: its own index and everyone's, by the statistics of the two. Nothing here depends on what others have.</summary>
internal sealed class GuildSearcher : IndexSearcher
{
    private readonly GuildId _guild;
    private readonly Filter? _article;

    /// <param name="articleId">Only this article; null for all.</param>
    public GuildSearcher(IndexReader reader, GuildId guild, string? articleId)
        : base(reader)
    {
        Similarity = PassageSimilarity.Bm25;
        _guild = guild;
        if (articleId is not null)
        {
            var own = PassageFields.KeyOf(guild, articleId);
            _article = new QueryWrapperFilter(new TermQuery(HasDocuments(own) ? own : PassageFields.KeyOf(GuildId.Everyone, articleId)));
        }
    }

    // Each field counts only the documents that have it: paragraphs say nothing about how long or how many articles are.
    public override CollectionStatistics CollectionStatistics(string field)
    {
        var (documents, words) = (0L, 0L);
        foreach (var leaf in IndexReader.Leaves)
        {
            if (leaf.AtomicReader.GetTerms(field) is { } terms)
            {
                documents += terms.DocCount;
                words += terms.SumTotalTermFreq;
            }
        }

        return new CollectionStatistics(field, documents, documents, words, -1);
    }

    public ScoreDoc[] Top(Query query, int count) =>
        Search(_article is null ? query : new FilteredQuery(query, _article, FilteredQuery.LEAP_FROG_FILTER_FIRST_STRATEGY), count).ScoreDocs;

    /// <summary>True when an article of everyone's gives way to one of the guild's own.</summary>
    public bool IsHidden(GuildId owner, string articleId) => owner != _guild && HasDocuments(PassageFields.KeyOf(_guild, articleId));

    /// <summary>True when the guild sees this very version.</summary>
    public bool Holds(ArticleVersion version) =>
        (version.Guild == _guild || version.Guild == GuildId.Everyone)
        && !IsHidden(version.Guild, version.ArticleId)
        && VersionOf(PassageFields.KeyOf(version.Guild, version.ArticleId)) == version.Version;

    private bool HasDocuments(Term key) => VersionOf(key) is not null;

    private int? VersionOf(Term key)
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
                    return PassageFields.Identify(reader, document).Version;
                }
            }
        }

        return null;
    }
}
