using Bot.Answers;
using Bot.Articles;

namespace Bot.Hosting;

/// <summary>What the command line asks of the library: find an article by what the user calls it, read a file or an address.</summary>
internal sealed class ArticleResolver(IArticleLibrary library, ArticleIntake intake)
{
    private readonly Dictionary<string, Article> _readForThisCall = [];

    /// <summary>The article that a citation points into.</summary>
    public async Task<Article?> ArticleOfAsync(Citation citation, CancellationToken cancellationToken) =>
        _readForThisCall.GetValueOrDefault(citation.ArticleId)
        ?? await library.GetAsync(GuildId.Everyone, citation.ArticleId, citation.Version, cancellationToken);

    /// <summary>The newest article of the library, for verbs that are given none.</summary>
    public async Task<Article> FindOrNewestAsync(string? reference, CancellationToken cancellationToken)
    {
        if (reference is not null)
        {
            return await FindAsync(reference, cancellationToken);
        }

        var listings = await library.ListAsync(GuildId.Everyone, cancellationToken);
        return listings.Length == 0
            ? throw new OperatorException("The library is empty. Add an article: bot article add PATH or URL")
            : (await library.GetAsync(GuildId.Everyone, listings[0].Id, null, cancellationToken))!;
    }

    /// <summary>An id or the unique beginning of one, else an address or a file, which is read for this call only.</summary>
    public async Task<Article> FindAsync(string reference, CancellationToken cancellationToken)
    {
        if (await InLibraryAsync(reference, cancellationToken) is { } known)
        {
            return known;
        }

        if (IsUrl(reference) || LooksLikeAFile(reference))
        {
            var (article, _) = await ReadAsync(reference, cancellationToken);
            _readForThisCall[article.Id] = article;
            return article;
        }

        throw new OperatorException($"There is no article or file “{reference}”. `bot article list` shows the articles, `bot article add PATH` or URL adds one.");
    }

    public async Task<Article?> InLibraryAsync(string reference, CancellationToken cancellationToken)
    {
        if (await library.GetAsync(GuildId.Everyone, reference, null, cancellationToken) is { } exact)
        {
            return exact;
        }

        if (reference.Length < 3)
        {
            return null;
        }

        var listings = await library.ListAsync(GuildId.Everyone, cancellationToken);
        var matches = listings.Where(listing => listing.Id.StartsWith(reference, StringComparison.OrdinalIgnoreCase)).Take(2).ToList();
        return matches is [var only] ? await library.GetAsync(GuildId.Everyone, only.Id, null, cancellationToken) : null;
    }

    /// <param name="source">Path or URL.</param>
    public Task<ArticleWithOriginal> ReadAsync(string source, CancellationToken cancellationToken) =>
        IsUrl(source) ? intake.FromUrlAsync(source, cancellationToken) : intake.FromFileAsync(source, cancellationToken);

    private static bool LooksLikeAFile(string reference) =>
        File.Exists(reference) || Directory.Exists(reference) || reference.AsSpan().ContainsAny("/\\.");

    // Whatever scheme: that only the web's are read is for the intake to say.
    private static bool IsUrl(string source) => source.Contains("://", StringComparison.Ordinal);
}
