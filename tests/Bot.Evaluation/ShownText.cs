using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Bot.Articles;

namespace Bot.Evaluation;

/// <summary>
/// What a page shows, told apart from the reader: every letter in its order, nothing chosen. A paragraph that was read must stand there letter for letter;
/// white space, the quotation marks of <c>q</c>, marks of footnotes and rows of tables, whose columns are named, aside.
/// </summary>
internal static class ShownText
{
    public static IReadOnlyList<string> Missing(ReadOnlyMemory<byte> page, Article article)
    {
        var head = Encoding.Latin1.GetString(page.Span[..Math.Min(page.Length, 1024)]);
        if (!head.Contains('<', StringComparison.Ordinal))
        {
            return [];
        }

        using var stream = new MemoryStream(page.ToArray());
        var document = new HtmlParser().ParseDocument(stream);
        var (whole, edited) = (Letters(document, edited: false), Letters(document, edited: true));
        return [.. article.Paragraphs.Select(paragraph => paragraph.Text)
            .Where(text => !Stands(text) && !Array.TrueForAll(text.Split("; "), cell => Stands(cell[(cell.IndexOf(": ", StringComparison.Ordinal) + 1)..])))];

        bool Stands(string text) => Letters(text) is var letters && (whole.Contains(letters, StringComparison.Ordinal) || edited.Contains(letters, StringComparison.Ordinal));
    }

    /// <param name="edited">Whether struck-out words and marks of notes are left out.</param>
    private static string Letters(IDocument document, bool edited) => Letters(string.Concat(document.Descendants<IText>()
        .Where(text => text.ParentElement?.LocalName is not ("script" or "style" or "noscript") && !(edited && IsOut(text)))
        .Select(text => text.Data)));

    private static bool IsOut(IText text) => text.Ancestors<IElement>().Any(element => element.LocalName is "del" or "s" or "strike" or "sup" or "annotation");

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
