using System.Collections.Immutable;

namespace Bot.Articles;

/// <summary>The vectors of articles' sentences, kept in the record beside the articles: they go when their article goes.</summary>
/// <remarks>Safe for concurrent use by threads and processes. <c>model</c> names who made the vectors, so that another model's are never compared with them.</remarks>
public interface IPassageVectors
{
    /// <summary>Newest versions that have no vectors of the model, in the order they were added.</summary>
    /// <param name="after">Only what was added after this; 0 for all, else <see cref="MissingVectors.Key"/> of an earlier one.</param>
    Task<ImmutableArray<MissingVectors>> MissingAsync(string model, long after, int limit, CancellationToken cancellationToken);

    /// <summary>Stores vectors in place of any others of the same version; those of versions that are gone are dropped.</summary>
    Task PutAsync(string model, IReadOnlyDictionary<ArticleVersion, VectorBlock> vectors, CancellationToken cancellationToken);

    /// <summary>The codes of one owner's articles, in the order they were stored.</summary>
    /// <param name="after">Only what was stored after this; 0 for all, else <see cref="StoredCodes.Position"/> of an earlier one.</param>
    /// <param name="limit">At most so many articles.</param>
    Task<ImmutableArray<StoredCodes>> ReadCodesAsync(string model, GuildId owner, long after, int limit, CancellationToken cancellationToken);

    /// <summary>The vectors of exactly these versions; those that have none are missing.</summary>
    /// <param name="versions">At most 1,000.</param>
    Task<IReadOnlyDictionary<ArticleVersion, VectorBlock>> GetManyAsync(string model, IReadOnlyCollection<ArticleVersion> versions, CancellationToken cancellationToken);

    /// <summary>The vectors of the article that <see cref="IArticleLibrary.GetAsync"/> finds; null when it has none.</summary>
    Task<VectorBlock?> FindAsync(string model, GuildId guild, string articleId, int version, CancellationToken cancellationToken);
}

/// <param name="Key">Grows with every version that is added.</param>
public sealed record MissingVectors(long Key, ArticleVersion Version);

/// <summary>What a search through many articles compares first.</summary>
/// <param name="Position">Grows with everything that is stored, and becomes visible in that order.</param>
/// <param name="Sentences">How many of each paragraph have one.</param>
/// <param name="Codes">The signs of each vector's components, a bit each and sixty-four to a number: the headline's, then each sentence's.</param>
public sealed record StoredCodes(long Position, ArticleVersion Version, int Dimensions, ImmutableArray<ushort> Sentences, ImmutableArray<ulong> Codes);

/// <summary>One vector of unit length for the headline of an article and one for each of its sentences, in eight bits a component; from the bot's own model also one for each sentence
/// with the one before it.</summary>
/// <param name="Sentences">How many of each paragraph have one.</param>
/// <param name="Scales">What the components of each vector are multiplied with: the headline's, then each sentence's in reading order, then those of the sentences in context.</param>
/// <param name="Components">Vector by vector; as many as there are scales times dimensions.</param>
public sealed record VectorBlock(int Dimensions, ImmutableArray<ushort> Sentences, ImmutableArray<float> Scales, ImmutableArray<sbyte> Components)
{
    // A news report has some sixty; of what is no report the beginning will do.
    private const int MostSentences = 3_000;

    /// <summary>How many sentences of each paragraph are to have a vector.</summary>
    public static ImmutableArray<ushort> SentencesOf(Article article)
    {
        var left = MostSentences;
        var counts = ImmutableArray.CreateBuilder<ushort>(article.Paragraphs.Length);
        foreach (var paragraph in article.Paragraphs)
        {
            var count = Math.Min(left, paragraph.Sentences.Length);
            counts.Add((ushort)count);
            left -= count;
        }

        return counts.MoveToImmutable();
    }

    /// <summary>False for vectors that were made of the article when it was read otherwise.</summary>
    public bool IsOf(Article article) => Sentences.AsSpan().SequenceEqual(SentencesOf(article).AsSpan())
        && (Scales.Length == 1 + Count || HasContexts) && Components.Length == Scales.Length * Dimensions;

    public bool HasContexts => Scales.Length == 1 + (2 * Count);

    private int Count => Sentences.Sum(count => count);

    /// <summary>As in <see cref="StoredCodes.Codes"/>; searched is what sentences say themselves.</summary>
    public ImmutableArray<ulong> Codes()
    {
        var width = WidthOfCode(Dimensions);
        var codes = ImmutableArray.CreateBuilder<ulong>((1 + Count) * width);
        for (var vector = 0; vector <= Count; vector++)
        {
            codes.AddRange(CodeOf(Components.AsSpan(vector * Dimensions, Dimensions)));
        }

        return codes.MoveToImmutable();
    }

    public static ulong[] CodeOf(ReadOnlySpan<sbyte> components)
    {
        var code = new ulong[WidthOfCode(components.Length)];
        for (var i = 0; i < components.Length; i++)
        {
            code[i / 64] |= components[i] > 0 ? 1UL << (i % 64) : 0;
        }

        return code;
    }

    private static int WidthOfCode(int dimensions) => (dimensions + 63) / 64;
}
