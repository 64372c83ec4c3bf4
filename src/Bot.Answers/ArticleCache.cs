using Bot.Articles;
using Bot.Search;
using Microsoft.Extensions.Caching.Memory;

namespace Bot.Answers;

/// <summary>Keeps the articles that questions came upon lately, so that the next question about them reads no database.</summary>
/// <remarks>A version of an article never changes, and which articles a guild may see is decided by the index before this is asked.</remarks>
public sealed class ArticleCache(IArticleLibrary library) : IDisposable
{
    // About 2 kB each with its sentences: some 100 MB at most.
    private const int MostParagraphs = 50_000;

    private readonly MemoryCache _articles = new(new MemoryCacheOptions { SizeLimit = MostParagraphs });

    /// <summary>The article that a passage is from; null when it has been removed since the index was searched.</summary>
    public async ValueTask<Article?> GetAsync(GuildId guild, Passage passage, CancellationToken cancellationToken)
    {
        var key = (passage.Guild, passage.ArticleId, passage.Version);
        if (_articles.TryGetValue(key, out Article? known))
        {
            return known;
        }

        var article = await library.GetAsync(guild, passage.ArticleId, passage.Version, cancellationToken);
        return article is null ? null : _articles.Set(key, article, new MemoryCacheEntryOptions { Size = article.Paragraphs.Length });
    }

    public void Dispose() => _articles.Dispose();
}
