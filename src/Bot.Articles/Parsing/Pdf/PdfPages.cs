using Bot.Articles.Parsing.Pages;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;

namespace Bot.Articles.Parsing.Pdf;

/// <summary>Reads the text of a PDF: words from letters, lines from words, paragraphs from lines (<see cref="PdfLayout"/>).</summary>
internal static class PdfPages
{
    private const int MostLettersPerPage = 40_000;

    /// <exception cref="ArticleException">Broken, protected by a password, scanned without text, unreadable, or beyond the limits.</exception>
    public static ParsedDocument Read(ReadOnlyMemory<byte> bytes, ReadingLimits limits, CancellationToken cancellationToken)
    {
        try
        {
            using var document = PdfDocument.Open(bytes.ToArray(), new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, FilterProvider = new PdfFilters(limits.MaxUnpackedBytes) });
            if (document.NumberOfPages > limits.MaxPages)
            {
                throw new ArticleException(new ArticleFault(ArticleFaultKind.PdfTooManyPages, Number: limits.MaxPages));
            }

            var pages = new List<IReadOnlyList<PdfLine>>();
            for (var number = 1; number <= document.NumberOfPages; number++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                pages.Add(PdfColumns.Lines(Words(document.GetPage(number))));
            }

            var read = PdfLayout.Read(pages, Stated(document.Information));
            return Gibberish.Is(string.Join('\n', read.Blocks.Select(block => block.Text))) ? throw new ArticleException(ArticleFaultKind.PdfUnreadable) : read;
        }
        catch (PdfDocumentEncryptedException exception)
        {
            throw new ArticleException(ArticleFaultKind.PdfLocked, exception);
        }
#pragma warning disable CA1031 // PdfPig answers damaged files with whatever exception its parser runs into; the caller's own are let through.
        catch (Exception exception) when (exception is not (ArticleException or OperationCanceledException))
#pragma warning restore CA1031
        {
            throw new ArticleException(ArticleFaultKind.PdfDamaged, exception);
        }
    }

    private static IReadOnlyList<Word> Words(Page page)
    {
        var letters = page.Letters;
        if (letters.Count > MostLettersPerPage)
        {
            throw new ArticleException(ArticleFaultKind.PdfPageTooFull);
        }

        return PdfWords.IsVertical(letters) ? throw new ArticleException(ArticleFaultKind.PdfUnreadable) : PdfWords.Of(letters);
    }

    private static ArticleMetadata Stated(DocumentInformation information) => new()
    {
        // Word processors write file names and their own placeholder here.
        Title = information.Title is { Length: > 8 } title && title.Contains(' ', StringComparison.Ordinal) && !title.Contains("Microsoft Word", StringComparison.OrdinalIgnoreCase) ? title : null,
        Author = string.IsNullOrWhiteSpace(information.Author) || Headline.IsBroken(information.Author) ? null : information.Author,
    };
}
