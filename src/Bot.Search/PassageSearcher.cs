using System.Collections.Concurrent;
using Bot.Articles;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Bot.Search;

/// <summary>One state of the index, and what each guild sees of it.</summary>
internal sealed class PassageSearcher(IndexReader reader) : IndexSearcher(reader)
{
    private const int ViewsKept = 512;

    private readonly ConcurrentDictionary<GuildId, GuildView> _views = new();

    public static PassageSimilarity Bm25 { get; } = new(k1: 1.2f, b: 0.85f);

    public GuildView ViewOf(GuildId guild)
    {
        if (_views.TryGetValue(guild, out var known))
        {
            return known;
        }

        // Rebuilding one costs no more than a question; which ones are kept hardly matters.
        if (_views.Count >= ViewsKept)
        {
            _views.Clear();
        }

        return _views.GetOrAdd(guild, static (guild, reader) => new GuildView(reader, guild), IndexReader);
    }
}
