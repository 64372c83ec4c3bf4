using System.Text;
using Bot.Language;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Bot.Articles.Parsing;

/// <summary>The words of a Markdown text: its headings, paragraphs, list items and table rows, without marks, pictures and embedded HTML.</summary>
internal static class MarkdownText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseYamlFrontMatter().UsePipeTables().UseEmphasisExtras().Build();

    /// <exception cref="ArticleException">Quotes or lists stand too deep in one another.</exception>
    public static ParsedDocument Read(string text)
    {
        try
        {
            var document = Markdig.Markdown.Parse(text, Pipeline);
            var blocks = new List<Block>();
            var metadata = new ArticleMetadata();
            Walk(document, blocks, ref metadata);
            return TextOpening.Read(Headings.Decide(blocks), metadata, mayHaveTitle: metadata.Title is null);
        }
        catch (ArgumentException exception)
        {
            // Markdig's own guard against nesting that would exhaust the stack.
            throw new ArticleException(ArticleFaultKind.TooDeep, exception);
        }
    }

    private static void Walk(ContainerBlock container, List<Block> blocks, ref ArticleMetadata metadata)
    {
        foreach (var block in container)
        {
            switch (block)
            {
                case YamlFrontMatterBlock matter:
                    metadata = FrontMatter(matter, metadata);
                    break;
                case HeadingBlock heading when Settled(heading.Inline) is { Length: > 0 } words:
                    if (metadata.Title is null && blocks.Count == 0)
                    {
                        metadata = metadata with { Title = words };
                    }
                    else if (words != metadata.Title)
                    {
                        blocks.Add(new(words, BlockKind.Heading));
                    }

                    break;
                case TableRow row:
                    Add(string.Join(' ', row.Descendants<ParagraphBlock>().Select(cell => Settled(cell.Inline))), BlockKind.Paragraph, blocks);
                    break;
                case ParagraphBlock paragraph:
                    var line = Settled(paragraph.Inline);
                    Add(line, IsBold(paragraph.Inline) ? BlockKind.BoldLine : BlockKind.Paragraph, blocks);
                    break;
                case CodeBlock code:
                    Add(Whitespace.Settle(code.Lines.ToString()), BlockKind.Paragraph, blocks);
                    break;
                case LinkReferenceDefinitionGroup:
                    break;
                case ContainerBlock inner:
                    Walk(inner, blocks, ref metadata);
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

    private static string Settled(ContainerInline? inlines)
    {
        var words = new StringBuilder();
        if (inlines is not null)
        {
            Append(inlines, words);
        }

        return Whitespace.Settle(words.ToString());
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
                case LineBreakInline: words.Append(' '); break;
                case LinkInline { IsImage: true }: break;
                case ContainerInline inner: Append(inner, words); break;
                default: break;
            }
        }
    }

    private static ArticleMetadata FrontMatter(YamlFrontMatterBlock matter, ArticleMetadata metadata)
    {
        foreach (var line in matter.Lines.ToString().Split('\n'))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && line[(colon + 1)..].Trim().Trim('"', '\'') is { Length: > 0 } value)
            {
                metadata = TextOpening.Labelled(line[..colon].Trim(), value, metadata) ?? metadata;
            }
        }

        return metadata;
    }
}
