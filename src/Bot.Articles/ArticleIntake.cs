using Bot.Articles.Fetching;
using Bot.Articles.Parsing;

namespace Bot.Articles;

/// <summary>Makes an article from whatever somebody brings: an address, a file or attachment, or pasted text. The one way in, for the command line and for Discord.</summary>
/// <remarks>
/// Nothing is stored here: hand the result to <see cref="IArticleLibrary.AddAsync"/>, and show <see cref="ArticlePreview.Of"/> to whoever brought it.
/// Every source is treated as hostile: fetching is guarded (<see cref="ArticleFetcher"/>), reading bounded (<see cref="ReadingLimits"/>) and done apart from
/// the caller's thread, few documents at a time. Safe for concurrent use. Every method throws <see cref="ArticleException"/>, with the reason and what to
/// do instead, when no article can be made; consent walls, paywall stubs and bot checks are such reasons.
/// </remarks>
/// <param name="readApart">
/// Reads where a runaway harms nobody, such as in a process of its own; used for PDFs, whose reader cannot be stopped in the middle of a page. Without it
/// they are read like everything else.
/// </param>
public sealed class ArticleIntake(
    ArticleFetcher fetcher, ArticleReader reader, ReadingLimits limits, TimeProvider time, Func<SourceDocument, CancellationToken, Task<Article>>? readApart = null) : IDisposable
{
    private const string Pasted = "pasted text";

    private readonly SemaphoreSlim _atOnce = new(limits.MaxReadingsAtOnce);

    /// <param name="address">As the person wrote it; it is judged here.</param>
    public async Task<ArticleWithOriginal> FromUrlAsync(string address, CancellationToken cancellationToken) =>
        await ReadAsync(await fetcher.FetchAsync(address, cancellationToken).ConfigureAwait(false), source: null, cancellationToken).ConfigureAwait(false);

    /// <param name="fileName">Name with extension; a hint beside the bytes themselves.</param>
    /// <param name="contentType">As the carrier states it, if it does.</param>
    public Task<ArticleWithOriginal> FromBytesAsync(ReadOnlyMemory<byte> bytes, string? fileName, string? contentType, CancellationToken cancellationToken) =>
        ReadAsync(new(bytes) { FileName = fileName, ContentType = contentType }, Path.GetFileName(fileName), cancellationToken);

    /// <param name="known">What the person said of it besides (headline, outlet, date); it goes before what the text says.</param>
    public Task<ArticleWithOriginal> FromTextAsync(string text, ArticleMetadata? known, CancellationToken cancellationToken) =>
        ReadAsync(SourceDocument.FromText(text) with { Known = known ?? new() }, Pasted, cancellationToken);

    /// <summary>A file of this machine: for the command line, never for somebody else's words.</summary>
    public async Task<ArticleWithOriginal> FromFileAsync(string path, CancellationToken cancellationToken) =>
        await ReadAsync(await SourceDocument.FromFileAsync(path, limits, cancellationToken).ConfigureAwait(false), Path.GetFullPath(path), cancellationToken).ConfigureAwait(false);

    public void Dispose() => _atOnce.Dispose();

    /// <summary>
    /// The reader stops soon after it is told to; should a document find a way to keep it busy, the caller hears of it in time all the same, and the place
    /// stays taken until the reading ends, so that never more than a few threads can be lost to such documents.
    /// </summary>
    private async Task<ArticleWithOriginal> ReadAsync(SourceDocument document, string? source, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(limits.ReadingTimeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            await _atOnce.WaitAsync(both.Token).ConfigureAwait(false);
            var reading = readApart is not null && DocumentKinds.Of(document) == DocumentKind.Pdf
                ? readApart(document, both.Token)
                : Task.Run(() => reader.Read(document, both.Token), CancellationToken.None);
            _ = reading.ContinueWith(_ => _atOnce.Release(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            return new(await reading.WaitAsync(both.Token).ConfigureAwait(false) with { Source = source }, document.Bytes);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ArticleException(new ArticleFault(ArticleFaultKind.ReadingTooSlow, Number: (long)limits.ReadingTimeout.TotalSeconds), exception);
        }
    }
}
