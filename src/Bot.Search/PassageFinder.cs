using System.Collections.Immutable;
using Bot.Search.Vectors;

namespace Bot.Search;

/// <summary>Finds the passages that may bear on a question: by its words, and by its meaning too.</summary>
/// <param name="semantic">Null to go by words alone.</param>
public sealed class PassageFinder(LibraryIndexer indexer, SemanticSearch? semantic = null)
{
    /// <summary>Best first; scores are comparable within one result only.</summary>
    public async Task<ImmutableArray<Passage>> FindAsync(PassageQuery query, CancellationToken cancellationToken)
    {
        var near = semantic?.FindAsync(query, () => indexer.CatchUpAsync(cancellationToken), cancellationToken);
        var worded = await indexer.FindPassagesAsync(query, cancellationToken);
        return near is null || await near is not { IsEmpty: false } meant ? worded : Fuse(worded, meant, query.Limit);
    }

    /// <summary>What stands high in either comes first; an article keeps how well its words match, and has how near it comes to the question.</summary>
    internal static ImmutableArray<Passage> Fuse(ImmutableArray<Passage> worded, ImmutableArray<Passage> meant, int limit)
    {
        var scores = worded.ToLookup(passage => passage.Article, passage => passage.ArticleScore);
        var nearest = meant.ToLookup(passage => passage.Article, passage => passage.Score);
        return RankFusion.Fuse(
            passage => (passage.Article, passage.Paragraph),
            (passage, score) => passage with
            {
                Score = score,
                ArticleScore = scores[passage.Article].FirstOrDefault(),
                ArticleCosine = nearest[passage.Article].FirstOrDefault(),
            },
            limit,
            worded,
            meant);
    }
}
