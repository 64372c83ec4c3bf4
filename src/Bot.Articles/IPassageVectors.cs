using System.Collections.Immutable;

namespace Bot.Articles;

/// <summary>The vectors of articles' paragraphs, kept in the record beside the articles: they go when their article goes.</summary>
/// <remarks>Safe for concurrent use by threads and processes. <c>model</c> names who made the vectors, so that another model's are never compared with them.</remarks>
public interface IPassageVectors
{
    /// <summary>Newest versions that have no vectors of the model, in the order they were added.</summary>
    /// <param name="after">Only what was added after this; 0 for all, else <see cref="MissingVectors.Key"/> of an earlier one.</param>
    Task<ImmutableArray<MissingVectors>> MissingAsync(string model, long after, int limit, CancellationToken cancellationToken);

    /// <summary>Stores vectors in place of any others of the same version; those of versions that are gone are dropped.</summary>
    Task PutAsync(string model, IReadOnlyDictionary<ArticleVersion, VectorBlock> vectors, CancellationToken cancellationToken);

    /// <summary>The vectors of one owner's articles, in the order they were stored.</summary>
    /// <param name="after">Only what was stored after this; 0 for all, else <see cref="StoredVectors.Position"/> of an earlier one.</param>
    Task<ImmutableArray<StoredVectors>> ReadAsync(string model, GuildId owner, long after, CancellationToken cancellationToken);
}

/// <param name="Key">Grows with every version that is added.</param>
public sealed record MissingVectors(long Key, ArticleVersion Version);

/// <param name="Position">Grows with everything that is stored, and becomes visible in that order.</param>
public sealed record StoredVectors(long Position, ArticleVersion Version, VectorBlock Vectors);

/// <summary>One vector of unit length for each paragraph of an article, in eight bits a component.</summary>
/// <param name="Scales">What the components of each paragraph are multiplied with.</param>
/// <param name="Components">Paragraph by paragraph; as many as there are scales times dimensions.</param>
public sealed record VectorBlock(int Dimensions, ImmutableArray<float> Scales, ImmutableArray<sbyte> Components)
{
    public ReadOnlySpan<sbyte> Paragraph(int index) => Components.AsSpan(index * Dimensions, Dimensions);
}
