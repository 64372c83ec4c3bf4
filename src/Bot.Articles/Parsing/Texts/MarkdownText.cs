using System.Text;
using Bot.Language;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Articles.Parsing.Texts;

/// <summary>The words of a Markdown text: its headings, paragraphs, list items and table rows, without marks, pictures and embedded HTML.</summary>
internal static class MarkdownText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseEmphasisExtras().Build();

    /// <exception cref="ArticleException">Quotes or lists stand too deep in one another.</exception>
    public static ParsedDocument Read(string text)
    {
        try
        {
            var (body, metadata) = FrontMatter.Take(text);
            var document = Markdig.Markdown.Parse(body, Pipeline);
            var blocks = new List<Block>();
            Walk(document, blocks, new(body), ref metadata);
            return TextOpening.Read(Headings.Decide(blocks), metadata, mayHaveTitle: metadata.Title is null);
        }
        catch (ArgumentException exception)
        {
            // Markdig's own guard against nesting that would exhaust the stack.
            throw new ArticleException(ArticleFaultKind.TooDeep, exception);
        }
    }

    private static void Walk(ContainerBlock container, List<Block> blocks, WordBreaks breaks, ref ArticleMetadata metadata)
    {
        foreach (var block in container)
        {
            switch (block)
            {
                case HeadingBlock heading when Settled(heading.Inline, breaks) is { Length: > 0 } words:
                    if (metadata.Title is null && blocks.Count == 0)
                    {
                        metadata = metadata with { Title = words };
                    }
                    else if (words != metadata.Title)
                    {
                        blocks.Add(new(words, BlockKind.Heading));
                    }

                    break;
                case Table table:
                    foreach (var row in HtmlTable.Named([.. table.OfType<TableRow>().Select(row => row.OfType<TableCell>().Select(cell => (Words(cell, breaks), row.IsHeader)).ToArray())]))
                    {
                        Add(row, BlockKind.Paragraph, blocks);
                    }

                    break;
                case ParagraphBlock paragraph:
                    var line = Settled(paragraph.Inline, breaks);
                    Add(line, IsBold(paragraph.Inline) ? BlockKind.BoldLine : BlockKind.Paragraph, blocks);
                    break;
                case CodeBlock code:
                    Add(Whitespace.Settle(code.Lines.ToString()), BlockKind.Paragraph, blocks);
                    break;
                case LinkReferenceDefinitionGroup:
                    break;
                case ContainerBlock inner:
                    Walk(inner, blocks, breaks, ref metadata);
                    break;
                default:
                    break;
            }
        }
    }

    private static void Add(string text, BlockKind kind, List<Block> blocks)
    {
        if (text.Length > 0)
        {
            blocks.Add(new(text, kind));
        }
    }

    private static bool IsBold(ContainerInline? inlines) =>
        inlines?.FirstChild is EmphasisInline { DelimiterCount: >= 2 } bold && bold.NextSibling is null;

    private static string Words(TableCell cell, WordBreaks breaks) => string.Join(' ', cell.Descendants<ParagraphBlock>().Select(paragraph => Settled(paragraph.Inline, breaks)));

    private static string Settled(ContainerInline? inlines, WordBreaks breaks)
    {
        var words = new StringBuilder();
        if (inlines is not null)
        {
            Append(inlines, words);
        }

        return breaks.Join(words.ToString().Split('\n').Select(line => Whitespace.Settle(line)));
    }

    private static void Append(ContainerInline container, StringBuilder words)
    {
        foreach (var inline in container)
        {
            switch (inline)
            {
                case LiteralInline literal: words.Append(literal.Content.AsSpan()); break;
                case CodeInline code: words.Append(code.Content); break;
                case HtmlEntityInline entity: words.Append(entity.Transcoded.AsSpan()); break;
                case AutolinkInline address: words.Append(address.Url); break;
                case LineBreakInline: words.Append('\n'); break;
                case EmphasisInline { DelimiterChar: '~', DelimiterCount: 2 }: break;
                case LinkInline { IsImage: true }: break;
                case ContainerInline inner: Append(inner, words); break;
                default: break;
            }
        }
    }
}
