using Bot.Articles.Parsing;

namespace Bot.Articles;

/// <summary>The article that the bot has read before anybody gives it one; where it comes from is told in <c>BuiltIn/SOURCE.md</c>.</summary>
public static class BuiltInArticle
{
    /// <summary>The document as it stands: UTF-8 plain text. It came without a headline and is given one of its own words.</summary>
    public static SourceDocument Document { get; } = new(Load())
    {
        FileName = "nato-2026-02-01.txt",
        ContentType = "text/plain; charset=utf-8",
        Known = new() { Title = "European allies and Canada pledged to boost their budgets" },
    };

    private static readonly Lazy<Article> Parsed = new(() => new ArticleReader().Read(Document, CancellationToken.None));

    /// <summary>Parsed once per process; the same instance every time.</summary>
    public static Article Read() => Parsed.Value;

    private static byte[] Load()
    {
        using var resource = typeof(BuiltInArticle).Assembly.GetManifestResourceStream("built-in-article.txt")
            ?? throw new InvalidOperationException("The built-in article is missing from the assembly.");
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return bytes;
    }
}
