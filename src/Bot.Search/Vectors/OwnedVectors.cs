using Bot.Articles;

namespace Bot.Search.Vectors;

/// <summary>The vectors of one owner's articles in memory, the newest version of each that has any. For one thread at a time.</summary>
internal sealed class OwnedVectors(GuildId owner)
{
    private readonly Dictionary<string, StoredVectors> _articles = new(StringComparer.Ordinal);

    /// <summary>How far in the record they have come.</summary>
    public long Position { get; private set; }

    public long Bytes { get; private set; }

    public void Add(StoredVectors stored)
    {
        Position = Math.Max(Position, stored.Position);
        if (_articles.TryGetValue(stored.Version.ArticleId, out var known))
        {
            if (known.Version.Version > stored.Version.Version)
            {
                return;
            }

            Bytes -= known.Vectors.Components.Length;
        }

        _articles[stored.Version.ArticleId] = stored;
        Bytes += stored.Vectors.Components.Length;
    }

    public void Drop(ArticleVersion version)
    {
        if (_articles.TryGetValue(version.ArticleId, out var known) && known.Version == version && version.Guild == owner)
        {
            _articles.Remove(version.ArticleId);
            Bytes -= known.Vectors.Components.Length;
        }
    }

    /// <summary>Adds the nearest passages to <paramref name="nearest"/>, every one of which is looked at.</summary>
    /// <param name="nearest">The <paramref name="count"/> nearest so far, the farthest first to go.</param>
    /// <param name="articleId">Only this article; null for all.</param>
    public void Search(ReadOnlySpan<sbyte> query, float scale, string? articleId, int count, PriorityQueue<Passage, float> nearest)
    {
        foreach (var stored in articleId is null ? _articles.Values : _articles.TryGetValue(articleId, out var one) ? [one] : (IEnumerable<StoredVectors>)[])
        {
            var vectors = stored.Vectors;
            for (var i = 0; i < vectors.Scales.Length && vectors.Dimensions == query.Length; i++)
            {
                var score = Quantised.Dot(query, vectors.Paragraph(i)) * scale * vectors.Scales[i];
                if (score <= 0 || (nearest.Count == count && nearest.TryPeek(out _, out var least) && score <= least))
                {
                    continue;
                }

                var version = stored.Version;
                nearest.Enqueue(new Passage(version.Guild, version.ArticleId, version.Version, i + 1, score), score);
                if (nearest.Count > count)
                {
                    nearest.Dequeue();
                }
            }
        }
    }
}
