using System.Collections.Immutable;
using Bot.Articles.Parsing;
using Bot.Articles.Parsing.Pages;
using Bot.Articles.Parsing.Pdf;
using Bot.Articles.Parsing.Texts;
using Bot.Articles.Quotations;
using Bot.Language;

namespace Bot.Articles;

/// <summary>Reads a document of any known kind into an <see cref="Article"/>. Pure: no network, no file, no clock; safe for concurrent use.</summary>
public sealed class ArticleReader(ReadingLimits? limits = null)
{
    private readonly ReadingLimits _limits = limits ?? new();

    /// <summary>Kind and encoding are detected from the bytes first, then from the hints.</summary>
    /// <returns>
    /// An article with at least one paragraph. A wire opening (“BRUSSELS (AP) —”) is understood and, without a stamp before it, stays in its paragraph, whose
    /// text is verbatim but for white space. The id comes from the URL where there is one, else from the words.
    /// </returns>
    /// <exception cref="ArticleException">
    /// Empty, binary, too large, of no known encoding, broken, protected, or a page without an article; the message says which and what to do.
    /// </exception>
    public Article Read(SourceDocument document, CancellationToken cancellationToken)
    {
        if (document.Bytes.Length > _limits.MaxBytes)
        {
            throw SourceDocument.TooLarge(_limits);
        }

        var draft = Parse(document, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return WithQuotations(ArticleAssembly.Assemble(draft, document.Known, ArticleAddress.Of(document.Url, draft.Metadata.Canonical), _limits));
    }

    private ParsedDocument Parse(SourceDocument document, CancellationToken cancellationToken)
    {
        var kind = DocumentKinds.Of(document);
        if (kind == DocumentKind.Pdf)
        {
            return PdfPages.Read(document.Bytes, _limits, cancellationToken);
        }

        var text = TextDecoder.Decode(document.Bytes.Span, document.ContentType, mayDeclare: kind == DocumentKind.Html);
        return kind switch
        {
            DocumentKind.Html => HtmlPage.Read(text, document.Url, _limits, cancellationToken),
            DocumentKind.Markdown => MarkdownText.Read(text),
            _ => PlainText.Read(text),
        };
    }

    /// <summary>For text that comes ready split: every entry becomes one paragraph, word for word, in the same order, so that paragraph n is entry n - 1.</summary>
    /// <param name="title">The headline; null takes the opening words.</param>
    public static Article FromParagraphs(string? title, IReadOnlyList<string> paragraphs)
    {
        var numbered = ImmutableArray.CreateBuilder<Paragraph>(paragraphs.Count);
        foreach (var text in paragraphs)
        {
            numbered.Add(new(numbered.Count + 1, text, null, SentenceSplitter.Split(text)));
        }

        return WithQuotations(ArticleAssembly.FromNumbered(numbered.MoveToImmutable(), new() { Title = title }, url: null));
    }

    /// <summary>The one place where quotations and speakers come to an article.</summary>
    private static Article WithQuotations(Article article)
    {
        var reading = QuotationReader.Read(article.Paragraphs, article.Language);
        return article with { Quotations = reading.Quotations, Speakers = reading.Speakers };
    }
}
