namespace Bot.Articles.Parsing;

/// <summary>What the reader of one kind of document found: its blocks in reading order and what the document says about itself.</summary>
internal sealed record ParsedDocument(IReadOnlyList<Block> Blocks, ArticleMetadata Metadata)
{
    /// <summary>How much of the prose of a page was not taken for the article's, from 0 to 1.</summary>
    public double LeftOut { get; init; }
}

/// <summary>A paragraph or a heading, white space already settled.</summary>
internal readonly record struct Block(string Text, BlockKind Kind);

internal enum BlockKind
{
    Paragraph,
    Heading,

    /// <summary>A line all in bold, which may be a heading; <see cref="Texts.Headings.Decide"/> settles it.</summary>
    BoldLine,
}
