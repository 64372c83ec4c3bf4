using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Articles;
using Bot.Articles.Parsing;

namespace Bot.Reading;

/// <summary>The other end of <see cref="ReadingProcess"/>.</summary>
internal static class ReadingVerb
{
    // Beyond what the caller waits; only a caller that was killed leaves it to this.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync(Stream input, Stream output)
    {
        using var received = new MemoryStream();
        await input.CopyToAsync(received);
        var bytes = received.ToArray();
        var end = Array.IndexOf(bytes, (byte)'\n');
        if (end < 0 || JsonSerializer.Deserialize(bytes.AsSpan(0, end), ReadingJson.Default.ReadingRequest) is not { } request)
        {
            return 2;
        }

        await using var deadline = TimeProvider.System.CreateTimer(_ => Environment.Exit(3), null, request.Limits.ReadingTimeout + Grace, Timeout.InfiniteTimeSpan);
        var document = new SourceDocument(bytes.AsMemory(end + 1))
        {
            FileName = request.FileName,
            ContentType = request.ContentType,
            Url = request.Url,
            Known = request.Known,
        };
        await JsonSerializer.SerializeAsync(output, Read(document, request.Limits), ReadingJson.Default.ReadingOutcome);
        return 0;
    }

    private static ReadingOutcome Read(SourceDocument document, ReadingLimits limits)
    {
        try
        {
            return new(new ArticleReader(limits).Read(document, CancellationToken.None), null);
        }
        catch (ArticleException exception)
        {
            return new(null, exception.Fault);
        }
    }
}

internal sealed record ReadingRequest(string? FileName, string? ContentType, Uri? Url, ArticleMetadata Known, ReadingLimits Limits);

internal sealed record ReadingOutcome(Article? Article, ArticleFault? Fault);

[JsonSerializable(typeof(ReadingRequest))]
[JsonSerializable(typeof(ReadingOutcome))]
internal sealed partial class ReadingJson : JsonSerializerContext;
