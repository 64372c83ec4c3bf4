using Bot.Articles;
using Microsoft.Extensions.Caching.Memory;

namespace Bot.Answers;

/// <summary>Keeps the articles that questions came upon lately, so that the next question about them reads no database.</summary>
/// <remarks>A version of an article never changes, and which articles a guild may see is decided by the index before this is asked.</remarks>
public sealed class ArticleCache(IArticleLibrary library) : IDisposable
{
    // One of 200 letters takes about 0.5 kB, 2.1 kB more once it was asked about and 2.2 kB more once a model was shown it (PerParagraph): some 240 MB at most.
    private const int MostParagraphs = 50_000;

    private readonly MemoryCache _articles = new(new MemoryCacheOptions { SizeLimit = MostParagraphs });

    /// <summary>Those that are still there; what is not kept is read all at once.</summary>
    public async ValueTask<IReadOnlyDictionary<ArticleVersion, Article>> GetManyAsync(
        IReadOnlyCollection<ArticleVersion> versions, CancellationToken cancellationToken)
    {
        var articles = new Dictionary<ArticleVersion, Article>(versions.Count);
        var missing = new List<ArticleVersion>();
        foreach (var version in versions)
        {
            if (_articles.TryGetValue(version, out Article? known))
            {
                articles[version] = known!;
            }
            else
            {
                missing.Add(version);
            }
        }

        if (missing.Count > 0)
        {
            foreach (var (version, article) in await library.GetManyAsync(missing, cancellationToken))
            {
                articles[version] = _articles.Set(version, article, new MemoryCacheEntryOptions { Size = article.Paragraphs.Length });
            }
        }

        return articles;
    }

    /// <summary>A version of an article that is the guild's or everyone's, where it is kept; null says nothing.</summary>
    public Article? Find(GuildId guild, string articleId, int version) =>
        _articles.TryGetValue(new ArticleVersion(guild, articleId, version), out Article? own) ? own
        : _articles.TryGetValue(new ArticleVersion(GuildId.Everyone, articleId, version), out Article? everyones) ? everyones
        : null;

    /// <summary>Drops every version of an article that was removed.</summary>
    public void Forget(ArticleChange removed)
    {
        for (var version = 1; version <= removed.Version; version++)
        {
            _articles.Remove(new ArticleVersion(removed.Guild, removed.ArticleId, version));
        }
    }

    public void Dispose() => _articles.Dispose();
}
