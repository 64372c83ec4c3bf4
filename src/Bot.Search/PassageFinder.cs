using System.Collections.Immutable;
using Bot.Search.Vectors;

namespace Bot.Search;

/// <summary>Finds the passages that may bear on a question: by its words, and by its meaning too where there is an embedding model.</summary>
/// <param name="semantic">Null when none is configured.</param>
public sealed class PassageFinder(LibraryIndexer indexer, SemanticSearch? semantic = null)
{
    /// <summary>True when scores tell only the order, since two searches are fused.</summary>
    public bool IsFused => semantic is not null;

    /// <summary>Best first; scores are comparable within one result only.</summary>
    public async Task<ImmutableArray<Passage>> FindAsync(PassageQuery query, CancellationToken cancellationToken)
    {
        var near = semantic?.FindAsync(query, () => indexer.CatchUpAsync(cancellationToken), cancellationToken);
        var worded = await indexer.FindPassagesAsync(query, cancellationToken);
        return near is null || await near is not { IsEmpty: false } meant
            ? worded
            : RankFusion.Fuse(passage => (passage.Article, passage.Paragraph), (passage, score) => passage with { Score = score }, query.Limit, worded, meant);
    }
}
