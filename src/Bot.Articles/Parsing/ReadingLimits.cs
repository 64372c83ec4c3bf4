namespace Bot.Articles.Parsing;

/// <summary>Section <c>Articles</c>: how much the bot is willing to read; beyond a limit a document is refused with the limit named, never cut silently.</summary>
public sealed class ReadingLimits
{
    /// <summary>Size of the document as it comes, in bytes.</summary>
    public long MaxBytes { get; set; } = 20 * 1024 * 1024;

    /// <summary>Pages of a PDF.</summary>
    public int MaxPages { get; set; } = 200;

    /// <summary>What the compressed parts of a PDF may unpack to, in bytes, all together.</summary>
    public long MaxUnpackedBytes { get; set; } = 256 * 1024 * 1024;

    /// <summary>Paragraphs of one document.</summary>
    public int MaxParagraphs { get; set; } = 3_000;

    /// <summary>Characters (UTF-16 code units) of all paragraphs together.</summary>
    public int MaxCharacters { get; set; } = 2_000_000;

    /// <summary>Elements of an HTML page.</summary>
    public int MaxElements { get; set; } = 50_000;

    /// <summary>How deep the elements of an HTML page or the quotes and lists of a Markdown text may stand inside one another.</summary>
    public int MaxDepth { get; set; } = 250;

    /// <summary>Attributes of one HTML element.</summary>
    public int MaxAttributes { get; set; } = 500;

    /// <summary>For one document, from its bytes to the article.</summary>
    public TimeSpan ReadingTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>Documents that one process reads at a time; further ones wait.</summary>
    public int MaxReadingsAtOnce { get; set; } = 2;
}
