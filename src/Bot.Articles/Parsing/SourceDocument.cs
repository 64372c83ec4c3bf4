using System.Text;

namespace Bot.Articles.Parsing;

/// <summary>A document as it came, with everything its carrier said about it. What is said is a hint: the bytes decide first.</summary>
public sealed record SourceDocument(ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Name with extension; a folder in front does no harm.</summary>
    public string? FileName { get; init; }

    /// <summary>As in HTTP, with or without a charset.</summary>
    public string? ContentType { get; init; }

    public Uri? Url { get; init; }

    /// <summary>What the caller knows for certain; it goes before anything found in the document.</summary>
    public ArticleMetadata Known { get; init; } = new();

    /// <summary>A text that was pasted or written by hand.</summary>
    public static SourceDocument FromText(string text) => new(Encoding.UTF8.GetBytes(text)) { ContentType = "text/plain; charset=utf-8" };

    /// <summary>Reads a file, never more of it than the limit.</summary>
    /// <exception cref="ArticleException">The path is empty, a folder, missing, unreadable, larger than <see cref="ReadingLimits.MaxBytes"/>, or a pipe that
    /// does not come to its end within <see cref="ReadingLimits.ReadingTimeout"/>.</exception>
    public static async Task<SourceDocument> FromFileAsync(string path, ReadingLimits limits, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(path) || path.Contains('\0', StringComparison.Ordinal))
        {
            throw new ArticleException(ArticleFaultKind.NoFileNamed);
        }

        var name = Path.GetFileName(path);
        if (Directory.Exists(path))
        {
            throw new ArticleException(new ArticleFault(ArticleFaultKind.IsFolder, path));
        }

        try
        {
            // A pipe that nobody writes to cannot even be opened, and nothing wakes whoever tries; that thread is left behind.
            var reading = Task.Run(() => ReadFileAsync(path, limits, cancellationToken), cancellationToken);
            return new(await reading.WaitAsync(limits.ReadingTimeout, cancellationToken).ConfigureAwait(false)) { FileName = name };
        }
        catch (TimeoutException exception)
        {
            throw new ArticleException(new ArticleFault(ArticleFaultKind.EndlessFile, path), exception);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new ArticleException(new ArticleFault(ArticleFaultKind.NoSuchFile, path), exception);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new ArticleException(new ArticleFault(ArticleFaultKind.ForbiddenFile, path), exception);
        }
        catch (Exception exception) when (exception is IOException or NotSupportedException or ArgumentException)
        {
            throw new ArticleException(new ArticleFault(ArticleFaultKind.UnreadableFile, path), exception);
        }
    }

    private static async Task<ReadOnlyMemory<byte>> ReadFileAsync(string path, ReadingLimits limits, CancellationToken cancellationToken)
    {
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.Asynchronous | FileOptions.SequentialScan);
        await using (stream.ConfigureAwait(false))
        {
            return await ReadAsync(stream, limits, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The rest of a stream, as long as it stays within <see cref="ReadingLimits.MaxBytes"/>; its stated length is not trusted.</summary>
    /// <exception cref="ArticleException">There is more than the limit.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(Stream stream, ReadingLimits limits, CancellationToken cancellationToken)
    {
        if (stream.CanSeek && stream.Length - stream.Position > limits.MaxBytes)
        {
            throw TooLarge(limits);
        }

        using var buffer = new MemoryStream();
        var chunk = new byte[64 * 1024];
        int read;
        while ((read = await stream.ReadAsync(chunk, cancellationToken).ConfigureAwait(false)) > 0)
        {
            if (buffer.Length + read > limits.MaxBytes)
            {
                throw TooLarge(limits);
            }

            await buffer.WriteAsync(chunk.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
        }

        return buffer.ToArray();
    }

    internal static ArticleException TooLarge(ReadingLimits limits) => new(new ArticleFault(ArticleFaultKind.TooLarge, Number: limits.MaxBytes));
}
