using System.Text;
using System.Text.RegularExpressions;

namespace Bot.Articles.Parsing;

internal enum DocumentKind
{
    PlainText,
    Markdown,
    Html,
    Pdf,
}

/// <summary>Tells what a document is: by its first bytes, then by its content type, then by the extension of its name.</summary>
internal static partial class DocumentKinds
{
    // The PDF mark may stand anywhere in the first kilobyte (ISO 32000-1, annex H, note 13).
    private const int Head = 1024;

    public static DocumentKind Of(SourceDocument document)
    {
        var head = document.Bytes.Span[..Math.Min(document.Bytes.Length, Head)];
        if (head.IndexOf("%PDF-"u8) >= 0)
        {
            return DocumentKind.Pdf;
        }

        // Every second byte of UTF-16 text is NUL where it is ASCII; without them both widths look alike.
        var text = Encoding.Latin1.GetString(head).Replace("\0", "", StringComparison.Ordinal);
        if (LooksLikeHtml().IsMatch(text))
        {
            return DocumentKind.Html;
        }

        var type = document.ContentType?.Split(';')[0].Trim().ToLowerInvariant();
        var extension = Path.GetExtension(document.FileName ?? document.Url?.AbsolutePath)?.ToLowerInvariant();
        return type switch
        {
            "text/html" or "application/xhtml+xml" => DocumentKind.Html,
            "text/markdown" or "text/x-markdown" => DocumentKind.Markdown,
            _ => extension switch
            {
                ".html" or ".htm" or ".xhtml" => DocumentKind.Html,
                ".md" or ".markdown" => DocumentKind.Markdown,
                _ => DocumentKind.PlainText,
            },
        };
    }

    [GeneratedRegex(@"^\W{0,40}(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[\s\S]{0,600}?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main|meta|title)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LooksLikeHtml();
}
