using System.Collections.Immutable;
using System.Numerics;
using Bot.Articles;

namespace Bot.Search.Vectors;

/// <summary>The codes of one owner's articles in memory, the newest version of each that has any: a hundredth of a second for a million sentences.</summary>
/// <remarks>Changes are for one thread at a time; searching is safe beside them.</remarks>
internal sealed class OwnedVectors(GuildId owner)
{
    private readonly Dictionary<string, StoredCodes> _articles = new(StringComparer.Ordinal);
    private ImmutableArray<StoredCodes>? _listed;

    /// <summary>How far in the record they have come.</summary>
    public long Position { get; private set; }

    public long Bytes { get; private set; }

    /// <summary>As they are now; what changes later does not change this.</summary>
    public ImmutableArray<StoredCodes> Articles => _listed ??= [.. _articles.Values];

    public void Add(StoredCodes stored)
    {
        Position = Math.Max(Position, stored.Position);
        if (_articles.TryGetValue(stored.Version.ArticleId, out var known))
        {
            if (known.Version.Version > stored.Version.Version)
            {
                return;
            }

            Bytes -= SizeOf(known);
        }

        _articles[stored.Version.ArticleId] = stored;
        Bytes += SizeOf(stored);
        _listed = null;
    }

    public void Drop(ArticleVersion version)
    {
        if (_articles.TryGetValue(version.ArticleId, out var known) && known.Version == version && version.Guild == owner)
        {
            _articles.Remove(version.ArticleId);
            Bytes -= SizeOf(known);
            _listed = null;
        }
    }

    /// <summary>Adds the nearest sentences to <paramref name="nearest"/>, every one of which is looked at.</summary>
    /// <param name="nearest">The <paramref name="count"/> with most signs in common so far, the farthest first to go.</param>
    public static void Search(
        IEnumerable<StoredCodes> articles, ReadOnlySpan<ulong> code, int dimensions, int count, PriorityQueue<(ArticleVersion Version, int Vector), int> nearest)
    {
        foreach (var stored in articles)
        {
            var codes = stored.Codes.AsSpan();
            for (var vector = 0; stored.Dimensions == dimensions && (vector + 1) * code.Length <= codes.Length; vector++)
            {
                var common = dimensions;
                for (var i = 0; i < code.Length; i++)
                {
                    common -= BitOperations.PopCount(code[i] ^ codes[(vector * code.Length) + i]);
                }

                if (nearest.Count < count)
                {
                    nearest.Enqueue((stored.Version, vector), common);
                }
                else if (nearest.TryPeek(out _, out var least) && common > least)
                {
                    nearest.DequeueEnqueue((stored.Version, vector), common);
                }
            }
        }
    }

    private static long SizeOf(StoredCodes stored) => (stored.Codes.Length * sizeof(ulong)) + (stored.Sentences.Length * sizeof(ushort));
}
